"""What ships with the register: units, holidays and the starter catalogue; read once, when a register is created."""

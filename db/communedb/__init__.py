"""What is kept, and by which rules: the register of one station."""

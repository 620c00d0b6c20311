"""What the register adds up to, one module per report."""

"""What the register keeps as files: written whole or not at all, and encrypted."""

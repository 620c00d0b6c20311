"""Conflicts as an officer reads and ends them."""

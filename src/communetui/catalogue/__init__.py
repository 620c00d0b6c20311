"""How a procedure is told in words."""

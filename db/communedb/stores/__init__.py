"""Reading what is kept, one module per noun."""

"""What is made for the documentation: screenshots and the page of keys."""

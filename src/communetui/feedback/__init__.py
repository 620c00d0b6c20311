"""What the screens of feedback are made of."""

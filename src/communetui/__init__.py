"""What the officer sees: the screens, the command line, the printed forms."""

"""The end of the day in words: for the screen, the command line and the printed list."""

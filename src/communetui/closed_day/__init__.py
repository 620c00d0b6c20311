"""Notices of a closed day: letters, a list to call, and the note that everybody was told."""

"""The rules of the desk, pure: no database, no files, no clock of their own."""

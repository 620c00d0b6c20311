"""Forms that are kept on the disk while they are filled."""

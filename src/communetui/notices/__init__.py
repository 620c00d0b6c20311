"""Parts of the pages of notices."""

"""Parts of the support log."""

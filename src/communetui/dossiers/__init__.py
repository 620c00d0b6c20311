"""Parts of the list of dossiers: its rows, its filters, and how a promise stands in words."""

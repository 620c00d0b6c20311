"""Every word the officer reads, Vietnamese and English, one module per area."""

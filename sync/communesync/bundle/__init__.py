"""The bundle: an envelope of segments or files that standard tools can open. Its format is in docs/BUNDLE.md."""

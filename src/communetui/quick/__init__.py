"""The quick counter: what its one form holds."""

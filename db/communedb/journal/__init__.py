"""The append-only journal: who changed what, when, and what they had been shown."""

"""The one registry of actions: it feeds keys, hint bar, help, palette and the key docs."""

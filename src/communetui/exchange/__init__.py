"""The exchange as the officer sees it: what is unsent, who is how fresh, what is under way."""

"""Many dossiers at once: the officer's pile, how it is filled, and what is done with all of it."""

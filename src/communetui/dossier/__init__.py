"""Parts of the screen of one dossier: what is read, what is told, and the forms of every step."""

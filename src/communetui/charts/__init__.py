"""Charts of the reports: in the terminal, and the same numbers on paper."""

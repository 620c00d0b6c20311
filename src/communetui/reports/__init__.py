"""The parts of the report screens: a report's figures as a table of texts, its period, what stands behind a number."""

"""The printed forms: from plain values to a PDF, and from a PDF to a printer. Nothing heavy is loaded before a print."""

"""The printed forms: from plain values to a PDF, from a PDF to a printer. Nothing heavy is loaded before a print."""

from communetui.printing.paper import Paper
from communetui.printing.render import render

__all__ = ["Paper", "render"]

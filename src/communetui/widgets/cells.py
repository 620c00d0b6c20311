"""Text in an exact number of terminal cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.style import Style


def fit(text: str, size: int, *, right: bool) -> str:
    """Text in exactly so many cells; what is cut off shows as `~`."""
    if cell_len(text) > size:
        return set_cell_size(text, size - 1) + "~"
    return " " * (size - cell_len(text)) + text if right else set_cell_size(text, size)


def strip_of(text: str, width: int, style: Style) -> Strip:
    """One line of text in one style, cut or filled to the width."""
    return Strip([Segment(set_cell_size(text, width), style)], width)

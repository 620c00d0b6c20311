"""Text in an exact number of terminal cells."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rich.cells import cell_len, get_character_cell_size, set_cell_size
from rich.segment import Segment
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style


def fit(text: str, size: int, *, right: bool) -> str:
    """Text in exactly so many cells; what is cut off shows as `~`."""
    if cell_len(text) > size:
        return sized(text, size - 1) + "~"
    return " " * (size - cell_len(text)) + text if right else sized(text, size)


def sized(text: str, size: int) -> str:
    """Text in exactly so many cells, cut or filled.

    Where each character takes one cell, as in Vietnamese, it is cut a hundred times sooner than by its graphemes.
    """
    if all(get_character_cell_size(character) == 1 for character in text):
        return text[:size].ljust(size)
    return set_cell_size(text, size)


def strip_of(text: str, width: int, style: Style) -> Strip:
    """One line of text in one style, cut or filled to the width."""
    return Strip([Segment(sized(text, width), style)], width)


def marked(text: str, style: Style, marks: Sequence[tuple[int, int, Style]]) -> Strip:
    """One line of text whose marked characters (first, end, style) look different; the later mark is on top."""
    edges = sorted({0, len(text), *(edge for first, end, _ in marks for edge in (first, end))})
    parts = []
    for start, stop in pairwise(edges):
        look = style
        for first, end, mark in marks:
            if first <= start < end:
                look += mark
        parts.append(Segment(text[start:stop], look))
    return Strip(parts)

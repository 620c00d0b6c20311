"""Aligned columns for people: Vietnamese letters are one column wide however they are composed."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

GAP = "  "


def table(
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    flexible: int | None = None,
    right: Collection[int] = (),
) -> str:
    """Rows under their heads; on a terminal the column `flexible` is cut so that a row fits the line.

    The columns `right` stand by their last letter.
    """
    lines = [[_one_line(cell) for cell in row] for row in (heads, *rows)]
    widths = [max(width(row[place]) for row in lines) for place in range(len(heads))]
    room = _room()
    if flexible is not None and room is not None:
        others = sum(widths) - widths[flexible] + len(GAP) * (len(widths) - 1)
        widths[flexible] = min(widths[flexible], max(room - others, 10))
    return "\n".join(
        GAP.join(
            _padded(cell, wide, right=place in right)
            for place, (cell, wide) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in lines
    )


def pairs(rows: Iterable[tuple[str, str]]) -> str:
    """Names and values, one pair a line; a pair without a value is left out."""
    told = [(name, _one_line(value)) for name, value in rows if value]
    widest = max((width(name) for name, _ in told), default=0)
    return "\n".join(f"{_padded(name, widest)}{GAP}{value}" for name, value in told)


def width(text: str) -> int:
    """Terminal columns of a text: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in unicodedata.normalize("NFC", text))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _padded(text: str, wide: int, *, right: bool = False) -> str:
    if width(text) > wide:
        text = _cut(text, wide - 1) + "…"
    spaces = " " * (wide - width(text))
    return spaces + text if right else text + spaces


def _cut(text: str, wide: int) -> str:
    taken = 0
    for place, character in enumerate(text):
        taken += _columns(character)
        if taken > wide:
            return text[:place]
    return text


def _one_line(text: str) -> str:
    """The text without line breaks and without what could steer a terminal."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable())


def _room() -> int | None:
    """Columns of the terminal; None when the output goes elsewhere and nothing may be cut."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None

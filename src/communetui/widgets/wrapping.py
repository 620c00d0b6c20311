"""Text broken into lines of so many cells."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells


def wrapped(text: str, room: int) -> list[str]:
    """The text in lines of at most so many cells, broken between words where that can be."""
    return [line for part in text.split("\n") for line in _broken(part, room)]


def _broken(text: str, room: int) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if cell_len(joined) <= room:
            lines[-1] = joined
            continue
        pieces = chop_cells(word, room) if cell_len(word) > room else [word]
        lines += pieces if lines[-1] else pieces[1:]
        if not lines[0]:
            lines[0] = pieces[0]
    return lines

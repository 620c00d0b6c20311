"""Text in the cells of large tables that are drawn one by one: in lines that are no wider than the cell."""

from __future__ import annotations

from functools import cache, lru_cache

from communetui.printing.lettering import drawable, width_of


@cache
def word_width(word: str, font: str, size: float) -> float:
    """The width in points of a word; the words of a long table are few."""
    return width_of(word, size, font)


# The columns of a long table say the same again and again: procedures, statuses, days.
@lru_cache(maxsize=10_000)
def wrapped(said: str, width: float, font: str, size: float) -> tuple[str, ...]:
    """A text in lines that are no wider than the cell; a word that is wider than it is broken."""
    lines: list[str] = []
    room = 0.0
    # A space alone has no width: the ends of a text are cleaned away.
    space = word_width("a a", font, size) - word_width("aa", font, size)
    for word in drawable(said).split():
        wide = space + word_width(word, font, size)
        if lines and wide <= room:
            lines[-1] += f" {word}"
            room -= wide
            continue
        *whole, rest = _broken(word, width, font, size)
        lines += [*whole, rest]
        room = width - width_of(rest, size, font)
    return tuple(lines) or ("",)


def _broken(word: str, width: float, font: str, size: float) -> list[str]:
    """A word in pieces that fit."""
    if word_width(word, font, size) <= width:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_of(pieces[-1] + letter, size, font) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces

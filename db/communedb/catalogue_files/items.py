"""Several things in one cell: papers, limits, fees, notes.

Items stand on lines of their own or between bars; what belongs to one follows it in braces:

    Tờ khai đăng ký khai sinh {loại: bản chính} | Giấy chứng sinh {loại: bản chính; số lượng: 2}

A backslash makes the sign after it an ordinary one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from communedb.domain.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

SEPARATOR: Final = " | "

_PART: Final = re.compile(r"(?:\\.|[^\\|\n\r]|\\$)+", re.DOTALL)
# The last pair of braces holds the details: a name may have a pair of its own before them.
_WITH_DETAILS: Final = re.compile(r"((?:\\.|[^\\])*)\{((?:\\.|[^\\{}])*)\}\s*", re.DOTALL)
_DETAIL: Final = re.compile(r"(?:\\.|[^\\;]|\\$)+", re.DOTALL)
_KEY: Final = re.compile(r"((?:\\.|[^\\:])*):(.*)", re.DOTALL)
_ESCAPE: Final = re.compile(r"\\([^\w\s])")
_TEXT_SIGNS: Final = re.compile(r"([\\|{}])")
_VALUE_SIGNS: Final = re.compile(r"([\\|{};])")
_KEY_SIGNS: Final = re.compile(r"([\\|{};:])")
_BULLET: Final = re.compile(r"^[-+*•–·]\s+")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing and its details, in their order; None when there are no braces at all."""

    text: str
    details: tuple[tuple[str, str], ...] | None = None


def parse_items(cell: str) -> list[Item]:
    """The items of a cell; a bullet before an item is dropped."""
    parts = (_BULLET.sub("", part.strip()) for part in _PART.findall(cell))
    return [item for item in map(_item, parts) if item.text or item.details]


def write_items(items: Iterable[Item]) -> str:
    """The cell that `parse_items` reads as these items."""
    return SEPARATOR.join(map(_written, items))


def parse_texts(cell: str) -> tuple[str, ...]:
    """A cell of plain texts."""
    return tuple(text for part in _PART.findall(cell) if (text := _plain(_BULLET.sub("", part.strip()))))


def write_texts(texts: Iterable[str]) -> str:
    """The cell that `parse_texts` reads as these texts."""
    return write_items(map(Item, texts))


def _item(part: str) -> Item:
    found = _WITH_DETAILS.fullmatch(part)
    if found is None:
        return Item(_plain(part))
    return Item(_plain(found[1]), tuple(_detail(each) for each in _DETAIL.findall(found[2]) if each.strip()))


def _detail(text: str) -> tuple[str, str]:
    found = _KEY.fullmatch(text)
    return (_plain(found[1]), _plain(found[2])) if found else (_plain(text), "")


def _plain(text: str) -> str:
    return clean(_ESCAPE.sub(r"\1", text))


def _written(item: Item) -> str:
    written = _escaped(item.text, _TEXT_SIGNS)
    if item.details is not None:
        pairs = ((_escaped(key, _KEY_SIGNS), _escaped(value, _VALUE_SIGNS)) for key, value in item.details)
        written += f" {{{'; '.join(': '.join(pair) for pair in pairs)}}}"
    # A sign of its own that stands where a bullet would must not be dropped as one.
    return "\\" + written if _BULLET.match(written) else written


def _escaped(text: str, signs: re.Pattern[str]) -> str:
    return signs.sub(r"\\\1", clean(text))

"""Vietnamese text as it is kept and as it is searched."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from communedb.domain.refusal import Reason, Refused

TEXT_LIMIT = 2_000
"""Characters that one field keeps; longer input is refused at the edge, never cut in silence."""

# A letter of any script is at most this many code points longer when decomposed; a raw text beyond that multiple of
# its limit cannot become short enough, so ten pasted megabytes are refused before they are normalised.
_DECOMPOSED: Final = 4

# The marks that Vietnamese decomposes into, and their neighbours: one pass of the regex engine strips them.
_MARKS: Final = re.compile("[\u0300-\u036f]+")


def bounded(text: str, limit: int = TEXT_LIMIT) -> str:
    """The same text if it has at most `limit` characters; refused as `TEXT_TOO_LONG` otherwise, never cut."""
    if len(text) > limit:
        raise Refused(Reason.TEXT_TOO_LONG, length=len(text), limit=limit)
    return text


def clean(text: str, limit: int | None = None) -> str:
    """Text as the register keeps it: NFC, no control or format characters, single spaces, no space at the ends.

    Markup such as `[red]` and emoji are ordinary text. With a `limit` longer text is refused as `TEXT_TOO_LONG`.
    """
    if limit is not None:
        bounded(text, limit * _DECOMPOSED)
    kept = " ".join(_composed(_visible(text)).split())
    return kept if limit is None else bounded(kept, limit)


def fold(text: str) -> str:
    """Text as it is searched: lower case, marks stripped, `đ` as `d`, single spaces.

    No full-text tokenizer finds "Đức" for "duc", because đ has no decomposition: the folded column is ours.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.lower().split())
    bare = _MARKS.sub("", unicodedata.normalize("NFD", _visible(text))).lower().replace("đ", "d")
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFD", bare) if not unicodedata.combining(c))
    return " ".join(bare.split())


def _composed(text: str) -> str:
    """The text in NFC; ASCII is so already."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _visible(text: str) -> str:
    """The text without what cannot be seen or cannot be kept in UTF-8; white space stays."""
    return text if text.isprintable() else "".join(filter(_kept, text))


def _kept(character: str) -> bool:
    """Whether a character stays: no controls, no format characters, no halves of a pair, no noncharacters.

    Unassigned code points stay: a letter or emoji newer than this Python must not vanish on one PC and stay on another.
    """
    if character.isprintable() or character.isspace():
        return True
    if unicodedata.category(character) in {"Cc", "Cf", "Cs"}:
        return False
    point = ord(character)
    return not (point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF)

"""What an officer says of headings that nobody knows: which column of a table each of them is."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeVar

from communedb.domain.refusal import Reason, Refused
from communedb.tables.headings import heading_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

C = TypeVar("C", bound=StrEnum)

IGNORED: Final = ""
"""In place of a column's name: the heading is not read."""

Said = dict[str, str]
"""The key of a heading, and the name of a column or IGNORED."""


def said_of(given: Iterable[str], headings: Mapping[C, str], words: Mapping[str, C]) -> Said:
    """`Cột=field` as an officer writes it; the field by its name or any heading that is known, nothing to pass it over.

    `headings` are the columns with their own headings, `words` all that are known by key. Refused:
    IMPORT_FIELD_UNKNOWN.
    """
    said: Said = {}
    names = {column.value for column in headings}
    for text in given:
        heading, equals, field = (part.strip() for part in text.rpartition("="))
        known = field if field == IGNORED or field in names else words.get(heading_key(field))
        if not equals or not heading_key(heading) or known is None:
            fields = ", ".join(f"{own} ({column.value})" for column, own in headings.items())
            raise Refused(Reason.IMPORT_FIELD_UNKNOWN, typed=text[:60], known=fields)
        said[heading_key(heading)] = str(known)
    return said


def require_said(names: Iterable[str], said: Iterable[str]) -> None:
    """Refuse a slip in what an officer says of a heading that the file has not: IMPORT_COLUMN_UNKNOWN."""
    found = {heading_key(name): name for name in names if name}
    for key in said:
        if key not in found:
            raise Refused(Reason.IMPORT_COLUMN_UNKNOWN, column=key, found=", ".join(found.values())[:400])

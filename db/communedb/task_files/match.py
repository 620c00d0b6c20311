"""What an officer says of the headings of a plan that nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason, Refused
from communedb.tables.headings import heading_key
from communedb.task_files.columns import HEADINGS, NOT_READ, WORDS, Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

IGNORED: Final = ""
"""In place of a column's name: the heading is not read."""


def parse_said(given: Iterable[str]) -> dict[str, str]:
    """`Cột=field` as an officer writes it; the field by its name or any heading that is known, nothing to pass it over.

    Refused: IMPORT_FIELD_UNKNOWN.
    """
    said: dict[str, str] = {}
    for text in given:
        heading, equals, field = (part.strip() for part in text.rpartition("="))
        known = field if field == IGNORED or field in set(Column) else WORDS.get(heading_key(field))
        if not equals or not heading_key(heading) or known is None:
            fields = ", ".join(f"{HEADINGS[one]} ({one.value})" for one in Column if one not in NOT_READ)
            raise Refused(Reason.IMPORT_FIELD_UNKNOWN, typed=text[:60], known=fields)
        said[heading_key(heading)] = str(known)
    return said


def words_with(said: Mapping[str, str]) -> dict[str, Column]:
    """The headings that are understood; what an officer says goes before what is known."""
    known = {key: column for key, column in WORDS.items() if key not in said}
    return known | {key: Column(value) for key, value in said.items() if value != IGNORED}


def require_headings(names: Iterable[str], said: Mapping[str, str]) -> None:
    """Refuse a slip in what an officer says of a heading that the file has not: IMPORT_COLUMN_UNKNOWN."""
    found = {heading_key(name): name for name in names if name}
    for key in said:
        if key not in found:
            raise Refused(Reason.IMPORT_COLUMN_UNKNOWN, column=key, found=", ".join(found.values())[:400])

"""Which column of a file means what: known headings, and what an officer says of the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason, Refused
from communedb.dossier_files.columns import EXPECTED, HEADINGS, WORDS, Column
from communedb.tables.headings import heading_key, match_headings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from communedb.tables.cells import Table
    from communedb.tables.headings import Headed

IGNORED: Final = ""
"""In place of a column's name: the heading is not read."""

Said = dict[str, str]
"""What an officer says of headings: the heading's key, and the name of a `Column` or IGNORED."""


def parse_said(given: Iterable[str]) -> Said:
    """`Cột=field` as an officer writes it; the field by its name or any heading that is known, nothing to pass it over.

    Refused: IMPORT_FIELD_UNKNOWN.
    """
    said: Said = {}
    for text in given:
        heading, equals, field = (part.strip() for part in text.rpartition("="))
        column = _column(field)
        if not equals or not heading_key(heading) or column is None:
            known = ", ".join(f"{HEADINGS[one]} ({one.value})" for one in Column)
            raise Refused(Reason.IMPORT_FIELD_UNKNOWN, typed=text[:60], known=known)
        said[heading_key(heading)] = column
    return said


def match_columns(table: Table, said: Mapping[str, str]) -> Headed[Column]:
    """Find the columns of a file of dossiers; what an officer says goes before what is known.

    A lone "Người nộp" is whom the dossier is for; beside a "Chủ hồ sơ" it is who handed it in. Refused as
    `match_headings`, and IMPORT_COLUMN_UNKNOWN when the file has no such heading as the officer says.
    """
    words = {key: column for key, column in WORDS.items() if key not in said}
    words |= {key: Column(value) for key, value in said.items() if value != IGNORED}
    headed = match_headings(table, words, frozenset({Column.CODE}), EXPECTED)
    if len(headed.places) == 1:
        raise Refused(Reason.TABLE_HEADINGS_UNKNOWN, found=", ".join(headed.names)[:400], expected=EXPECTED)
    places = dict(headed.places)
    if Column.NAME not in places and Column.SUBMITTER in places:
        for ours, theirs in _ALONE.items():
            if theirs in places and ours not in places:
                places[ours] = places.pop(theirs)
    return replace(headed, places=places)


def require_headings(headed: Headed[Column], said: Mapping[str, str]) -> None:
    """Refuse a slip in what an officer says of a heading that the file has not: IMPORT_COLUMN_UNKNOWN."""
    found = {heading_key(name) for name in headed.names}
    for key in said:
        if key not in found:
            names = ", ".join(name for name in headed.names if name)
            raise Refused(Reason.IMPORT_COLUMN_UNKNOWN, column=key, found=names[:400])


_ALONE: Final = {
    Column.NAME: Column.SUBMITTER,
    Column.ID_NUMBER: Column.SUBMITTER_ID,
    Column.PHONE: Column.SUBMITTER_PHONE,
}


def _column(field: str) -> str | None:
    if field == IGNORED or field in set(Column):
        return field
    known = WORDS.get(heading_key(field))
    return known.value if known else None

"""Which column of a file means what: known headings, and what an officer says of the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason, Refused
from communedb.dossier_files.columns import EXPECTED, HEADINGS, WORDS, Column
from communedb.tables.headings import match_headings
from communedb.tables.said import IGNORED, require_said, said_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from communedb.tables.cells import Table
    from communedb.tables.headings import Headed
    from communedb.tables.said import Said


def parse_said(given: Iterable[str]) -> Said:
    """What an officer says of the headings of a file of dossiers. Refused: IMPORT_FIELD_UNKNOWN."""
    return said_of(given, HEADINGS, WORDS)


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
    require_said(headed.names, said)


_ALONE: Final = {
    Column.NAME: Column.SUBMITTER,
    Column.ID_NUMBER: Column.SUBMITTER_ID,
    Column.PHONE: Column.SUBMITTER_PHONE,
}

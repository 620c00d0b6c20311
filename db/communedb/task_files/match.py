"""Which heading of a plan is which column: those that are known, and what an officer says of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.tables.said import IGNORED, said_of
from communedb.task_files.columns import HEADINGS, NOT_READ, WORDS, Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from communedb.tables.said import Said


def parse_said(given: Iterable[str]) -> Said:
    """What an officer says of the headings of a plan. Refused: IMPORT_FIELD_UNKNOWN."""
    read = {column: heading for column, heading in HEADINGS.items() if column not in NOT_READ}
    return said_of(given, read, WORDS)


def words_with(said: Mapping[str, str]) -> dict[str, Column]:
    """The headings that are understood; what an officer says goes before what is known."""
    known = {key: column for key, column in WORDS.items() if key not in said}
    return known | {key: Column(value) for key, value in said.items() if value != IGNORED}

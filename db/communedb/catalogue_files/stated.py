"""What one row of a catalogue file says; a cell that is empty says nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from communedb.catalogue_files.columns import Column
from communedb.catalogue_files.fees import parse_fee
from communedb.catalogue_files.items import parse_texts
from communedb.catalogue_files.limits import parse_limits
from communedb.catalogue_files.papers import parse_papers
from communedb.catalogue_files.values import NO_UNIT, NONE_AT_ALL, NOT_GIVEN, limit_unit, parse_code, parse_date
from communedb.domain.fees import FeeSchedule
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import TEXT_LIMIT, bounded, clean, fold
from communedb.tables.cells import cell_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from communedb.domain.procedure import Procedure
    from communedb.domain.time_limit import TimeLimit
    from communedb.tables.cells import Row
    from communedb.tables.headings import Headed

_TEXTS: Final = (Column.NAME, Column.NAME_EN, Column.FIELD, Column.FIELD_EN, Column.FIELD_CODE, Column.SOURCE)
_LISTS: Final = (Column.ALSO_CALLED, Column.NOTES)
# What a fact of which a file may say that it is not given is then set to.
_UNKNOWN: Final[Mapping[Column, object]] = {
    Column.LIMIT: (),
    Column.STAGES: (),
    Column.FEE: FeeSchedule(),
    Column.RESULT: None,
    Column.PAPERS: None,
    Column.LEGAL_BASE: None,
}
_IN_BRACKETS: Final = re.compile(r"\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Stated:
    """One row: its code, its dates, and the text of each cell that is not empty.

    `code_as_read` is set when the code had to be restored from a number.
    """

    row: int
    code: str
    code_as_read: str
    texts: Mapping[Column, str]
    valid_from: date | None
    valid_to: date | None

    def fields(self, known: Procedure | None) -> dict[str, Any]:
        """The fields of a `Procedure` that the row tells, `known` being what it is compared with.

        Refused: whatever is wrong with the first cell that cannot be read.
        """
        told: dict[str, Any] = {
            column.value: _UNKNOWN[column] if fold(text) in NOT_GIVEN else self._value(column, text, known)
            for column, text in self.texts.items()
            if column in _UNKNOWN
        }
        told |= {column.value: clean(self.texts[column], TEXT_LIMIT) for column in _TEXTS if column in self.texts}
        told |= {column.value: _list(self.texts[column]) for column in _LISTS if column in self.texts}
        if Column.UNIT in self.texts and Column.LIMIT not in self.texts:
            told[Column.LIMIT.value] = self._limits("", known)
        return {name: value for name, value in told.items() if not isinstance(value, _Silent)}

    @property
    def limit_without_unit(self) -> str:
        """The number of a time limit that bears no unit and so promises nothing; empty when there is none."""
        if Column.LIMIT not in self.texts or fold(self.texts[Column.LIMIT]) in NOT_GIVEN:
            return ""
        limits = parse_limits(self.texts[Column.LIMIT], self.texts.get(Column.UNIT, ""))
        return limits if isinstance(limits, str) else ""

    def _value(self, column: Column, text: str, known: Procedure | None) -> object:
        match column:
            case Column.LIMIT:
                return self._limits(text, known)
            case Column.STAGES:
                limits = parse_limits(text, "")
                if isinstance(limits, str):
                    raise Refused(Reason.TIME_LIMIT_UNREADABLE, typed=limits)
                return limits
            case Column.FEE:
                return parse_fee(text, known.fee if known else None)
            case Column.PAPERS:
                return () if fold(text) in NONE_AT_ALL else parse_papers(text, known.papers if known else None)
            case Column.LEGAL_BASE:
                return _list(text)
        return clean(text, TEXT_LIMIT)

    def _limits(self, text: str, known: Procedure | None) -> tuple[TimeLimit, ...] | _Silent:
        """The limits; an ordinary one that agrees with the ordinary one that is known leaves the others alone."""
        limits = parse_limits(text, self.texts.get(Column.UNIT, ""))
        if isinstance(limits, str) or not limits:
            return _SILENT
        if len(limits) == 1 and known is not None and known.limits[:1] == limits:
            return known.limits
        return limits


class _Silent:
    """A cell that was read and says nothing."""


_SILENT: Final = _Silent()


def read_row(table: Headed[Column], row: Row) -> Stated:
    """Read a row as far as it can be read without knowing the catalogue.

    Refused: PROCEDURE_CODE_MISSING, PROCEDURE_CODE_UNREADABLE, DATE_UNREADABLE, DATE_IMPOSSIBLE, VALIDITY_EMPTY, and
    the faults of cells.
    """
    cell = table.cell(row, Column.CODE)
    code, restored = parse_code(cell, table.name(Column.CODE))
    begins, ends = (
        parse_date(table.cell(row, column), table.name(column)) if column in table.places else None
        for column in (Column.VALID_FROM, Column.VALID_TO)
    )
    if begins and ends and ends < begins:
        raise Refused(Reason.VALIDITY_EMPTY, begins=begins, ends=ends)
    texts: dict[Column, str] = {
        column: text
        for column in table.places
        if column not in {Column.CODE, Column.VALID_FROM, Column.VALID_TO}
        and (text := cell_text(table.cell(row, column), table.name(column)).strip())
    }
    if Column.LIMIT in texts and Column.UNIT not in texts and (unit := _unit_of_heading(table)):
        texts[Column.UNIT] = unit
    return Stated(row.number, code, cell_text(cell, "").strip() if restored else "", texts, begins, ends)


def _unit_of_heading(table: Headed[Column]) -> str:
    """The unit that stands in the heading itself: `Thời hạn (ngày làm việc)`."""
    found = _IN_BRACKETS.search(table.name(Column.LIMIT))
    if Column.UNIT in table.places or found is None or fold(found[1]) in NO_UNIT:
        return ""
    try:
        limit_unit(found[1])
    except Refused:
        return ""
    return found[1]


def _list(text: str) -> tuple[str, ...]:
    return () if fold(text) in NONE_AT_ALL else tuple(bounded(each, TEXT_LIMIT) for each in parse_texts(text))

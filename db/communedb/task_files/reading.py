"""A plan as it lies in a file: its columns and what each row tells; nothing is known of the register here."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import clean, fold
from communedb.tables.cells import Row, cell_text
from communedb.tables.headings import match_headings
from communedb.tables.reading import open_table
from communedb.tables.said import require_said
from communedb.task_files import values
from communedb.task_files.columns import EXPECTED, NOT_READ, Column
from communedb.task_files.match import words_with
from communedb.task_files.merged import fill_merged

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from communedb.tables.cells import Cell
    from communedb.tables.headings import Headed

MOST_ROWS: Final = 5_000
"""Rows of one plan: it is looked at as a whole, and brought in by one transaction."""

_DATED: Final = re.compile(r"(?P<number>.+?),? ngày (?P<day>\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4})\s*$", re.IGNORECASE)
_SIGN: Final = re.compile(r"\d+[\w.]*[-/][\w./-]*")
"""The sign of a directive among other words: `02-KH/BCĐTW`."""


@dataclass(frozen=True)
class PlanRow:
    """What one row tells: its number in the file, its code, and the values of the other columns that it fills.

    Values are as the register keeps them: days, đồng, percent, codes of block, level and rhythm; officers, units and
    the parent by name or code as written. An empty text or None says that there is none.
    """

    number: int
    code: str
    told: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Plan:
    """A file that was read: what its rows tell, why others were not understood, and the rows themselves.

    `matched` gives each heading and the column that it is read as, "" for one that is not read; `headings` counts rows
    that only part the plan.
    """

    name: str
    names: tuple[str, ...]
    matched: dict[str, str]
    rows: tuple[PlanRow, ...]
    refused: dict[int, Refused]
    source: dict[int, Row]
    headings: int
    sheet: str
    other_sheets: tuple[str, ...]


def read_plan(path: Path, said: Mapping[str, str] | None = None, *, sheet: str | None = None) -> Plan:
    """Read a CSV, XLSX or JSON-lines plan whole; `said` as `parse_said` gives it.

    Refused as `open_table`, `match_headings` and `require_said`, and TABLE_ROWS_TOO_MANY.
    """
    with open_table(path, sheet=sheet) as table:
        headed = match_headings(table, words_with(said or {}), frozenset({Column.TITLE}), EXPECTED)
        require_said(headed.names, said or {})
        kept: list[Row] = []
        for row in headed.rows:
            if len(kept) == MOST_ROWS:
                raise Refused(Reason.TABLE_ROWS_TOO_MANY, limit=MOST_ROWS)
            kept.append(row)
        names, others = headed.names, table.other_sheets
        chosen = table.sheet
    kept = [_spelled(headed, row) for row in fill_merged(path, chosen, kept)]
    told: list[PlanRow] = []
    refused: dict[int, Refused] = {}
    parting = 0
    for row in kept:
        if _parts_the_plan(headed, row):
            parting += 1
            continue
        try:
            told.append(_Cells(headed, row).read())
        except Refused as refusal:
            refused[row.number] = Refused(refusal.reason, **refusal.facts)
    _refuse_twice(told, refused)
    rows = tuple(row for row in told if row.number not in refused)
    matched = {name: "" for name in names if name}
    matched |= {headed.name(column): column.value for column in headed.places if column not in NOT_READ}
    source = {row.number: row for row in kept}
    return Plan(path.name, names, matched, rows, refused, source, parting, chosen, others)


def _spelled(headed: Headed[Column], row: Row) -> Row:
    """A row whose shares and amounts are text: as bare numbers in the file of rejected rows they would mean others."""
    cells = list(row.cells)
    for column, spell in ((Column.PERCENT, _share_text), (Column.BUDGET, _money_text), (Column.DISBURSED, _money_text)):
        place = headed.places.get(column)
        if place is not None and place < len(cells) and isinstance(cells[place], (int, float)):
            with suppress(Refused):
                cells[place] = spell(cells[place], headed.names[place])
    return Row(row.number, tuple(cells))


def _share_text(cell: Cell, column: str) -> str:
    return f"{values.parse_percent(cell, column)}%"


def _money_text(cell: Cell, column: str) -> str:
    return f"{values.parse_money(cell, column)} đồng"


def _parts_the_plan(headed: Headed[Column], row: Row) -> bool:
    """Whether a row is a heading among tasks: a number and a name, and nothing that a task has."""
    if headed.cell(row, Column.CODE) not in {None, ""}:
        return False
    filled = {column for column in headed.places if headed.cell(row, column) not in {None, ""}}
    return filled <= {Column.NUMBER, Column.TITLE} and len(headed.places) > 2


def _refuse_twice(rows: list[PlanRow], refused: dict[int, Refused]) -> None:
    """Refuse every row whose code stands in another row, too: which is right is for the office to say."""
    same: dict[str, list[int]] = {}
    for row in rows:
        same.setdefault(fold(row.code), []).append(row.number)
    for row in rows:
        numbers = same[fold(row.code)]
        if len(numbers) > 1:
            listed = ", ".join(map(str, numbers[:20]))
            refused[row.number] = Refused(Reason.IMPORT_CODE_TWICE, code=row.code, rows=listed)


class _Cells:
    """The cells of one row by column."""

    def __init__(self, headed: Headed[Column], row: Row) -> None:
        self._headed = headed
        self._row = row

    def read(self) -> PlanRow:
        told = {column.value: read(self, column) for column, read in _READ.items() if self.has(column)}
        self._part_document(told)
        code = clean(self.text(Column.CODE), 200) or self._numbered(told)
        if not code:
            raise Refused(Reason.TASK_CODE_MISSING)
        return PlanRow(self._row.number, code, told)

    def cell(self, column: Column) -> Cell:
        return self._headed.cell(self._row, column)

    def has(self, column: Column) -> bool:
        """Whether the row tells something here; an empty cell says nothing."""
        return column in self._headed.places and self.text(column) != ""

    def name(self, column: Column) -> str:
        return self._headed.name(column)

    def text(self, column: Column) -> str:
        """The text of a cell with its line breaks; nothing where there is no such column."""
        if column not in self._headed.places:
            return ""
        return cell_text(self.cell(column), self.name(column)).strip()

    def _numbered(self, told: dict[str, Any]) -> str:
        """A running number is a code only with its directive: every plan has a number 1."""
        number, document = clean(self.text(Column.NUMBER), 40), told.get("document_number") or ""
        sign = _SIGN.search(document)
        return f"{sign[0] if sign else document}.{number}" if number and document else ""

    def _part_document(self, told: dict[str, Any]) -> None:
        """`Kế hoạch 02-KH/BCĐTW ngày 19/6/2025` tells number and day."""
        found = _DATED.fullmatch(told.get("document_number") or "")
        if found and not told.get("document_on"):
            told["document_number"] = found["number"]
            told["document_on"] = values.parse_day(found["day"], self.name(Column.DOCUMENT))


def _line(cells: _Cells, column: Column) -> str:
    text = clean(cells.text(column), 200)
    return "" if text == values.NONE else text


def _prose(cells: _Cells, column: Column) -> str:
    text = clean(cells.text(column), 2_000)
    return "" if text == values.NONE else text


def _day(cells: _Cells, column: Column) -> date | None:
    return values.parse_day(cells.cell(column), cells.name(column))


def _money(cells: _Cells, column: Column) -> int | None:
    return values.parse_money(cells.cell(column), cells.name(column))


def _names(cells: _Cells, column: Column) -> tuple[str, ...]:
    return tuple(clean(one, 200) for one in values.listed(cells.cell(column), cells.name(column)))


def _block(cells: _Cells, column: Column) -> str:
    """One of the four by its words, or the name of an office's own."""
    try:
        return values.word_of(cells.cell(column), cells.name(column), values.BLOCKS) or ""
    except Refused:
        return _line(cells, column)


_READ: Final[dict[Column, Callable[[_Cells, Column], Any]]] = {
    Column.TITLE: _prose,
    Column.PARENT: _line,
    Column.DOCUMENT: _line,
    Column.DOCUMENT_ON: _day,
    Column.BLOCK: _block,
    Column.LEVEL: lambda cells, column: values.word_of(cells.cell(column), cells.name(column), values.LEVELS),
    Column.LEAD: _line,
    Column.COORDINATING: _names,
    Column.RESPONSIBLE: _line,
    Column.FOLLOWERS: _names,
    Column.START: _day,
    Column.DUE: _day,
    Column.EXPECTED: _prose,
    Column.REPORTS: lambda cells, column: values.word_of(cells.cell(column), cells.name(column), values.RHYTHMS),
    Column.BUDGET: _money,
    Column.DISBURSED: _money,
    Column.PERCENT: lambda cells, column: values.parse_percent(cells.cell(column), cells.name(column)),
    Column.COMPLETED: _day,
    Column.RESULT: _prose,
    Column.NOTE: _prose,
}

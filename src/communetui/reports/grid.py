"""A report's figures as the screen shows them: headings, texts, widths, and the keys behind each number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from communedb.reports.figures import Kind, Unknown
from communetui.report_files.wording import heading_of, value_of
from communetui.strings.report_screens import report_screens
from communetui.strings.reports import shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from communedb.reports.figures import Column, Figures, Row, Value

HEAD_LINES: Final = 3
"""A heading takes at most so many lines; a longer one makes its column wider."""
_LOOKED_AT: Final = 400
"""So many rows tell how wide a column is; a later value that is wider is cut and told in full below the table."""
_NUMBER: Final = "number"
"""The column that numbers the rows."""
_MOST_FROZEN: Final = 3
_TO_THE_RIGHT: Final = frozenset({Kind.COUNT, Kind.MONEY, Kind.SHARE, Kind.DAYS, Kind.POINTS})


@dataclass(frozen=True, slots=True)
class Head:
    """A column of the table: its heading, the group over it, how wide its values are and its heading must be."""

    group: str
    text: str
    right: bool
    values: int
    least: int

    @property
    def whole(self) -> str:
        """Group and heading in one, for the line that tells one cell."""
        return f"{self.group}: {self.text}" if self.group else self.text


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of the report as the officer points at it: `row` None is the line of sums."""

    row: Row
    column: Column
    keys: tuple[str, ...]


class Grid:
    """Rows and columns of texts over one report; the sums are its last row. Texts are made as they are asked for."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        total = (figures.total,) if figures.total is not None and figures.rows else ()
        self.rows: Sequence[Row] = (*figures.rows, *total)
        self.heads = tuple(self._head(column) for column in figures.columns)
        self.frozen = _frozen(figures.columns)

    @property
    def has_groups(self) -> bool:
        """Whether any column stands under a group's heading."""
        return any(head.group for head in self.heads)

    def is_total(self, row: int) -> bool:
        """Whether this row holds the sums."""
        return row >= len(self.figures.rows)

    def text(self, row: int, column: int) -> str:
        """One cell, short enough for its column: what is not known takes as little room as a number."""
        asked = self.figures.columns[column]
        return _short(self.rows[row].cells.get(asked.name)) or self.in_full(row, column)

    def in_full(self, row: int, column: int) -> str:
        """One cell in full."""
        asked = self.figures.columns[column]
        told = value_of(self.figures.report, asked, self.rows[row].cells.get(asked.name))
        if not told and column == self.frozen - 1 and self.is_total(row):
            return shared().total
        return told

    def cell(self, row: int, column: int) -> Cell:
        """One cell with the keys of what it counts.

        A row that lists one thing alone leads to it from each of its cells; a number of nothing leads nowhere.
        """
        found, asked = self.rows[row], self.figures.columns[column]
        keys = found.behind.get(asked.name)
        if keys is None and asked.kind is Kind.COUNT and found.cells.get(asked.name) == 0:
            keys = ()
        elif keys is None:
            alone = {key for held in found.behind.values() for key in held}
            keys = tuple(alone) if len(alone) == 1 else ()
        return Cell(found, asked, keys)

    def _head(self, column: Column) -> Head:
        report = self.figures.report
        group, heading = heading_of(report, column)
        values = (row.cells.get(column.name) for row in self._looked_at())
        texts = (_short(value) or value_of(report, column, value) for value in values)
        return Head(group, heading, column.kind in _TO_THE_RIGHT, _widest(texts), _least(heading))

    def _looked_at(self) -> Iterable[Row]:
        yield from self.rows[:_LOOKED_AT]
        yield from self.rows[_LOOKED_AT:][-1:]


def _short(value: Value) -> str:
    return report_screens().unknown[value.value] if isinstance(value, Unknown) else ""


def wrapped(heading: str, width: int) -> list[str]:
    """A heading in lines of at most `width` cells; a longer word is left to be cut."""
    lines: list[str] = []
    for word in heading.split():
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


def _least(heading: str) -> int:
    """The least width at which a heading has no more than its lines and no broken word."""
    width = _widest(heading.split())
    while len(wrapped(heading, width)) > HEAD_LINES:
        width += 1
    return width


def _widest(texts: Iterable[str]) -> int:
    return max(map(cell_len, texts), default=0)


def _frozen(columns: Sequence[Column]) -> int:
    """How many columns stay in sight: up to the first that says in words what a row is about."""
    words = {Kind.TEXT, Kind.CODE}
    worded = (at for at, column in enumerate(columns) if column.kind in words and column.name != _NUMBER)
    at = next(worded, 0)
    return at + 1 if at < _MOST_FROZEN else 1

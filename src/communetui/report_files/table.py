"""A report as one plain table: the same headings and cells for a terminal, CSV and a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from communedb.reports.figures import Kind, Unknown
from communetui.report_files.wording import code_text, heading_of
from communetui.strings.reports import shared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communedb.reports.figures import Column, Figures, Row, Value

TO_THE_RIGHT: Final = frozenset({Kind.COUNT, Kind.MONEY, Kind.SHARE, Kind.DAYS, Kind.POINTS})
"""Kinds of numbers: they stand under each other by their last digit."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a report as it is written: a heading and the sums are bold."""

    cells: tuple[Value, ...]
    bold: bool = False


def headings(figures: Figures) -> list[str]:
    """One heading a column, each told apart: what stands above it goes before it."""
    return [f"{group}: {heading}" if group else heading for group, heading in _heads(figures)]


def groups(figures: Figures) -> list[tuple[str, int]]:
    """What stands above the columns and over how many, from left to right; an empty text over one that stands alone."""
    found: list[tuple[str, int]] = []
    for group, _ in _heads(figures):
        if found and group and found[-1][0] == group:
            found[-1] = (group, found[-1][1] + 1)
        else:
            found.append((group, 1))
    return found


def short_headings(figures: Figures) -> list[str]:
    """The headings as they stand under their groups."""
    return [heading for _, heading in _heads(figures)]


def _heads(figures: Figures) -> list[tuple[str, str]]:
    return [heading_of(figures.report, column) for column in figures.columns]


def lines(figures: Figures) -> Iterator[Line]:
    """The rows with codes in words, then the sums; numbers, dates and moments stay what they are."""
    for row in figures.rows:
        yield Line(_cells(figures, row), row.heading)
    if figures.total is not None and figures.rows:
        yield Line(_with_total(figures, _cells(figures, figures.total)), bold=True)


def _cells(figures: Figures, row: Row) -> tuple[Value, ...]:
    return tuple(_cell(figures.report, column, row.cells.get(column.name)) for column in figures.columns)


def _cell(report: str, column: Column, value: Value) -> Value:
    if isinstance(value, Unknown):
        return shared().unknown[value.value]
    return code_text(report, column.name, value) if isinstance(value, str) else value


def _with_total(figures: Figures, cells: tuple[Value, ...]) -> tuple[Value, ...]:
    """The sums with their name in the first column of words that is empty, where the rows say what they are about.

    Where no column is of words, as in a table by day, it stands in the first if that is empty.
    """
    for place, column in enumerate(figures.columns):
        if column.kind in {Kind.TEXT, Kind.CODE} and column.name != "number" and cells[place] in {None, ""}:
            return (*cells[:place], shared().total, *cells[place + 1 :])
    is_unnamed = not {Kind.TEXT, Kind.CODE} & {column.kind for column in figures.columns} and cells[0] is None
    return (shared().total, *cells[1:]) if is_unnamed else cells

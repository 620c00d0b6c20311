"""The words of a report on the screen: title, headings, values, doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communedb.reports.figures import Column, Doubt, Figures, Value


def title_of(report: str) -> str:
    """A report's title."""
    return report


def heading_of(report: str, column: Column) -> tuple[str, str]:
    """The group over a column, empty if it stands alone, and its own heading."""
    return "", column.name


def value_of(report: str, column: Column, value: Value) -> str:
    """A value as people read it."""
    return "" if value is None else str(value)


def row_text(figures: Figures, key: str) -> str:
    """What the row of this key is about."""
    return key


def doubt_text(doubt: Doubt) -> str:
    """What does not add up, in a sentence."""
    return doubt.code

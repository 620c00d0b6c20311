"""The words of a report: title, headings, values and doubts in the language of now."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from communedb.domain.moment import local
from communedb.reports.figures import Kind, Unknown
from communetui.numbers import count_text, decimal_text, share_text
from communetui.strings.facts import filled
from communetui.strings.report_words import ReportWords
from communetui.strings.reports import REPORTS, shared
from communetui.strings.values import values

if TYPE_CHECKING:
    from communedb.reports.figures import Column, Doubt, Figures, Value


def _words(report: str) -> ReportWords:
    """The words of a report; of one that a newer program sent, its bare name."""
    return REPORTS[report]() if report in REPORTS else ReportWords(title=report)


def title_of(report: str) -> str:
    """A report's title."""
    return _words(report).title


def form_of(report: str) -> str:
    """The number of its official form; nothing if it has none."""
    return _words(report).form or ""


def is_numbered(report: str) -> bool:
    """Whether its columns are known by their numbers, as those of an official form are."""
    return _words(report).numbered


def heading_of(report: str, column: Column) -> tuple[str, str]:
    """The group over a column, empty if it stands alone, and its own heading."""
    words = _words(report)
    heading = words.columns.get(column.name) or shared().columns.get(column.name, column.name)
    return words.groups.get(column.name, ""), heading


def code_text(report: str, column: str, value: str) -> str:
    """The words of a code; a text that is none stays as it is."""
    key = f"{column}:{value}"
    for words in (_words(report).codes, shared().codes):
        if key in words:
            return words[key]
    return values().status.get(value, value) if column == "status" else value


def value_of(report: str, column: Column, value: Value) -> str:
    """A value as people read it; money in đồng, moments on the clock of the desk."""
    if isinstance(value, Unknown):
        return shared().unknown[value.value]
    if value is None or value == "":
        return ""
    if isinstance(value, datetime):
        return f"{local(value):%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, str):
        return code_text(report, column.name, value)
    if column.kind is Kind.SHARE:
        return share_text(value)
    if column.kind is Kind.POINTS or (isinstance(value, float) and not value.is_integer()):
        return decimal_text(value)
    return count_text(int(value))


def row_text(figures: Figures, key: str) -> str:
    """What the row of this key is about: its first words; of the sums, so."""
    if not key:
        return shared().total
    row = next((row for row in figures.rows if row.key == key), None)
    if row is None:
        return key.partition(":")[2] or key.rstrip(":")
    worded = (value_of(figures.report, column, row.cells.get(column.name)) for column in _worded(figures))
    return next(filter(None, worded), key)


def _worded(figures: Figures) -> list[Column]:
    kinds = {Kind.TEXT, Kind.CODE}
    return [column for column in figures.columns if column.kind in kinds and column.name != "number"]


def doubt_text(doubt: Doubt, report: str = "ii06a") -> str:
    """What does not add up, in a sentence."""
    facts = dict(doubt.facts)
    for name in ("row", "sent_row"):
        if name in facts:
            facts[name] = code_text(report, "field", facts[name]) or shared().total
    for name in ("first", "last"):
        if name in facts:
            facts[name] = _day(facts[name])
    if "column" in facts:
        facts["column"] = _words(report).columns.get(facts["column"], facts["column"])
    return filled(shared().doubts.get(doubt.code, doubt.code), facts)


def _day(text: str) -> str:
    try:
        return f"{date.fromisoformat(text):%d/%m/%Y}"
    except ValueError:
        # It stands in a report that was sent from elsewhere.
        return text

"""Difficulties and bottlenecks of a period, usually a week: by group and by whom they come from, resolved or open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.feedback import Category
from communedb.reports.figures import Column, Figures, Kind, Row
from communedb.reports.grouped import by_trait, counts
from communedb.reports.voices import Voice, voices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.reports.figures import Asked, Value
    from communedb.sqlite import Database

NAME: Final = "difficulties"
_NUMBERS: Final = ("total", "carried_over", "raised", "resolved", "closed", "open", "escalated")
COLUMNS: Final = (Column("name", Kind.TEXT), *(Column(name) for name in _NUMBERS))
"""`closed` are those that ended without being resolved."""


def figures(db: Database, asked: Asked) -> Figures:
    """The report: carried over and raised are resolved, closed or open."""
    found = voices(db, asked, Category.DIFFICULTY)

    def row_of(key: str, name: Value, among: Sequence[Voice], /) -> Row:
        cells, behind = counts(_lists(among, asked))
        return Row(key, {"name": name, **cells}, behind)

    rows = (
        *by_trait("topic", found, lambda one: one.topic or one.kind, row_of),
        *by_trait("source", found, lambda one: one.source, row_of),
    )
    return Figures(NAME, asked.period, COLUMNS, rows, row_of("", "", found), subjects="feedback")


def _lists(among: Sequence[Voice], asked: Asked) -> dict[str, list[str]]:
    ended = [one for one in among if one.handled_at is not None]
    return {
        "total": [one.feedback for one in among],
        "carried_over": [one.feedback for one in among if one.received_at < asked.period.start],
        "raised": [one.feedback for one in among if one.received_at >= asked.period.start],
        "resolved": [one.feedback for one in ended if one.resolved],
        "closed": [one.feedback for one in ended if not one.resolved],
        "open": [one.feedback for one in among if one.handled_at is None],
        "escalated": [one.feedback for one in among if one.escalated],
    }

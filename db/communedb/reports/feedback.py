"""Feedback of a period by kind and by source: received, handled in time or late, still open, and the four limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.reports.doubts import DoubtCode
from communedb.reports.figures import Column, Doubt, Figures, Kind, Row
from communedb.reports.grouped import by_trait, counts
from communedb.reports.voices import Voice, voices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communedb.reports.figures import Asked, Value
    from communedb.sqlite import Database

NAME: Final = "feedback"
_NUMBERS: Final = (
    "total", "received", "carried_over", "handled", "handled_in_time", "handled_late", "open", "open_in_time",
    "open_overdue", "refused", "refused_late", "asked_late", "published", "published_late", "escalated", "reopened",
)  # fmt: skip
COLUMNS: Final = (Column("name", Kind.TEXT), *(Column(name) for name in _NUMBERS))


def figures(db: Database, asked: Asked) -> Figures:
    """The report; received and carried over are what was handled and what is open, or a doubt says so."""
    found = voices(db, asked, publishing=True)

    def row_of(key: str, name: Value, among: Sequence[Voice], /) -> Row:
        cells, behind = counts(_lists(among, asked))
        return Row(key, {"name": name, **cells}, behind)

    rows = (
        *by_trait("kind", found, lambda one: one.kind, row_of),
        *by_trait("source", found, lambda one: one.source, row_of),
    )
    total = row_of("", "", found)
    return Figures(NAME, asked.period, COLUMNS, rows, total, tuple(_doubts(db, total)), subjects="feedback")


def _lists(every: Sequence[Voice], asked: Asked) -> dict[str, list[str]]:
    among = [one for one in every if one.is_of(asked)]
    publishing = [one for one in every if one.owes_publishing(asked)]
    handled = [one for one in among if one.handled_at is not None]
    still = [one for one in among if one.open and one.handled_at is None]
    new = asked.period.start
    return {
        "total": [one.feedback for one in among],
        "received": [one.feedback for one in among if one.received_at >= new],
        "carried_over": [one.feedback for one in among if one.received_at < new],
        "handled": [one.feedback for one in handled],
        "handled_in_time": [one.feedback for one in handled if _right(one)],
        "handled_late": [one.feedback for one in handled if not _right(one)],
        "open": [one.feedback for one in still],
        "open_in_time": [one.feedback for one in still if one.answered.kept],
        "open_overdue": [one.feedback for one in still if not one.answered.kept],
        "refused": [one.feedback for one in among if one.refused.applied],
        "refused_late": [one.feedback for one in among if one.refused.applied and not one.refused.kept],
        "asked_late": [one.feedback for one in among if one.asked.applied and not one.asked.kept],
        # One whose answer may still be published in time is not published.
        "published": [one.feedback for one in publishing if one.published_at is not None and one.published.kept],
        "published_late": [one.feedback for one in publishing if not one.published.kept],
        "escalated": [one.feedback for one in among if one.escalated],
        "reopened": [one.feedback for one in among if one.reopened],
    }


def _right(one: Voice) -> bool:
    return one.refused.kept if one.refused.applied else one.answered.kept


def _doubts(db: Database, total: Row) -> Iterator[Doubt]:
    """Each piece is either handled or open: what is neither arrived with steps that contradict each other."""
    told = {*total.behind["handled"], *total.behind["open"]}
    for feedback in total.behind["total"]:
        if feedback not in told:
            code = db.conn.execute("SELECT code FROM feedback WHERE id = ?", (feedback,)).fetchone()[0]
            yield Doubt(DoubtCode.NEITHER_OPEN_NOR_DONE, feedback, {"code": code})

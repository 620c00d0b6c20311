"""Lists of feedback, whole: a commune has some hundreds, a hub some thousands."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.dossier_filter import DueFilter
from communedb.domain.due_state import DueState, due_state
from communedb.domain.moment import parse_utc
from communedb.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from communedb.domain.calendar import WorkCalendar
    from communedb.domain.feedback_filter import FeedbackFilter
    from communedb.sqlite import Database

_COLUMNS = (
    "f.id AS key", "f.code", "category", "kind", "topic", "source", "content", "anonymous", "sender_name",
    "subject_kind", "subject", "level", "escalated_from", "scope", "received_at", "received_on", "status", "voided",
    "open", "paused", "due_at", "due_expected", "refuse_due_at", "ask_due_at", "handle_due_at", "publish_due_at",
    "holder", "asked_at", "refused_at", "answered_at", "published_at", "resolved_at", "closed_at", "handled_at",
    "escalated_to",
)  # fmt: skip


class FeedbackRow(NamedTuple):
    """One line of a list of feedback; times as the register keeps them, `due` how it stands against its limit."""

    key: str
    code: str
    category: str
    kind: str
    topic: str
    source: str
    content: str
    anonymous: int
    sender_name: str | None
    subject_kind: str
    subject: str | None
    level: str
    escalated_from: str | None
    scope: str
    received_at: str
    received_on: str
    status: str
    voided: int
    open: int
    paused: int
    due_at: str | None
    due_expected: int
    refuse_due_at: str | None
    ask_due_at: str | None
    handle_due_at: str | None
    publish_due_at: str | None
    holder: str
    asked_at: str | None
    refused_at: str | None
    answered_at: str | None
    published_at: str | None
    resolved_at: str | None
    closed_at: str | None
    handled_at: str | None
    escalated_to: str
    due: DueState


def feedback_rows(db: Database, wanted: FeedbackFilter, now: datetime, calendar: WorkCalendar) -> list[FeedbackRow]:
    """The feedback that a filter shows: the open by what is owed first, then the rest, latest received first."""
    conditions = list(_conditions(wanted))
    where = " AND ".join(sql for sql, _ in conditions)
    found = db.conn.execute(
        f"SELECT {', '.join(_COLUMNS)} FROM feedback AS f JOIN feedback_state AS s ON s.feedback = f.id WHERE {where}"
        " ORDER BY open DESC, CASE open WHEN 1 THEN coalesce(due_at, '9999') ELSE '' END, received_at DESC, f.id",
        tuple(value for _, values in conditions for value in values),
    )
    # Much falls due at the end of one day, and each of these asks the calendar.
    known = lru_cache(maxsize=None)(partial(_standing, now=now, calendar=calendar))
    read = (FeedbackRow._make((*row, DueState.NONE)) for row in found)
    standing = [row if row.voided else row._replace(due=known(*_promise(row))) for row in read]
    return [row for row in standing if wanted.due is None or row.due in _BY_DUE[wanted.due]]


_BY_DUE = {
    DueFilter.OVERDUE: {DueState.OVERDUE},
    DueFilter.TODAY: {DueState.DUE_TODAY},
    DueFilter.SOON: {DueState.DUE_TODAY, DueState.DUE_SOON},
    DueFilter.PRESSING: {DueState.OVERDUE, DueState.DUE_TODAY, DueState.DUE_SOON},
    DueFilter.WAITING: {DueState.PAUSED},
}


def _promise(row: FeedbackRow) -> tuple[str | None, str | None, bool]:
    """What is owed, or was; when it was handled, once nothing more is; whether the clock stands still."""
    return (row.due_at, None, bool(row.paused)) if row.open else (row.handle_due_at, row.handled_at, False)


def _standing(
    due_at: str | None, closed: str | None, paused: bool, *, now: datetime, calendar: WorkCalendar
) -> DueState:
    due, ended = (parse_utc(text) if text else None for text in (due_at, closed))
    return due_state(due, now, calendar, ended, paused=paused)


def _conditions(wanted: FeedbackFilter) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    yield "voided = ?", (int(wanted.voided),)
    for column, value in (
        ("category", wanted.category), ("kind", wanted.kind), ("source", wanted.source), ("topic", wanted.topic),
        ("level", wanted.level), ("holder", wanted.officer), ("subject", wanted.subject),
    ):  # fmt: skip
        if value is not None:
            yield f"{column} = ?", (str(value),)
    if wanted.statuses:
        yield f"status IN ({', '.join('?' * len(wanted.statuses))})", tuple(str(one) for one in wanted.statuses)
    if wanted.open_only:
        yield "open = 1", ()
    if wanted.unassigned:
        yield "open = 1 AND holder = ''", ()
    if wanted.received_from is not None:
        yield "received_on >= ?", (wanted.received_from.isoformat(),)
    if wanted.received_to is not None:
        yield "received_on <= ?", (wanted.received_to.isoformat(),)
    for word in re.findall(r"[^\W_]+", fold(wanted.text[:200])):
        yield "instr(search, ?) > 0", (word,)


def topics(db: Database) -> list[str]:
    """The groups of difficulties in use, those with most first."""
    found = db.conn.execute("SELECT topic FROM feedback WHERE topic <> '' GROUP BY topic ORDER BY count(*) DESC, topic")
    return [topic for (topic,) in found]

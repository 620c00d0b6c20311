"""A filter of dossiers as SQL over their derived rows, each condition with the column that it speaks of."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.calendar import to_the_minute
from communedb.domain.deadlines import due_soon_until
from communedb.domain.dossier_filter import DueFilter
from communedb.domain.moment import VIETNAM, utc_text
from communedb.domain.status import WITH_CITIZEN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from communedb.domain.calendar import WorkCalendar
    from communedb.domain.dossier_filter import DossierFilter


class Condition(NamedTuple):
    """One condition: the column, the SQL, the values for its question marks."""

    column: str
    sql: str
    values: tuple[str, ...] = ()


def conditions(wanted: DossierFilter, now: datetime, calendar: WorkCalendar) -> list[Condition]:
    """Everything that a filter asks for, except its text."""
    return [*_equal(wanted), *_papers(wanted), *_between(wanted), *_state(wanted, now, calendar)]


def received_from(day: date) -> Condition:
    """Received on this local date or later."""
    return Condition("received_at", "received_at >= ?", (midnight(day),))


def received_to(day: date) -> Condition:
    """Received on this local date or earlier."""
    return Condition("received_at", "received_at < ?", (midnight(day + timedelta(days=1)),))


def due_condition(due: DueFilter, now: datetime, calendar: WorkCalendar) -> Condition:
    """The SQL of a due filter, counted as `domain.due_state` does: to the minute, and a promised date to its end.

    A promise whose clock stands still is neither overdue nor due.
    """
    live = "open = 1 AND paused = 0 AND ended_at IS NULL"
    if due is DueFilter.WAITING:
        marks = ", ".join(f"'{status.value}'" for status in sorted(WITH_CITIZEN))
        return Condition("open", f"open = 1 AND status IN ({marks})")
    minute = to_the_minute(now)
    if due is DueFilter.OVERDUE:
        return Condition("open", f"{live} AND due_at < ?", (utc_text(minute),))
    last = minute.date() if due is DueFilter.TODAY else due_soon_until(now, calendar)
    end = midnight(last + timedelta(days=1))
    if due is DueFilter.PRESSING:
        return Condition("open", f"{live} AND due_at < ?", (end,))
    return Condition("open", f"{live} AND due_at >= ? AND due_at < ?", (utc_text(minute), end))


def _equal(wanted: DossierFilter) -> Iterator[Condition]:
    values = {
        "person": wanted.person,
        "returned_on": wanted.returned_on.isoformat() if wanted.returned_on else None,
        "procedure_code": "" if wanted.unmatched else wanted.procedure_code,
        "holder": wanted.officer,
        "field": wanted.field,
        "channel": wanted.channel.value if wanted.channel else None,
    }
    for column, value in values.items():
        if value is not None:
            yield Condition(column, f"{column} = ?", (value,))


def offered_to(officer: str) -> Condition:
    """A hand-over to this officer waits to be accepted; in the words of its index."""
    return Condition("offered_to", "offered_to = ? AND offered_to <> ''", (officer,))


def _papers(wanted: DossierFilter) -> Iterator[Condition]:
    if wanted.offered_to is not None:
        yield offered_to(wanted.offered_to)
    if wanted.papers_with is not None:
        # The papers of what is over lie in the archive.
        yield Condition("open", "open = 1")
        yield Condition("papers_with", "papers_with = ?", (wanted.papers_with,))


def _between(wanted: DossierFilter) -> Iterator[Condition]:
    if wanted.received_from is not None:
        yield received_from(wanted.received_from)
    if wanted.received_to is not None:
        yield received_to(wanted.received_to)
    if wanted.changed_since is not None:
        yield Condition("changed_at", "changed_at > ?", (wanted.changed_since,))
    if wanted.changed_not_by is not None:
        yield Condition("changed_by", "changed_by <> ?", (wanted.changed_not_by,))


def _state(wanted: DossierFilter, now: datetime, calendar: WorkCalendar) -> Iterator[Condition]:
    if wanted.statuses:
        marks = ", ".join("?" * len(wanted.statuses))
        yield Condition("status", f"status IN ({marks})", tuple(status.value for status in wanted.statuses))
    if wanted.no_official_code:
        yield Condition("has_outside_code", "has_outside_code = 0")
    if not wanted.voided:
        yield Condition("voided", "voided = 0")
    if wanted.open_only:
        yield Condition("open", "open = 1")
    if wanted.due is not None:
        yield due_condition(wanted.due, now, calendar)


def midnight(day: date) -> str:
    """The instant at which a local date begins, as the register writes it."""
    return utc_text(datetime.combine(day, time(), VIETNAM))

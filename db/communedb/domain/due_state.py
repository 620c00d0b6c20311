"""How a promise stands against the clock."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from communedb.domain.calendar import to_the_minute

if TYPE_CHECKING:
    from datetime import date, datetime

    from communedb.domain.calendar import WorkCalendar

SOON_WORKING_DAYS = 2
"""An open promise is due soon when it falls within so many working days after today."""


class DueState(StrEnum):
    """How a dossier stands against its due date: five states while it is open, three once it is closed."""

    NONE = "none"
    IN_TIME = "in_time"
    DUE_SOON = "due_soon"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    PAUSED = "paused"
    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"


def due_soon_until(now: datetime, calendar: WorkCalendar) -> date:
    """The last local date that counts as due soon: the second working day after today."""
    return calendar.add_working_days(to_the_minute(now).date(), SOON_WORKING_DAYS)


def due_state(
    due_at: datetime | None,
    now: datetime,
    calendar: WorkCalendar,
    closed_at: datetime | None = None,
    *,
    paused: bool = False,
) -> DueState:
    """How a dossier stands; `closed_at` is when its handling ended, `paused` while its clock stands still.

    Compared to the minute: whoever finishes in the last minute is on time. A dossier closed on an earlier date than
    promised is early, on the promised date on time (the two columns of the national report II.06a).
    """
    if due_at is None:
        return DueState.NONE
    due = to_the_minute(due_at)
    if closed_at is not None:
        return _closed(due, to_the_minute(closed_at))
    if paused:
        return DueState.PAUSED
    return _open(due, to_the_minute(now), calendar)


def closed_state(due_at: datetime, closed_at: datetime) -> DueState:
    """How a promise was kept, once the work has ended."""
    return _closed(to_the_minute(due_at), to_the_minute(closed_at))


def _closed(due: datetime, closed: datetime) -> DueState:
    if closed > due:
        return DueState.LATE
    return DueState.EARLY if closed.date() < due.date() else DueState.ON_TIME


def _open(due: datetime, now: datetime, calendar: WorkCalendar) -> DueState:
    if now > due:
        return DueState.OVERDUE
    if now.date() == due.date():
        return DueState.DUE_TODAY
    return DueState.DUE_SOON if due.date() <= due_soon_until(now, calendar) else DueState.IN_TIME

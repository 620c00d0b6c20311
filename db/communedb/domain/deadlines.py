"""When a result is due: reckoned once, at reception and after each pause, and then kept.

The first day is not counted (Civil Code 2015, art. 147(2)); hours run from the moment itself (art. 147(1)); a period
that ends on a day off ends with the next working day (art. 148(5)). Days are due at the end of work of the last one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from communedb.domain.calendar import days_later, to_the_minute
from communedb.domain.due_state import DueState, due_soon_until, due_state
from communedb.domain.refusal import Reason, Refused
from communedb.domain.time_limit import LimitUnit, TimeLimit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communedb.domain.calendar import WorkCalendar

__all__ = [
    "SAME_DAY_CUTOFF",
    "Affected",
    "Due",
    "DueState",
    "LimitUnit",
    "Promise",
    "TimeLimit",
    "affected",
    "due",
    "due_after_pauses",
    "due_soon_until",
    "due_state",
    "resume",
]

SAME_DAY_CUTOFF = time(15)
"""What is received at this minute or later is returned on the next working day (texts of 1.001193, 2.000815 ...)."""

_MINUTES_OF_HOUR = 60


@dataclass(frozen=True, slots=True)
class Due:
    """A promised moment, aware, to the minute; `expected` while a day it relies on is not announced yet."""

    at: datetime
    expected: bool


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised for one dossier, as far as a newer calendar could touch it.

    `due_at` is the date the citizen holds; `limit` is None when a person set it (an extension). `pauses` are the
    finished ones, (paused, resumed), in order.
    """

    key: str
    due_at: datetime
    received: datetime
    limit: TimeLimit | None
    pauses: tuple[tuple[datetime, datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class Affected:
    """A promise to which a newer calendar would give another moment; the promise itself stays."""

    promise: Promise
    newer: Due


def due(received: datetime, limit: TimeLimit, calendar: WorkCalendar) -> Due:
    """When the result of a dossier received at this moment is due.

    Days are counted from the day after reception, whether or not the day of reception was worked. Hours received
    outside the sessions start with the next one.
    """
    start = to_the_minute(received)
    today = start.date()
    match limit.unit:
        case LimitUnit.WORKING_DAY:
            at = calendar.end_of_work(calendar.add_working_days(today, limit.amount))
            relied = days_later(today, 1)
        case LimitUnit.CALENDAR_DAY:
            # Only the end of the period asks the calendar anything.
            relied = days_later(today, limit.amount)
            at = calendar.end_of_work(relied)
        case LimitUnit.HOUR:
            at = calendar.after_working_minutes(start, limit.amount * _MINUTES_OF_HOUR)
            relied = today
        case LimitUnit.SAME_DAY:
            at = calendar.end_of_work(_same_day(start, calendar))
            relied = today
    return Due(at, _relies_on_estimate(relied, at, calendar))


def resume(due: Due, paused: datetime, resumed: datetime, limit: TimeLimit, calendar: WorkCalendar) -> Due:
    """The new due date when the clock stood still from `paused` to `resumed`.

    What was left at the pause runs on: so many working days, calendar days or working minutes, the day of resumption
    not counted. A promise paused on its last day goes on as a same-day one. A promise that was already broken at the
    pause stays as it was. Never earlier than before; Refused with RESUMED_BEFORE_PAUSE when the times are swapped.
    """
    stopped, again = to_the_minute(paused), to_the_minute(resumed)
    if again < stopped:
        raise Refused(
            Reason.RESUMED_BEFORE_PAUSE, paused=f"{stopped:%H:%M %d/%m/%Y}", resumed=f"{again:%H:%M %d/%m/%Y}"
        )
    until = _on_working_day(due.at, calendar)
    if again == stopped or stopped >= to_the_minute(due.at):
        return due
    at = max(until, _run_on(until, stopped, again, limit.unit, calendar))
    return Due(at, _relies_on_estimate(again.date(), at, calendar))


def due_after_pauses(
    received: datetime, limit: TimeLimit, calendar: WorkCalendar, pauses: Iterable[tuple[datetime, datetime]]
) -> Due:
    """When the result is due after these pauses, in order, all reckoned with one calendar."""
    promised = due(received, limit, calendar)
    for paused, resumed in pauses:
        promised = resume(promised, paused, resumed, limit, calendar)
    return promised


def affected(promises: Iterable[Promise], old: WorkCalendar, new: WorkCalendar) -> list[Affected]:
    """The promises to which the new calendar gives another moment than the old one; moves none.

    A date set by a person is listed only when the new calendar takes its day off.
    """
    found = []
    for promise in promises:
        before, after = _reckoned(promise, old), _reckoned(promise, new)
        if after.at != before.at and after.at != to_the_minute(promise.due_at):
            found.append(Affected(promise, after))
    return found


def _reckoned(promise: Promise, calendar: WorkCalendar) -> Due:
    if promise.limit is not None:
        return due_after_pauses(promise.received, promise.limit, calendar, promise.pauses)
    at = _on_working_day(promise.due_at, calendar)
    return Due(at, _relies_on_estimate(to_the_minute(promise.due_at).date(), at, calendar))


def _on_working_day(promised: datetime, calendar: WorkCalendar) -> datetime:
    """The promised moment, or the end of the next working day when its day has been closed since."""
    at = to_the_minute(promised)
    return at if calendar.is_working_day(at.date()) else calendar.end_of_work(at.date())


def _run_on(until: datetime, stopped: datetime, again: datetime, unit: LimitUnit, calendar: WorkCalendar) -> datetime:
    """When what was left between `stopped` and `until` is used up, going on from `again`."""
    if unit is LimitUnit.SAME_DAY:
        unchanged = again <= until and _same_day(stopped, calendar) == _same_day(again, calendar)
        return until if unchanged else calendar.end_of_work(_same_day(again, calendar))
    if unit is LimitUnit.HOUR:
        minutes = calendar.working_minutes_between(stopped, until)
        if minutes:
            return calendar.after_working_minutes(again, minutes)
    elif unit is LimitUnit.WORKING_DAY:
        days = calendar.working_days_between(stopped.date(), until.date())
        if days:
            return calendar.end_of_work(calendar.add_working_days(again.date(), days))
    elif until.date() > stopped.date():
        return calendar.end_of_work(days_later(again.date(), (until.date() - stopped.date()).days))
    # Less than a day was left: a pause within that day changes nothing, a longer one leaves a same-day promise.
    return until if again <= until else calendar.end_of_work(_same_day(again, calendar))


def _same_day(moment: datetime, calendar: WorkCalendar) -> date:
    """The day of a same-day result: today before 15:00 while the counter still works, else the next working day."""
    today = moment.date()
    open_still = calendar.is_working_day(today) and moment < calendar.end_of_work(today)
    if open_still and moment.time() < SAME_DAY_CUTOFF:
        return today
    return calendar.next_working_day(today)


def _relies_on_estimate(first: date, at: datetime, calendar: WorkCalendar) -> bool:
    """Whether any day from `first` to the due date is not announced yet."""
    span = range((at.date() - first).days + 1)
    return any(not calendar.is_announced(first + timedelta(days=ahead)) for ahead in span)

"""When the tour plays: on the last working day that is over, or, where that is written already, from now on."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from communedb.domain.moment import VIETNAM, local

if TYPE_CHECKING:
    from communedb.domain.calendar import WorkCalendar

_TICK: Final = timedelta(seconds=5)
"""Longer than two presses of one print key are apart."""


def last_finished_day(calendar: WorkCalendar, now: datetime) -> date:
    """The last working day whose sessions are over."""
    day = local(now).date()
    while not calendar.is_working_day(day) or calendar.end_of_work(day) > now:
        day -= timedelta(days=1)
    return day


def opening(calendar: WorkCalendar, day: date) -> datetime:
    """When the counter opens on a working day."""
    return datetime.combine(day, calendar.sessions_of(day)[0].start, VIETNAM)


class StoryClock:
    """A clock that is set to the hours of the story; nothing that it shows lies ahead of the PC's clock for long.

    When the register already knows something later than that day's opening, the story goes on from now instead, a few
    seconds at a time: a register's clock is never turned back.
    """

    def __init__(self, calendar: WorkCalendar, now: datetime, written_until: datetime) -> None:
        day = last_finished_day(calendar, now)
        self.day = day if opening(calendar, day) >= written_until else None
        self._now = opening(calendar, day) if self.day else max(now, written_until)

    def __call__(self) -> datetime:
        """The moment of the story."""
        return self._now

    def reach(self, clock: str) -> None:
        """Go on to this time of the story's day, `08:30`; or by one tick."""
        if self.day is None:
            self._now += _TICK
        else:
            self._now = datetime.combine(self.day, time.fromisoformat(clock), VIETNAM)

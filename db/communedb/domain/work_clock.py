"""Working time between many pairs of instants: the calendar is walked through once, not for each of them."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from communedb.domain.moment import VIETNAM

if TYPE_CHECKING:
    from communedb.domain.calendar import WorkCalendar

MINUTES_A_DAY: Final = 8 * 60
"""A working day of the law has eight hours."""


class WorkClock:
    """The sessions from one local date to another, both counted; instants outside count as its ends."""

    def __init__(self, calendar: WorkCalendar, first: date, last: date) -> None:
        self._starts: list[int] = []
        self._lengths: list[int] = []
        self._before: list[int] = []
        total = 0
        for ahead in range((last - first).days + 1):
            day = first + timedelta(days=ahead)
            for session in calendar.sessions_of(day):
                start = _minute(datetime.combine(day, session.start, VIETNAM))
                length = _minute(datetime.combine(day, session.end, VIETNAM)) - start
                self._starts.append(start)
                self._lengths.append(length)
                self._before.append(total)
                total += length

    def minutes(self, begin: datetime, end: datetime) -> int:
        """Working minutes from `begin` to `end`; 0 when `end` is not later."""
        return max(self._until(_minute(end)) - self._until(_minute(begin)), 0)

    def _until(self, minute: int) -> int:
        place = bisect_right(self._starts, minute) - 1
        if place < 0:
            return 0
        return self._before[place] + min(minute - self._starts[place], self._lengths[place])


def _minute(moment: datetime) -> int:
    """Whole minutes since 1970; in Vietnam they begin where those of UTC do."""
    return int(moment.timestamp() // 60)

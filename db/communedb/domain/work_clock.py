"""Working time between many pairs of instants: the calendar is walked through once, not for each of them."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from communedb.domain.calendar import to_the_minute
from communedb.domain.moment import VIETNAM

if TYPE_CHECKING:
    from communedb.domain.calendar import WorkCalendar

MINUTES_A_DAY: Final = 8 * 60
"""A working day of the law has eight hours."""

_MINUTE: Final = timedelta(minutes=1)


class WorkClock:
    """The sessions from one local date to another, both counted; instants outside count as its ends."""

    def __init__(self, calendar: WorkCalendar, first: date, last: date) -> None:
        self._starts: list[datetime] = []
        self._lengths: list[int] = []
        self._before: list[int] = []
        total = 0
        for ahead in range((last - first).days + 1):
            day = first + timedelta(days=ahead)
            for session in calendar.sessions_of(day):
                start = datetime.combine(day, session.start, VIETNAM)
                length = (datetime.combine(day, session.end, VIETNAM) - start) // _MINUTE
                self._starts.append(start)
                self._lengths.append(length)
                self._before.append(total)
                total += length

    def minutes(self, begin: datetime, end: datetime) -> int:
        """Working minutes from `begin` to `end`; 0 when `end` is not later."""
        return max(self._until(end) - self._until(begin), 0)

    def _until(self, moment: datetime) -> int:
        at = to_the_minute(moment)
        place = bisect_right(self._starts, at) - 1
        if place < 0:
            return 0
        return self._before[place] + min((at - self._starts[place]) // _MINUTE, self._lengths[place])

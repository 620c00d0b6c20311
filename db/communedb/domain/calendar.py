"""The working calendar of a counter: which days and hours count.

All times of the day are Vietnam time, to the minute. The calendar knows no clock and no file: its days are handed in.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from communedb.domain.moment import VIETNAM, local
from communedb.domain.refusal import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

HORIZON_DAYS = 4_000
"""How far one count looks ahead (eleven years); a calendar that offers too little work by then is refused."""

_SATURDAY = 5
_NOON = time(12)


class DayKind(StrEnum):
    """Why a day is not what its weekday says."""

    HOLIDAY = "holiday"
    MAKEUP = "makeup"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day that is off or worked against its weekday.

    A holiday or a day closed by the administrator (flood, storm) is off; a make-up day is worked with all sessions.
    A make-up entry on a weekday takes back an expected holiday that was announced otherwise. `announced` is False for
    an estimate; `source` names the law, notice or person behind the entry.
    """

    day: date
    kind: DayKind
    name: str
    announced: bool
    source: str


@dataclass(frozen=True, slots=True)
class Session:
    """A stretch of work within one day, from `start` up to `end`."""

    start: time
    end: time


OFFICE_HOURS = (Session(time(7, 30), time(11, 30)), Session(time(13, 30), time(17, 30)))
"""The usual sessions of a commune: eight hours a day."""


def to_the_minute(moment: datetime) -> datetime:
    """The instant as the desk stamps it: Vietnam time, seconds dropped. ValueError without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    try:
        return local(moment).replace(second=0, microsecond=0)
    except OverflowError:
        raise _beyond(moment.date()) from None


def days_later(day: date, days: int) -> date:
    """The date so many calendar days later; refused at the end of dates."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise _beyond(day) from None


def _beyond(after: date) -> Refused:
    return Refused(Reason.BEYOND_CALENDAR, after=f"{after:%d/%m/%Y}", days=HORIZON_DAYS)


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, VIETNAM)


def _minutes(span: timedelta) -> int:
    return span // timedelta(minutes=1)


def _days_from(first: date) -> Iterator[date]:
    """The given day and those after it, as far as the horizon and the end of dates."""
    for ahead in range(min(HORIZON_DAYS, (date.max - first).days + 1)):
        yield first + timedelta(days=ahead)


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The days and sessions of one counter.

    Monday to Friday are worked in all `sessions`, Saturday in its morning ones where the counter is open then
    (`saturday_morning`), Sunday never; `days` overrides them. Refused with SESSIONS_OUT_OF_ORDER when the sessions are
    missing, empty, overlapping or not in whole minutes.
    """

    days: Mapping[date, CalendarDay]
    sessions: tuple[Session, ...] = OFFICE_HOURS
    saturday_morning: bool = False
    _announced_years: frozenset[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        _check(self.sessions)
        given = {e.day.year for e in self.days.values() if e.kind is DayKind.HOLIDAY}
        estimated = {e.day.year for e in self.days.values() if not e.announced}
        object.__setattr__(self, "days", MappingProxyType(dict(self.days)))
        object.__setattr__(self, "_announced_years", frozenset(given - estimated))

    @classmethod
    def of(
        cls,
        days: Iterable[CalendarDay],
        sessions: tuple[Session, ...] = OFFICE_HOURS,
        *,
        saturday_morning: bool = False,
    ) -> WorkCalendar:
        """A calendar from a list of days; the later entry of a day wins."""
        return cls({entry.day: entry for entry in days}, sessions, saturday_morning)

    def with_days(self, extra: Iterable[CalendarDay]) -> WorkCalendar:
        """The same calendar with corrections laid over it, for example a day closed by a flood."""
        return replace(self, days={**self.days, **{entry.day: entry for entry in extra}})

    def entry(self, day: date) -> CalendarDay | None:
        """What the calendar says of this day, or None for a plain weekday or weekend."""
        return self.days.get(day)

    def day_name(self, day: date) -> str:
        """The name of a holiday, make-up or closed day, or an empty text."""
        entry = self.days.get(day)
        return entry.name if entry else ""

    def is_announced(self, day: date) -> bool:
        """Whether it is certain what this day is.

        An announced entry is certain. A plain day is certain in a year whose holidays are given and none of which is an
        estimate: the notice of a year may still swap any weekday for a Saturday.
        """
        entry = self.days.get(day)
        return entry.announced if entry else day.year in self._announced_years

    def sessions_of(self, day: date) -> tuple[Session, ...]:
        """The sessions worked on this day; none on a day off."""
        entry = self.days.get(day)
        if entry is not None:
            return self.sessions if entry.kind is DayKind.MAKEUP else ()
        if day.weekday() < _SATURDAY:
            return self.sessions
        if day.weekday() == _SATURDAY and self.saturday_morning:
            return tuple(Session(s.start, min(s.end, _NOON)) for s in self.sessions if s.start < _NOON)
        return ()

    def is_working_day(self, day: date) -> bool:
        """Whether this counter works on this day, be it for a morning only."""
        return bool(self.sessions_of(day))

    def next_working_day(self, day: date) -> date:
        """The first working day after this one."""
        return self.add_working_days(day, 1)

    def add_working_days(self, day: date, count: int) -> date:
        """The working day on which `count` (at least 1) working days after `day` have been reached."""
        left = count
        for later in _days_from(days_later(day, 1)):
            left -= self.is_working_day(later)
            if left == 0:
                return later
        raise _beyond(day)

    def working_days_between(self, after: date, until: date) -> int:
        """Working days after `after`, up to and including `until`; 0 when `until` is not later."""
        span = range(1, (until - after).days + 1)
        return sum(self.is_working_day(after + timedelta(days=ahead)) for ahead in span)

    def end_of_work(self, day: date) -> datetime:
        """The end of the last session of this day, or of the next working day when this one is off.

        A period whose last day is a day off ends with the next working day (Civil Code 2015, art. 148(5)).
        """
        for worked in _days_from(day):
            sessions = self.sessions_of(worked)
            if sessions:
                return _at(worked, sessions[-1].end)
        raise _beyond(day)

    def working_minutes_between(self, begin: datetime, end: datetime) -> int:
        """Minutes of the sessions that lie between two instants; 0 when `end` is not later."""
        first, last = to_the_minute(begin), to_the_minute(end)
        total = 0
        for ahead in range((last.date() - first.date()).days + 1):
            day = first.date() + timedelta(days=ahead)
            for session in self.sessions_of(day):
                worked = min(_at(day, session.end), last) - max(_at(day, session.start), first)
                total += max(0, _minutes(worked))
        return total

    def after_working_minutes(self, begin: datetime, minutes: int) -> datetime:
        """The instant when so many minutes (at least 1) of the sessions have passed since `begin`.

        What is used up with the end of a session ends there, not at the start of the next one.
        """
        first, left = to_the_minute(begin), minutes
        for day in _days_from(first.date()):
            for session in self.sessions_of(day):
                start = max(_at(day, session.start), first)
                worked = max(0, _minutes(_at(day, session.end) - start))
                if left <= worked:
                    return start + timedelta(minutes=left)
                left -= worked
        raise _beyond(first.date())


def _check(sessions: tuple[Session, ...]) -> None:
    """Refuse sessions in which no one can work or that overlap."""
    edges = [edge for session in sessions for edge in (session.start, session.end)]
    whole = all(edge.second == edge.microsecond == 0 and edge.tzinfo is None for edge in edges)
    if not (sessions and whole and edges == sorted(edges) and all(s.start < s.end for s in sessions)):
        told = ", ".join(f"{s.start:%H:%M}-{s.end:%H:%M}" for s in sessions)
        raise Refused(Reason.SESSIONS_OUT_OF_ORDER, sessions=told)

"""The stretch of days for which a report speaks: calendar periods, from-to, official ones from the 15th to the 14th."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from communedb.domain.moment import VIETNAM
from communedb.domain.refusal import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Callable


class PeriodKind(StrEnum):
    """The kinds of period. Official ones run from the 15th to the 14th (Decree 09/2019, article 12)."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    RANGE = "range"
    OFFICIAL_MONTH = "official_month"
    OFFICIAL_QUARTER = "official_quarter"
    OFFICIAL_HALF = "official_half"
    OFFICIAL_YEAR = "official_year"


@dataclass(frozen=True, slots=True)
class Period:
    """Local dates, both counted. Refused: PERIOD_REVERSED."""

    kind: PeriodKind
    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise Refused(Reason.PERIOD_REVERSED)

    @property
    def start(self) -> datetime:
        """The first instant that counts, in UTC."""
        return _midnight(self.first)

    @property
    def end(self) -> datetime:
        """The first instant that no longer counts, in UTC."""
        return _midnight(self.last + _DAY)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def previous(self) -> Period:
        """The period of this kind that ends on the day before; of a range, one as long. Refused: PERIOD_UNREADABLE."""
        return self._beside(self.first, -1)

    @property
    def next(self) -> Period:
        """The period of this kind that begins on the day after; of a range, one as long. Refused: PERIOD_UNREADABLE."""
        return self._beside(self.last, 1)

    def _beside(self, edge: date, step: int) -> Period:
        try:
            near = edge + step * _DAY
            if self.kind is not PeriodKind.RANGE:
                return period_of(self.kind, near)
            far = near + step * (self.days - 1) * _DAY
            return of_range(min(near, far), max(near, far))
        except OverflowError:
            raise Refused(Reason.PERIOD_UNREADABLE, text=self.name) from None

    def __contains__(self, day: object) -> bool:
        """Whether a local date lies in it."""
        return isinstance(day, date) and self.first <= day <= self.last

    @property
    def name(self) -> str:
        """How it is written and read; official ones are named after the month in which they end.

        `2026-11-23`, `2026-W48`, `2026-11`, `2026-Q4`, `2026-H2`, `2026`, `2026-11-01/2026-11-14`, `official-2026-11`.
        """
        return _NAMES[self.kind](self)


def of_range(first: date, last: date) -> Period:
    """From one day to another, both counted. Refused: PERIOD_REVERSED, PERIOD_UNREADABLE beyond the calendar."""
    if first < _FIRST or last > _LAST:
        raise Refused(Reason.PERIOD_UNREADABLE, text=f"{first.isoformat()}/{last.isoformat()}")
    return Period(PeriodKind.RANGE, first, last)


def period_of(kind: PeriodKind, day: date) -> Period:
    """The period of this kind in which a day lies; of a range, the day alone. Refused: PERIOD_UNREADABLE."""
    if not _FIRST <= day <= _LAST:
        raise Refused(Reason.PERIOD_UNREADABLE, text=day.isoformat())
    if kind in {PeriodKind.DAY, PeriodKind.RANGE}:
        return Period(kind, day, day)
    if kind is PeriodKind.WEEK:
        monday = day - day.weekday() * _DAY
        return Period(kind, monday, monday + 6 * _DAY)
    months = _MONTHS[kind]
    if kind in _OFFICIAL:
        # From the 15th on, a day belongs to the month that comes.
        ends = _month_number(day) + (day.day >= _OFFICIAL_FIRST)
        last_month = ends - ends % months + months - 1
        return Period(kind, _day_of(last_month - months, _OFFICIAL_FIRST), _day_of(last_month, _OFFICIAL_FIRST - 1))
    first_month = _month_number(day) // months * months
    return Period(kind, _day_of(first_month, 1), _day_of(first_month + months, 1) - _DAY)


def parse(text: str) -> Period:
    """The period that `Period.name` wrote. Refused: PERIOD_UNREADABLE, PERIOD_REVERSED."""
    told = text.strip()
    official = told.startswith(_OFFICIAL_PREFIX)
    try:
        first, slash, last = told.partition("/")
        if slash and not official:
            return of_range(date.fromisoformat(first), date.fromisoformat(last))
        return _parsed(told.removeprefix(_OFFICIAL_PREFIX), official=official)
    except (ValueError, OverflowError):
        raise Refused(Reason.PERIOD_UNREADABLE, text=text) from None


def _parsed(told: str, *, official: bool) -> Period:
    found = _WRITTEN.fullmatch(told)
    if found is None:
        raise ValueError(told)
    given = {name: int(digits) for name, digits in found.groupdict().items() if digits is not None}
    year = given.pop("year")
    if not official and "week" in given:
        return period_of(PeriodKind.WEEK, date.fromisocalendar(year, given["week"], 1))
    if not official and "day" in given:
        return period_of(PeriodKind.DAY, date(year, given["month"], given["day"]))
    for plain, months in _WRITTEN_PARTS.items():
        if set(given) <= {plain.value}:
            # The first of the last month lies in the calendar period and in the official one of that name.
            day = date(year, given.get(plain.value, 1) * months, 1)
            return period_of(PeriodKind(f"official_{plain.value}") if official else plain, day)
    raise ValueError(told)


_DAY: Final = timedelta(days=1)
# So far from the ends of dates that no period within begins or ends beyond them.
_FIRST: Final = date(1900, 1, 1)
_LAST: Final = date(9000, 12, 31)
_OFFICIAL_FIRST: Final = 15
_OFFICIAL_PREFIX: Final = "official-"
_MONTHS: Final = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF: 6,
    PeriodKind.YEAR: 12,
    PeriodKind.OFFICIAL_MONTH: 1,
    PeriodKind.OFFICIAL_QUARTER: 3,
    PeriodKind.OFFICIAL_HALF: 6,
    PeriodKind.OFFICIAL_YEAR: 12,
}
_OFFICIAL: Final = frozenset(kind for kind in _MONTHS if kind.value.startswith("official_"))
_WRITTEN: Final = re.compile(
    r"(?P<year>\d{4})(-((?P<month>\d{2})(-(?P<day>\d{2}))?|W(?P<week>\d{2})|Q(?P<quarter>\d)|H(?P<half>\d)))?", re.ASCII
)
# A year alone gives no part: it fits the first that asks for none, which is why the year stands first.
_WRITTEN_PARTS: Final = {
    PeriodKind.YEAR: 12,
    PeriodKind.HALF: 6,
    PeriodKind.QUARTER: 3,
    PeriodKind.MONTH: 1,
}


# A report asks it of its period for every dossier.
@lru_cache(maxsize=256)
def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM).astimezone(UTC)


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _day_of(month: int, day: int) -> date:
    return date(month // 12, month % 12 + 1, day)


def _week_name(period: Period) -> str:
    year, week, _ = period.first.isocalendar()
    return f"{year}-W{week:02}"


def _part_name(letter: str, months: int) -> Callable[[Period], str]:
    return lambda period: f"{period.last.year}-{letter}{(period.last.month - 1) // months + 1}"


def _official(name: Callable[[Period], str]) -> Callable[[Period], str]:
    return lambda period: _OFFICIAL_PREFIX + name(period)


def _month_name(period: Period) -> str:
    return f"{period.last:%Y-%m}"


def _year_name(period: Period) -> str:
    return f"{period.last.year}"


_QUARTER_NAME, _HALF_NAME = _part_name("Q", 3), _part_name("H", 6)
_NAMES: Final[dict[PeriodKind, Callable[[Period], str]]] = {
    PeriodKind.DAY: lambda period: period.first.isoformat(),
    PeriodKind.WEEK: _week_name,
    PeriodKind.MONTH: _month_name,
    PeriodKind.QUARTER: _QUARTER_NAME,
    PeriodKind.HALF: _HALF_NAME,
    PeriodKind.YEAR: _year_name,
    PeriodKind.RANGE: lambda period: f"{period.first.isoformat()}/{period.last.isoformat()}",
    PeriodKind.OFFICIAL_MONTH: _official(_month_name),
    PeriodKind.OFFICIAL_QUARTER: _official(_QUARTER_NAME),
    PeriodKind.OFFICIAL_HALF: _official(_HALF_NAME),
    PeriodKind.OFFICIAL_YEAR: _official(_year_name),
}

"""The days off that a new register starts with: the law's, by the `holidays` library, and our own corrections."""

from __future__ import annotations

import tomllib
from importlib import metadata, resources
from typing import TYPE_CHECKING, Any

from communedb.domain.calendar import CalendarDay, DayKind

if TYPE_CHECKING:
    from datetime import date

FIRST_YEAR = 2024
"""Dossiers older than this are only imported, never reckoned."""

LAST_YEAR = 2029
"""Fixed with the release, so that the shipped rows are the same in every register whenever it was created."""

_LABOUR_CODE = "Bộ luật Lao động 45/2019/QH14, Điều 112"
_CULTURE_DAY = "Nghị quyết 28/2026/QH16"
# The library calls the first day before New Year's Eve "29 Tết" whatever its lunar date is.
_NAMES = {"29 Tết": "Nghỉ Tết Nguyên Đán"}


def shipped_days(last_year: int = LAST_YEAR) -> list[CalendarDay]:
    """Days off and make-up days from `FIRST_YEAR` to the end of `last_year`, in order of date.

    Corrections of our own win over the library. Loading the library takes a noticeable time on an old PC: call this
    when a register is created, not when one is opened.
    """
    table = _corrections()
    notices = {int(year): str(source) for year, source in table["notices"].items()}
    years = range(FIRST_YEAR, last_year + 1)
    days = {entry.day: entry for entry in _from_library(years, notices)}
    for row in table["day"]:
        entry = CalendarDay(row["day"], DayKind(row["kind"]), row["name"], announced=True, source=row["source"])
        if entry.day.year in years:
            days[entry.day] = entry
    return [days[day] for day in sorted(days)]


def _corrections() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("calendar.toml").read_text(encoding="utf-8"))


def _from_library(years: range, notices: dict[int, str]) -> list[CalendarDay]:
    import holidays

    found = holidays.country_holidays("VN", years=years, language="vi")
    days = [_day_off(day, name, notices) for day, name in found.items()]
    version = f"holidays {metadata.version('holidays')}"
    worked = (day for day in found.weekend_workdays if day.year in years)
    return days + [CalendarDay(day, DayKind.MAKEUP, "Ngày làm bù", announced=True, source=version) for day in worked]


def _day_off(day: date, name: str, notices: dict[int, str]) -> CalendarDay:
    """A holiday of the library; announced when the law fixes its date or the year's notice is known."""
    if day.month == 11:
        source, announced = _CULTURE_DAY, day.day == 24
    elif _decided_each_year(day):
        source, announced = notices.get(day.year, _LABOUR_CODE), day.year in notices
    else:
        source, announced = _LABOUR_CODE, True
    return CalendarDay(day, DayKind.HOLIDAY, _NAMES.get(name, name), announced, source)


def _decided_each_year(day: date) -> bool:
    """Whether the Prime Minister decides this day off every year: the five days of Tết and the day beside 2 September.

    Labour Code 2019, art. 112(3). Tết lies between 20 January and the end of February.
    """
    tet = day.month == 2 or (day.month == 1 and day.day >= 15)
    return tet or (day.month == 9 and day.day != 2)

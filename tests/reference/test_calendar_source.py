"""The calendar that a new register starts with, against what was announced."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest

from communedb.domain.calendar import CalendarDay, DayKind, WorkCalendar
from communedb.reference.calendar import shipped_days

DAYS = {entry.day: entry for entry in shipped_days()}


def days(year: int, *texts: str) -> set[date]:
    """Dates from `month/first-last` or `month/day`."""
    found = set()
    for text in texts:
        month, span = text.split("/")
        first, _, last = span.partition("-")
        found |= {date(year, int(month), day) for day in range(int(first), int(last or first) + 1)}
    return found


ANNOUNCED = {
    # Typed from the notices: weekdays off, and Saturdays worked.
    2024: ({"1/1", "2/8-9", "2/12-14", "4/18", "4/29-30", "5/1", "9/2-3"}, {"5/4"}),
    2025: ({"1/1", "1/27-31", "4/7", "4/30", "5/1-2", "9/1-2"}, {"4/26"}),
    2026: ({"1/1-2", "2/16-20", "4/27", "4/30", "5/1", "8/31", "9/1-2", "11/24"}, {"1/10", "8/22"}),
}


@pytest.mark.parametrize("year", ANNOUNCED)
def test_given_an_announced_year_when_built_then_exactly_its_days_are_off_or_made_up(year: int) -> None:
    off, made_up = ANNOUNCED[year]
    calendar = WorkCalendar.of(DAYS.values())
    every = [date(year, 1, 1) + timedelta(days=n) for n in range(365 + (year % 4 == 0))]
    assert {day for day in every if day.weekday() < 5 and not calendar.is_working_day(day)} == days(year, *off)
    assert {day for day in every if day.weekday() >= 5 and calendar.is_working_day(day)} == days(year, *made_up)
    assert all(calendar.is_announced(day) for day in every)


def test_the_swap_that_the_library_lacks_comes_with_its_source() -> None:
    source = "Công văn 12729/VPCP-KGVX ngày 25/12/2025"
    assert DAYS[date(2026, 1, 2)] == CalendarDay(
        date(2026, 1, 2), DayKind.HOLIDAY, "Ngày nghỉ hoán đổi (làm bù thứ Bảy 10/01/2026)", True, source
    )
    assert DAYS[date(2026, 1, 10)].kind is DayKind.MAKEUP
    assert DAYS[date(2026, 1, 10)].source == source


def test_tet_2027_and_the_day_beside_national_day_are_expected_and_the_fixed_days_are_not() -> None:
    expected = {day for day, entry in DAYS.items() if day.year == 2027 and not entry.announced}
    assert expected == days(2027, "2/4-10", "9/3")
    assert DAYS[date(2027, 2, 6)].name == "Tết Nguyên Đán"
    assert DAYS[date(2027, 4, 30)].announced
    assert DAYS[date(2027, 11, 24)].source == "Nghị quyết 28/2026/QH16"


def test_a_culture_day_in_lieu_is_expected_because_the_law_does_not_name_it() -> None:
    assert DAYS[date(2029, 11, 24)].announced
    assert not DAYS[date(2029, 11, 26)].announced


def test_every_day_has_a_vietnamese_name_and_a_source_and_the_list_is_in_order() -> None:
    listed = shipped_days()
    assert all(entry.name and entry.source for entry in listed)
    assert not [entry.name for entry in listed if "Day" in entry.name or "New Year" in entry.name]
    assert [entry.day for entry in listed] == sorted(DAYS)


def test_the_years_run_from_2024_to_2029_or_as_asked() -> None:
    assert {day.year for day in DAYS} == set(range(2024, 2030))
    assert {entry.day.year for entry in shipped_days(2026)} == {2024, 2025, 2026}


def test_importing_the_source_does_not_load_the_library() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, communedb.reference.calendar; print('holidays' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "False"

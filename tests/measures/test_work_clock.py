"""Working time by sums over the days is what the calendar counts, whatever the two instants."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from communedb.domain.calendar import CalendarDay, DayKind, WorkCalendar
from communedb.domain.moment import VIETNAM
from communedb.domain.work_clock import WorkClock

HOLIDAY = CalendarDay(date(2026, 11, 24), DayKind.HOLIDAY, "Ngày Văn hóa Việt Nam", announced=True, source="luật")
CALENDAR = WorkCalendar.of([HOLIDAY], saturday_morning=True)
CLOCK = WorkClock(CALENDAR, date(2026, 11, 16), date(2026, 12, 6))

moments = st.integers(0, 20 * 24 * 60 * 60).map(
    lambda seconds: datetime(2026, 11, 16, tzinfo=VIETNAM) + timedelta(seconds=seconds)
)


@given(moments, moments)
@settings(max_examples=150)
def test_it_counts_as_the_calendar_does(begin: datetime, end: datetime) -> None:
    assert CLOCK.minutes(begin, end) == CALENDAR.working_minutes_between(begin, end)

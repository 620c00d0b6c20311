"""Periods of reports: calendar ones, from-to, and the official ones from the 15th to the 14th."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.domain.moment import local
from communedb.domain.period import Period, PeriodKind, of_range, parse, period_of
from communedb.domain.refusal import Reason, Refused

K = PeriodKind
DAY = timedelta(days=1)

WORKED = [
    # kind, a day in it, first, last, name
    (K.DAY, "2026-11-23", "2026-11-23", "2026-11-23", "2026-11-23"),
    (K.WEEK, "2026-11-23", "2026-11-23", "2026-11-29", "2026-W48"),
    (K.WEEK, "2027-01-01", "2026-12-28", "2027-01-03", "2026-W53"),
    (K.MONTH, "2028-02-10", "2028-02-01", "2028-02-29", "2028-02"),
    (K.MONTH, "2026-12-31", "2026-12-01", "2026-12-31", "2026-12"),
    (K.QUARTER, "2026-11-23", "2026-10-01", "2026-12-31", "2026-Q4"),
    (K.HALF, "2026-06-30", "2026-01-01", "2026-06-30", "2026-H1"),
    (K.HALF, "2026-07-01", "2026-07-01", "2026-12-31", "2026-H2"),
    (K.YEAR, "2026-11-23", "2026-01-01", "2026-12-31", "2026"),
    # A month's report takes in what came since the 15th of the month before.
    (K.OFFICIAL_MONTH, "2026-11-14", "2026-10-15", "2026-11-14", "official-2026-11"),
    (K.OFFICIAL_MONTH, "2026-11-15", "2026-11-15", "2026-12-14", "official-2026-12"),
    (K.OFFICIAL_MONTH, "2026-12-15", "2026-12-15", "2027-01-14", "official-2027-01"),
    (K.OFFICIAL_QUARTER, "2025-12-15", "2025-12-15", "2026-03-14", "official-2026-Q1"),
    (K.OFFICIAL_QUARTER, "2026-03-15", "2026-03-15", "2026-06-14", "official-2026-Q2"),
    (K.OFFICIAL_HALF, "2026-01-01", "2025-12-15", "2026-06-14", "official-2026-H1"),
    (K.OFFICIAL_HALF, "2026-06-15", "2026-06-15", "2026-12-14", "official-2026-H2"),
    (K.OFFICIAL_YEAR, "2026-12-14", "2025-12-15", "2026-12-14", "official-2026"),
    (K.OFFICIAL_YEAR, "2026-12-15", "2026-12-15", "2027-12-14", "official-2027"),
]


@pytest.mark.parametrize(("kind", "day", "first", "last", "name"), WORKED)
def test_the_period_of_a_day(kind: K, day: str, first: str, last: str, name: str) -> None:
    period = period_of(kind, date.fromisoformat(day))

    assert (period.first.isoformat(), period.last.isoformat(), period.name) == (first, last, name)


def test_a_day_begins_and_ends_at_midnight_in_vietnam() -> None:
    day = period_of(K.DAY, date(2026, 11, 23))

    assert day.start == datetime(2026, 11, 22, 17, tzinfo=UTC)
    assert day.end == datetime(2026, 11, 23, 17, tzinfo=UTC)
    assert local(day.start).date() == day.first


DAYS = st.dates(date(1901, 1, 1), date(8999, 12, 31))


@given(st.sampled_from(sorted(K)), DAYS)
def test_periods_of_a_kind_follow_each_other_without_gap_and_are_read_as_they_are_written(kind: K, day: date) -> None:
    period = period_of(kind, day)

    assert day in period
    assert period.previous.last + DAY == period.first
    assert period.next.first - DAY == period.last
    assert period.next.previous == period
    assert parse(period.name) == period
    assert (period.end - period.start).days == period.days


@given(DAYS, st.integers(0, 400))
def test_a_range_has_one_as_long_before_it(first: date, more: int) -> None:
    asked = of_range(first, first + more * DAY)

    assert asked.previous.days == asked.days
    assert asked.previous.next == asked
    assert parse(asked.name) == asked


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        of_range(date(2026, 11, 23), date(2026, 11, 22))

    assert refusal.value.reason is Reason.PERIOD_REVERSED


@pytest.mark.parametrize(
    "text",
    ["", "tháng này", "2026-13", "2026-Q5", "2026-H3", "2026-W54", "2026-02-30", "official-2026-11-23",
     "official-2026-W48", "official-2026-10-01/2026-10-02", "0000", "9999-12", "2026-11-01/", "20260-1",
     "2026-00", "2026-1", "2026-Q0", "2026-Q4-05", "2026-W48-05", "2026-W00", "２０２６"],
)  # fmt: skip
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse(text)

    assert refusal.value.reason is Reason.PERIOD_UNREADABLE


def test_the_end_of_dates_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        _ = Period(K.DAY, date.max, date.max).next

    assert refusal.value.reason is Reason.PERIOD_UNREADABLE

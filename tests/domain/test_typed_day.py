"""Days and times of the clock as officers type them."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.domain.day import parse_clock, parse_day, parse_day_and_clock
from communedb.domain.refusal import Reason, Refused

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("27/11/2026", date(2026, 11, 27)),
        ("7/1/2027", date(2027, 1, 7)),
        (" 27.11.2026 ", date(2026, 11, 27)),
        ("27-11-2026", date(2026, 11, 27)),
        ("27112026", date(2026, 11, 27)),
        ("2026-11-27", date(2026, 11, 27)),
        ("27/11", date(2026, 11, 27)),
        ("29/2/2028", date(2028, 2, 29)),
    ],
)
def test_given_a_day_as_people_write_it_when_read_then_it_is_that_day(typed, day):
    assert parse_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("30/02/2026", Reason.DATE_IMPOSSIBLE),
        ("29/02", Reason.DATE_IMPOSSIBLE),
        ("11/27/2026", Reason.DATE_IMPOSSIBLE),
        ("00/11/2026", Reason.DATE_IMPOSSIBLE),
        ("mai", Reason.DATE_UNREADABLE),
        ("27/11/26", Reason.DATE_UNREADABLE),
        ("", Reason.DATE_UNREADABLE),
        ("²7/11/2026", Reason.DATE_UNREADABLE),
        ("2" * 100, Reason.TEXT_TOO_LONG),
    ],
)
def test_given_no_day_when_read_then_it_is_refused_with_its_reason(typed, reason):
    with pytest.raises(Refused) as refused:
        parse_day(typed, TODAY)
    assert refused.value.reason is reason


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_any_day_that_is_written_out_is_read_back(day):
    assert parse_day(f"{day:%d/%m/%Y}", TODAY) == parse_day(day.isoformat(), TODAY) == day


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("14:05", time(14, 5)),
        ("14h05", time(14, 5)),
        ("14h", time(14)),
        ("9g30", time(9, 30)),
        ("14", time(14)),
        ("14:05:59", time(14, 5)),
    ],
)
def test_given_a_time_as_people_write_it_when_read_then_it_is_that_time(typed, clock):
    assert parse_clock(typed) == clock


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("24:00", Reason.DATE_IMPOSSIBLE), ("9:75", Reason.DATE_IMPOSSIBLE), ("trưa", Reason.DATE_UNREADABLE)],
)
def test_given_no_time_when_read_then_it_is_refused(typed, reason):
    with pytest.raises(Refused) as refused:
        parse_clock(typed)
    assert refused.value.reason is reason


def answer(read, typed):
    try:
        return read(typed)
    except Refused as refused:
        return refused.reason


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("14:05 22/11/2026", (date(2026, 11, 22), time(14, 5))),
        ("22/11 14h", (date(2026, 11, 22), time(14))),
        ("2026-11-22 14:05:30", (date(2026, 11, 22), time(14, 5))),
        ("22/11", (date(2026, 11, 22), None)),
        ("14:05", (None, time(14, 5))),
        ("", (None, None)),
    ],
)
def test_given_a_day_and_a_time_in_either_order_when_read_then_both_are_found(typed, found):
    assert parse_day_and_clock(typed, TODAY) == found


@given(st.text(max_size=80))
def test_whatever_is_typed_is_a_day_or_refused(typed):
    reasons = {Reason.DATE_UNREADABLE, Reason.DATE_IMPOSSIBLE, Reason.TEXT_TOO_LONG}

    for read in (lambda text: parse_day(text, TODAY), parse_clock):
        found = answer(read, typed)
        assert isinstance(found, date | time) or found in reasons

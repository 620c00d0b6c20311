"""Deadlines: a table of cases worked out by hand, bad limits, and what a newer calendar touches.

November 2026 starts on a Sunday; Tuesday 24 November is off. Office hours are 07:30-11:30 and 13:30-17:30.
"""

from __future__ import annotations

from datetime import date, datetime

import pytest
from pydantic import ValidationError

from communedb.domain.calendar import CalendarDay, DayKind, WorkCalendar
from communedb.domain.deadlines import (
    Affected,
    Due,
    LimitUnit,
    Promise,
    TimeLimit,
    affected,
    due,
)
from communedb.domain.moment import VIETNAM
from communedb.domain.refusal import Reason, Refused


def entries(kind: DayKind, *days: str, announced: bool = True) -> list[CalendarDay]:
    return [CalendarDay(date.fromisoformat(day), kind, "Ngày nghỉ", announced, "Thông báo") for day in days]


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def limit(text: str) -> TimeLimit:
    """`3 working_day` and the like."""
    amount, unit = text.split()
    return TimeLimit(amount=int(amount), unit=LimitUnit(unit))


TET_2027 = ["2027-02-04", "2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09", "2027-02-10"]
OFF = [
    *("2026-01-01", "2026-01-02", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-04-27"),
    *("2026-04-30", "2026-05-01", "2026-08-31", "2026-09-01", "2026-09-02", "2026-11-24", "2027-01-01", "2025-01-01"),
]
CALENDAR = WorkCalendar.of(
    [
        *entries(DayKind.HOLIDAY, *OFF),
        *entries(DayKind.MAKEUP, "2026-01-10", "2026-08-22"),
        *entries(DayKind.HOLIDAY, *TET_2027, announced=False),
        *entries(DayKind.CLOSED, "2026-10-29", "2026-10-30"),
    ]
)
SATURDAY_COUNTER = WorkCalendar(CALENDAR.days, saturday_morning=True)

WORKED_CASES = [
    # Working days: the first day is not counted.
    ("2026-11-02 09:00", "3 working_day", "2026-11-05 17:30", "Xác nhận tình trạng hôn nhân, an ordinary week"),
    ("2026-11-06 16:45", "1 working_day", "2026-11-09 17:30", "over a weekend"),
    ("2026-11-20 10:00", "3 working_day", "2026-11-26 17:30", "over 24 November"),
    ("2026-02-12 10:00", "3 working_day", "2026-02-24 17:30", "over Tết 2026: Friday 13, Monday 23, Tuesday 24"),
    ("2025-12-31 08:00", "1 working_day", "2026-01-05 17:30", "Friday 2 January is off"),
    ("2026-01-08 08:00", "2 working_day", "2026-01-10 17:30", "Saturday 10 January is worked"),
    ("2026-08-21 08:00", "1 working_day", "2026-08-22 17:30", "Saturday 22 August is worked"),
    ("2026-08-27 08:00", "2 working_day", "2026-09-03 17:30", "31 August to 2 September are off"),
    ("2026-10-27 08:00", "3 working_day", "2026-11-03 17:30", "two days closed by a flood"),
    ("2026-11-08 10:00", "1 working_day", "2026-11-09 17:30", "received on a Sunday: Monday is the first day counted"),
    ("2026-11-02 06:10", "3 working_day", "2026-11-05 17:30", "received before the counter opens"),
    ("2026-11-02 19:40", "3 working_day", "2026-11-05 17:30", "received after the counter closed"),
    ("2026-12-14 08:00", "10 working_day", "2026-12-28 17:30", "the year before Tết 2027 is known"),
    # Calendar days: a day off at the end moves it, one in between does not.
    ("2026-11-02 09:00", "15 calendar_day", "2026-11-17 17:30", "ends on a Tuesday"),
    ("2026-11-09 09:00", "15 calendar_day", "2026-11-25 17:30", "ends on 24 November"),
    ("2026-02-02 09:00", "15 calendar_day", "2026-02-23 17:30", "ends on the first day of Tết 2026"),
    ("2026-07-01 09:00", "60 calendar_day", "2026-09-03 17:30", "ends on Sunday 30 August, before three days off"),
    ("2026-08-07 09:00", "15 calendar_day", "2026-08-22 17:30", "ends on a Saturday that is worked"),
    ("2026-12-28 09:00", "3 calendar_day", "2026-12-31 17:30", "ends in the year that is known"),
    # Hours: working hours from the moment itself, or from the next session.
    ("2026-11-02 09:00", "8 hour", "2026-11-03 09:00", "eight hours are a working day"),
    ("2026-11-02 10:30", "2 hour", "2026-11-02 14:30", "across the lunch break"),
    ("2026-11-02 12:10", "1 hour", "2026-11-02 14:30", "received at lunch"),
    ("2026-11-02 07:30", "4 hour", "2026-11-02 11:30", "used up with the morning"),
    ("2026-11-06 16:30", "4 hour", "2026-11-09 10:30", "across a weekend"),
    ("2026-11-20 15:00", "24 hour", "2026-11-26 15:00", "across a weekend and 24 November"),
    ("2026-11-08 20:00", "2 hour", "2026-11-09 09:30", "received on a Sunday evening"),
    # Same day: from 15:00 on the next working day.
    ("2026-11-02 14:59", "1 same_day", "2026-11-02 17:30", "Đăng ký khai sinh at 14:59"),
    ("2026-11-02 15:00", "1 same_day", "2026-11-03 17:30", "Đăng ký khai sinh at 15:00"),
    ("2026-11-02 14:59:59", "1 same_day", "2026-11-02 17:30", "stamped to the minute"),
    ("2026-11-06 15:00", "1 same_day", "2026-11-09 17:30", "on a Friday"),
    ("2026-11-23 15:00", "1 same_day", "2026-11-25 17:30", "on the eve of 24 November"),
    ("2026-11-24 09:00", "1 same_day", "2026-11-25 17:30", "received on a day off"),
    ("2026-11-02 05:50", "1 same_day", "2026-11-02 17:30", "received before the counter opens"),
    ("2026-11-02 23:10", "1 same_day", "2026-11-03 17:30", "received at night"),
]

EXPECTED_CASES = [
    ("2027-02-01 09:00", "7 working_day", "2027-02-17 17:30", "Đăng ký thường trú over Tết 2027: 2, 3, 11, 12, 15-17"),
    ("2026-12-14 08:00", "15 working_day", "2027-01-05 17:30", "into a year whose notice is awaited"),
    ("2026-12-28 09:00", "40 calendar_day", "2027-02-11 17:30", "Hòa giải đất đai, ends on the first day of Tết 2027"),
    ("2027-02-03 16:30", "2 hour", "2027-02-11 08:30", "hours over Tết 2027"),
    ("2026-12-31 15:00", "1 same_day", "2027-01-04 17:30", "New Year's eve after 15:00"),
]


@pytest.mark.parametrize(("received", "allowed", "at", "case"), WORKED_CASES, ids=[row[3] for row in WORKED_CASES])
def test_worked_cases(received: str, allowed: str, at: str, case: str) -> None:
    assert due(moment(received), limit(allowed), CALENDAR) == Due(moment(at), expected=False), case


@pytest.mark.parametrize(("received", "allowed", "at", "case"), EXPECTED_CASES, ids=[row[3] for row in EXPECTED_CASES])
def test_a_due_date_that_relies_on_a_day_not_yet_announced_is_expected(
    received: str, allowed: str, at: str, case: str
) -> None:
    assert due(moment(received), limit(allowed), CALENDAR) == Due(moment(at), expected=True), case


@pytest.mark.parametrize(
    ("received", "allowed", "at"),
    [
        ("2026-11-06 10:00", "1 working_day", "2026-11-07 11:30"),
        ("2026-11-06 16:30", "4 hour", "2026-11-07 10:30"),
        ("2026-10-23 10:00", "15 calendar_day", "2026-11-07 11:30"),
        ("2026-11-07 09:00", "1 same_day", "2026-11-07 11:30"),
        ("2026-11-07 11:30", "1 same_day", "2026-11-09 17:30"),
    ],
)
def test_saturday_morning_counts_only_at_the_counter_that_is_open_then(received: str, allowed: str, at: str) -> None:
    assert due(moment(received), limit(allowed), SATURDAY_COUNTER).at == moment(at)
    assert due(moment(received), limit(allowed), CALENDAR).at >= moment("2026-11-09 07:30")


# What a limit may be.


@pytest.mark.parametrize("unit", LimitUnit)
@pytest.mark.parametrize("amount", [0, -1, 10**9, 10**40])
def test_a_limit_out_of_range_is_refused_with_its_range(amount: int, unit: LimitUnit) -> None:
    with pytest.raises(Refused) as refusal:
        TimeLimit(amount=amount, unit=unit)
    assert refusal.value.reason is Reason.TIME_LIMIT_OUT_OF_RANGE
    assert refusal.value.facts["amount"] == amount
    assert refusal.value.facts["unit"] == unit.value


def test_a_same_day_limit_is_always_one() -> None:
    with pytest.raises(Refused):
        TimeLimit(amount=2, unit=LimitUnit.SAME_DAY)


def test_a_limit_survives_json_and_takes_no_unknown_unit() -> None:
    verified = TimeLimit(amount=7, unit=LimitUnit.WORKING_DAY, label="Trường hợp phải xác minh")
    assert TimeLimit.model_validate_json(verified.model_dump_json()) == verified
    with pytest.raises(ValidationError):
        TimeLimit.model_validate({"amount": 3, "unit": "fortnight"})


def test_the_longest_limits_are_reckoned() -> None:
    start = moment("2026-11-02 09:00")
    assert due(start, limit("1000 working_day"), CALENDAR).at.year == 2030
    assert due(start, limit("8000 hour"), CALENDAR).at.year == 2030


# A newer calendar.


def promise(key: str, received: str, allowed: str) -> Promise:
    at = due(moment(received), limit(allowed), CALENDAR).at
    return Promise(key, at, moment(received), limit(allowed))


def test_given_tet_2027_announced_a_day_later_then_the_promises_it_touches_are_listed_and_none_moves() -> None:
    tet = ["2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11"]
    newer = CALENDAR.with_days(entries(DayKind.MAKEUP, "2027-02-04")).with_days(entries(DayKind.HOLIDAY, *tet))
    over_tet = promise("khai sinh", "2027-02-03 15:30", "1 same_day")
    past_tet = promise("thường trú", "2027-02-01 09:00", "7 working_day")
    on_tet = promise("đất đai", "2026-12-28 09:00", "40 calendar_day")
    assert affected([over_tet, past_tet, on_tet], CALENDAR, newer) == [
        Affected(over_tet, Due(moment("2027-02-04 17:30"), expected=False)),
        Affected(on_tet, Due(moment("2027-02-12 17:30"), expected=False)),
    ]
    assert over_tet.due_at == moment("2027-02-11 17:30")


def test_given_a_flood_then_a_promise_that_already_allows_for_it_is_not_listed() -> None:
    newer = CALENDAR.with_days(entries(DayKind.CLOSED, "2026-11-05"))
    received, three_days = moment("2026-11-02 09:00"), limit("3 working_day")
    assert affected([Promise("khai tử", moment("2026-11-06 17:30"), received, three_days)], CALENDAR, newer) == []


def test_given_a_flood_then_paused_and_extended_promises_are_reckoned_as_they_were_made() -> None:
    newer = CALENDAR.with_days(entries(DayKind.CLOSED, "2026-11-30"))
    pauses = ((moment("2026-11-18 10:00"), moment("2026-11-25 08:00")),)
    paused = Promise("paused", moment("2026-11-30 17:30"), moment("2026-11-16 09:00"), limit("5 working_day"), pauses)
    extended = Promise("extended", moment("2026-11-30 17:30"), moment("2026-11-02 09:00"), None)
    elsewhere = Promise("elsewhere", moment("2026-12-02 17:30"), moment("2026-11-02 09:00"), None)
    listed = affected([paused, extended, elsewhere], CALENDAR, newer)
    assert [(found.promise.key, found.newer.at) for found in listed] == [
        ("paused", moment("2026-12-01 17:30")),
        ("extended", moment("2026-12-01 17:30")),
    ]
    assert affected([paused, extended, elsewhere], CALENDAR, CALENDAR) == []

"""What a pause leaves of a time limit, worked out by hand. Tuesday 24 November 2026 is off."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from communedb.domain.calendar import CalendarDay, DayKind, Session, WorkCalendar
from communedb.domain.deadlines import Due, LimitUnit, TimeLimit, due, due_after_pauses, resume
from communedb.domain.moment import VIETNAM, parse_utc
from communedb.domain.refusal import Reason, Refused


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def limit(text: str) -> TimeLimit:
    """`3 working_day` and the like."""
    amount, unit = text.split()
    return TimeLimit(amount=int(amount), unit=LimitUnit(unit))


def day(text: str, kind: DayKind, *, announced: bool = True) -> CalendarDay:
    return CalendarDay(date.fromisoformat(text), kind, "Ngày khác thường", announced, "Thông báo")


CALENDAR = WorkCalendar.of(
    [
        day("2026-11-24", DayKind.HOLIDAY),
        day("2027-01-01", DayKind.HOLIDAY),
        *(day(f"2027-02-{n:02}", DayKind.HOLIDAY, announced=False) for n in range(4, 11)),
    ]
)

PAUSED_CASES = [
    # received, limit, [(paused, resumed)], due
    (
        "2026-11-16 09:00",
        "5 working_day",
        [("2026-11-18 10:00", "2026-11-25 08:00")],
        "2026-11-30 17:30",
        "paused over 24 November with 19, 20, 23 left",
    ),
    (
        "2026-11-16 09:00",
        "5 working_day",
        [("2026-11-18 10:00", "2026-11-25 08:00"), ("2026-11-26 14:00", "2026-12-01 09:00")],
        "2026-12-03 17:30",
        "paused twice",
    ),
    (
        "2026-11-02 09:00",
        "3 working_day",
        [("2026-11-03 09:00", "2026-11-03 16:00")],
        "2026-11-05 17:30",
        "paused for part of a day",
    ),
    (
        "2026-11-02 09:00",
        "3 working_day",
        [("2026-11-05 10:00", "2026-11-05 16:00")],
        "2026-11-05 17:30",
        "paused within the last day",
    ),
    (
        "2026-11-02 09:00",
        "3 working_day",
        [("2026-11-05 10:00", "2026-11-06 10:00")],
        "2026-11-06 17:30",
        "paused on the last day, resumed in the morning",
    ),
    (
        "2026-11-02 09:00",
        "3 working_day",
        [("2026-11-05 10:00", "2026-11-06 15:10")],
        "2026-11-09 17:30",
        "paused on the last day, resumed after 15:00",
    ),
    (
        "2026-11-02 09:00",
        "15 calendar_day",
        [("2026-11-10 09:00", "2026-11-16 09:00")],
        "2026-11-23 17:30",
        "seven calendar days left",
    ),
    (
        "2026-11-02 09:00",
        "15 calendar_day",
        [("2026-11-10 09:00", "2026-11-17 09:00")],
        "2026-11-25 17:30",
        "seven calendar days left, ending on 24 November",
    ),
    (
        "2026-11-02 09:00",
        "8 hour",
        [("2026-11-02 11:00", "2026-11-04 16:30")],
        "2026-11-05 14:30",
        "six working hours left: one on Wednesday, five on Thursday",
    ),
    (
        "2026-11-02 10:00",
        "1 same_day",
        [("2026-11-02 14:00", "2026-11-02 14:59")],
        "2026-11-02 17:30",
        "same day, back before 15:00",
    ),
    (
        "2026-11-02 10:00",
        "1 same_day",
        [("2026-11-02 14:00", "2026-11-02 15:00")],
        "2026-11-03 17:30",
        "same day, back at 15:00",
    ),
    (
        "2026-11-02 10:00",
        "1 same_day",
        [("2026-11-02 15:30", "2026-11-02 15:45")],
        "2026-11-02 17:30",
        "same day, a short pause after 15:00 wins no day",
    ),
    (
        "2026-11-02 10:00",
        "1 same_day",
        [("2026-11-02 16:00", "2026-11-03 10:00")],
        "2026-11-03 17:30",
        "same day, back the next morning",
    ),
    (
        "2026-11-02 09:00",
        "3 working_day",
        [("2026-11-06 08:00", "2026-11-16 08:00")],
        "2026-11-05 17:30",
        "already late at the pause: the promise stays broken",
    ),
]


@pytest.mark.parametrize(
    ("received", "allowed", "pauses", "at", "case"), PAUSED_CASES, ids=[row[4] for row in PAUSED_CASES]
)
def test_worked_cases_with_pauses(
    received: str, allowed: str, pauses: list[tuple[str, str]], at: str, case: str
) -> None:
    spans = [(moment(paused), moment(resumed)) for paused, resumed in pauses]
    assert due_after_pauses(moment(received), limit(allowed), CALENDAR, spans) == Due(moment(at), expected=False), case


def test_given_a_pause_into_the_year_of_tet_2027_then_the_new_due_date_is_expected() -> None:
    promised = due(moment("2026-12-21 08:00"), limit("5 working_day"), CALENDAR)
    later = resume(promised, moment("2026-12-22 08:00"), moment("2027-02-03 08:00"), limit("5 working_day"), CALENDAR)
    assert not promised.expected
    assert later == Due(moment("2027-02-16 17:30"), expected=True)  # 23, 24, 25, 28 were left: 11, 12, 15, 16 February


def test_given_a_last_day_closed_since_when_resumed_then_it_is_the_next_working_day() -> None:
    promised = due(moment("2026-11-02 09:00"), limit("3 working_day"), CALENDAR)
    flooded = CALENDAR.with_days([day("2026-11-05", DayKind.CLOSED)])
    resumed = resume(promised, moment("2026-11-04 08:00"), moment("2026-11-04 09:00"), limit("3 working_day"), flooded)
    assert resumed.at == moment("2026-11-06 17:30")


def test_given_a_last_day_closed_since_when_not_really_paused_then_the_promise_stays() -> None:
    promised = due(moment("2026-11-02 09:00"), limit("3 working_day"), CALENDAR)
    flooded = CALENDAR.with_days([day("2026-11-05", DayKind.CLOSED)])
    paused = moment("2026-11-04 08:00")
    assert resume(promised, paused, paused, limit("3 working_day"), flooded) == promised


def test_given_shorter_office_hours_since_when_resumed_then_the_promised_hour_stays() -> None:
    promised = due(moment("2026-11-02 09:00"), limit("3 working_day"), CALENDAR)
    shorter = WorkCalendar(CALENDAR.days, (Session(time(7), time(11, 30)), Session(time(13), time(16, 30))))
    spans = moment("2026-11-03 09:00"), moment("2026-11-03 10:00")
    assert resume(promised, *spans, limit("3 working_day"), shorter).at == moment("2026-11-05 17:30")


def test_a_due_date_read_back_in_utc_is_the_same_promise() -> None:
    stored = Due(parse_utc("2026-11-05T10:30:00Z"), expected=False)
    resumed = resume(stored, moment("2026-11-03 08:00"), moment("2026-11-04 08:00"), limit("3 working_day"), CALENDAR)
    assert resumed.at == moment("2026-11-06 17:30")


def test_a_clock_resumed_before_it_was_paused_is_refused() -> None:
    promised = due(moment("2026-11-02 09:00"), limit("3 working_day"), CALENDAR)
    with pytest.raises(Refused) as refusal:
        resume(promised, moment("2026-11-04 09:00"), moment("2026-11-03 09:00"), limit("3 working_day"), CALENDAR)
    assert refusal.value.reason is Reason.RESUMED_BEFORE_PAUSE
    assert refusal.value.facts == {"paused": "09:00 04/11/2026", "resumed": "09:00 03/11/2026"}

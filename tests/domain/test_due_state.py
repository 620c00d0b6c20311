"""How a promise stands against the clock, open, paused and closed."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from communedb.domain.calendar import CalendarDay, DayKind, WorkCalendar
from communedb.domain.due_state import DueState, due_soon_until, due_state
from communedb.domain.moment import VIETNAM

CALENDAR = WorkCalendar.of(
    [CalendarDay(date(2026, 11, 24), DayKind.HOLIDAY, "Ngày Văn hóa Việt Nam", True, "Nghị quyết 28/2026/QH16")]
)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("due_at", "now", "state"),
    [
        ("2026-11-26 17:30", "2026-11-20 09:00", DueState.IN_TIME),  # Monday 23 and Wednesday 25 come first
        ("2026-11-25 17:30", "2026-11-20 09:00", DueState.DUE_SOON),
        ("2026-11-25 17:30", "2026-11-23 17:31", DueState.DUE_SOON),
        ("2026-11-25 17:30", "2026-11-25 00:00", DueState.DUE_TODAY),
        ("2026-11-25 17:30", "2026-11-25 17:30:59", DueState.DUE_TODAY),
        ("2026-11-25 17:30", "2026-11-25 17:31", DueState.OVERDUE),
        ("2026-11-25 17:30", "2027-03-01 08:00", DueState.OVERDUE),
    ],
)
def test_how_an_open_promise_stands(due_at: str, now: str, state: DueState) -> None:
    assert due_state(moment(due_at), moment(now), CALENDAR) is state


@pytest.mark.parametrize(
    ("closed_at", "state"),
    [
        ("2026-11-23 17:30", DueState.EARLY),
        ("2026-11-25 07:30", DueState.ON_TIME),
        ("2026-11-25 17:30:40", DueState.ON_TIME),
        ("2026-11-25 17:31", DueState.LATE),
        ("2026-11-26 07:30", DueState.LATE),
    ],
)
def test_how_a_closed_promise_stands_whatever_the_time_is_now(closed_at: str, state: DueState) -> None:
    promised, now = moment("2026-11-25 17:30"), moment("2027-06-01 08:00")
    assert due_state(promised, now, CALENDAR, moment(closed_at)) is state
    assert due_state(promised, now, CALENDAR, moment(closed_at), paused=True) is state


def test_a_paused_promise_and_a_dossier_without_one_have_states_of_their_own() -> None:
    now = moment("2026-11-25 08:00")
    assert due_state(moment("2026-11-23 17:30"), now, CALENDAR, paused=True) is DueState.PAUSED
    assert due_state(None, now, CALENDAR) is DueState.NONE


def test_due_soon_reaches_over_days_off() -> None:
    assert due_soon_until(moment("2026-11-20 09:00"), CALENDAR) == date(2026, 11, 25)

"""The working calendar: what is worked, when a day ends, how minutes run through sessions."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from communedb.domain.calendar import (
    HORIZON_DAYS,
    OFFICE_HOURS,
    CalendarDay,
    DayKind,
    Session,
    WorkCalendar,
    to_the_minute,
)
from communedb.domain.moment import VIETNAM
from communedb.domain.refusal import Reason, Refused


def off(day: date, name: str = "Ngày nghỉ", *, announced: bool = True) -> CalendarDay:
    return CalendarDay(day, DayKind.HOLIDAY, name, announced, "Bộ luật Lao động 2019")


def worked(day: date) -> CalendarDay:
    return CalendarDay(day, DayKind.MAKEUP, "Ngày làm bù", True, "Thông báo 9441/TB-BNV")


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


CULTURE_DAY = date(2026, 11, 24)
MAKEUP_SATURDAY = date(2026, 8, 22)
PLAIN = WorkCalendar.of([off(CULTURE_DAY, "Ngày Văn hóa Việt Nam"), worked(MAKEUP_SATURDAY)])


@pytest.mark.parametrize(
    ("day", "is_worked"),
    [
        (date(2026, 11, 23), True),  # Monday
        (CULTURE_DAY, False),
        (date(2026, 11, 28), False),  # Saturday
        (date(2026, 11, 29), False),  # Sunday
        (MAKEUP_SATURDAY, True),
    ],
)
def test_weekdays_and_makeup_saturdays_are_worked(day: date, is_worked: bool) -> None:
    assert PLAIN.is_working_day(day) is is_worked


def test_a_day_has_the_name_and_the_source_of_its_entry() -> None:
    assert PLAIN.day_name(CULTURE_DAY) == "Ngày Văn hóa Việt Nam"
    assert PLAIN.day_name(date(2026, 11, 23)) == ""
    entry = PLAIN.entry(MAKEUP_SATURDAY)
    assert entry is not None
    assert entry.source == "Thông báo 9441/TB-BNV"


def test_a_makeup_saturday_has_both_sessions_and_a_saturday_counter_only_the_morning() -> None:
    open_on_saturday = WorkCalendar(PLAIN.days, saturday_morning=True)
    assert open_on_saturday.sessions_of(MAKEUP_SATURDAY) == OFFICE_HOURS
    assert open_on_saturday.sessions_of(date(2026, 11, 28)) == (Session(time(7, 30), time(11, 30)),)
    assert open_on_saturday.sessions_of(date(2026, 11, 29)) == ()
    assert open_on_saturday.end_of_work(date(2026, 11, 28)) == moment("2026-11-28 11:30")


def test_a_session_without_a_lunch_break_ends_at_noon_on_saturday() -> None:
    through = WorkCalendar({}, (Session(time(8), time(16)),), saturday_morning=True)
    assert through.end_of_work(date(2026, 11, 28)) == moment("2026-11-28 12:00")


def test_a_flood_closes_a_day_and_leaves_the_calendar_it_was_laid_over_alone() -> None:
    flood = CalendarDay(date(2026, 10, 29), DayKind.CLOSED, "Đóng cửa do lũ", True, "Chủ tịch UBND xã Quảng Điền")
    flooded = PLAIN.with_days([flood])
    assert not flooded.is_working_day(flood.day)
    assert flooded.day_name(flood.day) == "Đóng cửa do lũ"
    assert PLAIN.is_working_day(flood.day)


def test_the_end_of_work_of_a_day_off_is_that_of_the_next_working_day() -> None:
    assert PLAIN.end_of_work(date(2026, 11, 23)) == moment("2026-11-23 17:30")
    assert PLAIN.end_of_work(CULTURE_DAY) == moment("2026-11-25 17:30")
    assert PLAIN.next_working_day(date(2026, 11, 23)) == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("after", "until", "days"),
    [
        (date(2026, 11, 20), date(2026, 11, 25), 2),  # Monday 23 and Wednesday 25
        (date(2026, 8, 21), date(2026, 8, 24), 2),  # the made-up Saturday and Monday
        (date(2026, 11, 20), date(2026, 11, 22), 0),
        (date(2026, 11, 25), date(2026, 11, 25), 0),
        (date(2026, 11, 25), date(2026, 11, 20), 0),
    ],
)
def test_working_days_between_leave_out_the_first_and_count_the_last(after: date, until: date, days: int) -> None:
    assert PLAIN.working_days_between(after, until) == days


@pytest.mark.parametrize(
    ("begin", "end", "minutes"),
    [
        ("2026-11-23 11:00", "2026-11-23 14:00", 60),  # half an hour on either side of lunch
        ("2026-11-23 17:00", "2026-11-25 08:00", 60),  # over 24 November
        ("2026-11-23 05:00", "2026-11-23 23:00", 480),
        ("2026-11-23 09:00", "2026-11-23 08:00", 0),
    ],
)
def test_working_minutes_between(begin: str, end: str, minutes: int) -> None:
    assert PLAIN.working_minutes_between(moment(begin), moment(end)) == minutes


def test_minutes_used_up_with_a_session_end_there() -> None:
    assert PLAIN.after_working_minutes(moment("2026-11-23 10:30"), 60) == moment("2026-11-23 11:30")
    assert PLAIN.after_working_minutes(moment("2026-11-23 10:30"), 61) == moment("2026-11-23 13:31")


def test_moments_are_stamped_in_vietnam_to_the_minute_and_never_without_a_zone() -> None:
    assert to_the_minute(datetime(2026, 11, 23, 7, 59, 59, tzinfo=UTC)) == moment("2026-11-23 14:59")
    with pytest.raises(ValueError, match="time zone"):
        to_the_minute(datetime(2026, 11, 23, 8, 0))  # noqa: DTZ001 - the mistake itself


def test_plain_days_are_announced_only_in_years_without_an_estimate() -> None:
    tet_2027 = off(date(2027, 2, 8), "Mùng ba Tết Nguyên Đán", announced=False)
    new_year_2027 = off(date(2027, 1, 1), "Tết Dương lịch")
    calendar = PLAIN.with_days([tet_2027, new_year_2027])
    assert calendar.is_announced(date(2026, 12, 31))
    assert calendar.is_announced(new_year_2027.day)
    assert not calendar.is_announced(tet_2027.day)
    assert not calendar.is_announced(date(2027, 1, 4))
    assert not calendar.is_announced(date(2031, 3, 3))
    announced = calendar.with_days([off(tet_2027.day, "Mùng ba Tết Nguyên Đán")])
    assert announced.is_announced(date(2027, 1, 4))


def test_a_day_closed_in_a_far_year_does_not_make_that_year_announced() -> None:
    closed = CalendarDay(date(2031, 3, 3), DayKind.CLOSED, "Đóng cửa do bão", True, "Chủ tịch UBND xã")
    assert not PLAIN.with_days([closed]).is_announced(date(2031, 3, 4))


def test_an_expected_holiday_can_be_taken_back() -> None:
    calendar = PLAIN.with_days([off(date(2027, 2, 4), announced=False)]).with_days([worked(date(2027, 2, 4))])
    assert calendar.is_working_day(date(2027, 2, 4))


@pytest.mark.parametrize(
    "sessions",
    [
        (),
        (Session(time(11, 30), time(7, 30)),),
        (Session(time(8), time(8)),),
        (Session(time(7, 30), time(12)), Session(time(11), time(17))),
        (Session(time(13, 30), time(17, 30)), Session(time(7, 30), time(11, 30))),
        (Session(time(7, 30, 30), time(11, 30)),),
    ],
    ids=["none", "backwards", "empty", "overlapping", "out of order", "seconds"],
)
def test_sessions_in_which_no_one_can_work_are_refused(sessions: tuple[Session, ...]) -> None:
    with pytest.raises(Refused) as refusal:
        WorkCalendar({}, sessions)
    assert refusal.value.reason is Reason.SESSIONS_OUT_OF_ORDER


def test_a_calendar_without_work_is_refused_and_never_loops() -> None:
    first = date(2026, 1, 1)
    never = WorkCalendar.of(off(first + timedelta(days=n)) for n in range(HORIZON_DAYS + 400))
    for ask in (
        lambda: never.next_working_day(first),
        lambda: never.end_of_work(first),
        lambda: never.after_working_minutes(moment("2026-01-05 08:00"), 1),
    ):
        with pytest.raises(Refused) as refusal:
            ask()
        assert refusal.value.reason is Reason.BEYOND_CALENDAR
    assert refusal.value.facts == {"after": "05/01/2026", "days": HORIZON_DAYS}


def test_the_end_of_dates_is_refused() -> None:
    for ask in (
        lambda: PLAIN.next_working_day(date.max),
        lambda: PLAIN.add_working_days(date(9999, 12, 29), 30),
        lambda: to_the_minute(datetime.max.replace(tzinfo=UTC)),
    ):
        with pytest.raises(Refused) as refusal:
            ask()
        assert refusal.value.reason is Reason.BEYOND_CALENDAR

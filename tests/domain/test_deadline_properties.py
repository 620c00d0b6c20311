"""What must hold for every deadline, on calendars with any odd days."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from communedb.domain.calendar import CalendarDay, DayKind, WorkCalendar
from communedb.domain.deadlines import Affected, LimitUnit, Promise, TimeLimit, affected, due, resume
from communedb.domain.moment import VIETNAM

FIRST = datetime(2025, 12, 1, tzinfo=VIETNAM)
moments = st.integers(0, 500 * 24 * 60).map(lambda minutes: FIRST + timedelta(minutes=minutes))
limits = st.one_of(
    st.builds(TimeLimit, amount=st.integers(1, 60), unit=st.sampled_from([LimitUnit.WORKING_DAY, LimitUnit.HOUR])),
    st.builds(TimeLimit, amount=st.integers(1, 90), unit=st.just(LimitUnit.CALENDAR_DAY)),
    st.just(TimeLimit(amount=1, unit=LimitUnit.SAME_DAY)),
)
odd_days = st.builds(
    CalendarDay,
    day=st.integers(0, 560).map(lambda days: FIRST.date() + timedelta(days=days)),
    kind=st.sampled_from(DayKind),
    name=st.just("Ngày khác thường"),
    announced=st.booleans(),
    source=st.just("Hypothesis"),
)
calendars = st.builds(
    lambda extra, saturday: WorkCalendar.of(extra, saturday_morning=saturday),
    st.lists(odd_days, max_size=40),
    st.booleans(),
)


@given(moments, limits, calendars)
def test_a_due_date_is_on_a_working_day_within_its_sessions_and_after_reception(
    received: datetime, allowed: TimeLimit, calendar: WorkCalendar
) -> None:
    at = due(received, allowed, calendar).at
    assert at > received
    assert any(s.start < at.time() <= s.end for s in calendar.sessions_of(at.date()))


@given(moments, limits, calendars)
def test_exactly_what_was_allowed_lies_between_reception_and_due_date(
    received: datetime, allowed: TimeLimit, calendar: WorkCalendar
) -> None:
    at = due(received, allowed, calendar).at
    if allowed.unit is LimitUnit.WORKING_DAY:
        assert calendar.working_days_between(received.date(), at.date()) == allowed.amount
    elif allowed.unit is LimitUnit.HOUR:
        assert calendar.working_minutes_between(received, at) == allowed.amount * 60
    elif allowed.unit is LimitUnit.CALENDAR_DAY:
        nominal = received.date() + timedelta(days=allowed.amount)
        assert at.date() >= nominal
        assert calendar.working_days_between(nominal - timedelta(days=1), at.date()) == 1
    else:
        assert calendar.working_days_between(received.date(), at.date()) <= 1


@given(moments, moments, limits, calendars)
def test_who_comes_later_is_served_no_earlier(
    one: datetime, other: datetime, allowed: TimeLimit, calendar: WorkCalendar
) -> None:
    earlier, later = sorted([one, other])
    assert due(earlier, allowed, calendar).at <= due(later, allowed, calendar).at


@given(moments, limits, st.integers(0, 30), calendars)
def test_a_longer_limit_is_due_no_earlier(
    received: datetime, allowed: TimeLimit, more: int, calendar: WorkCalendar
) -> None:
    assume(allowed.unit is not LimitUnit.SAME_DAY)
    longer = TimeLimit(amount=allowed.amount + more, unit=allowed.unit)
    assert due(received, allowed, calendar).at <= due(received, longer, calendar).at


@given(moments, limits, calendars, st.integers(0, 60 * 24 * 60))
def test_a_pause_of_zero_length_changes_nothing(
    received: datetime, allowed: TimeLimit, calendar: WorkCalendar, after: int
) -> None:
    promised = due(received, allowed, calendar)
    paused = received + timedelta(minutes=after)
    assert resume(promised, paused, paused, allowed, calendar) == promised


spans = st.tuples(st.integers(0, 30 * 24 * 60), st.integers(0, 30 * 24 * 60), st.integers(0, 10 * 24 * 60))


@given(moments, limits, calendars, spans)
def test_a_pause_makes_nothing_earlier_and_a_longer_pause_neither(
    received: datetime, allowed: TimeLimit, calendar: WorkCalendar, span: tuple[int, int, int]
) -> None:
    promised = due(received, allowed, calendar)
    paused = received + timedelta(minutes=span[0])
    resumed = paused + timedelta(minutes=span[1])
    once = resume(promised, paused, resumed, allowed, calendar)
    longer = resume(promised, paused, resumed + timedelta(minutes=span[2]), allowed, calendar)
    assert promised.at <= once.at <= longer.at
    assert calendar.is_working_day(once.at.date())
    if paused < promised.at:
        assert once.at > resumed


@given(moments, limits, calendars, spans)
def test_a_pause_uses_up_nothing_of_what_was_left(
    received: datetime, allowed: TimeLimit, calendar: WorkCalendar, span: tuple[int, int, int]
) -> None:
    promised = due(received, allowed, calendar)
    paused = received + timedelta(minutes=span[0])
    assume(paused < promised.at)
    resumed = paused + timedelta(minutes=span[1])
    at = resume(promised, paused, resumed, allowed, calendar).at
    if allowed.unit is LimitUnit.HOUR:
        left = calendar.working_minutes_between(paused, promised.at)
        assert calendar.working_minutes_between(resumed, at) == left
    elif allowed.unit is LimitUnit.WORKING_DAY:
        left = calendar.working_days_between(paused.date(), promised.at.date())
        assert left == 0 or calendar.working_days_between(resumed.date(), at.date()) == left


@given(moments, limits, calendars, st.lists(odd_days, max_size=5))
def test_a_newer_calendar_lists_exactly_the_promises_it_changes(
    received: datetime, allowed: TimeLimit, calendar: WorkCalendar, extra: list[CalendarDay]
) -> None:
    newer = calendar.with_days(extra)
    promised = Promise("hồ sơ", due(received, allowed, calendar).at, received, allowed)
    now = due(received, allowed, newer)
    assert affected([promised], calendar, newer) == ([Affected(promised, now)] if now.at != promised.due_at else [])

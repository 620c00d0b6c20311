"""The six statuses, the red alert and the reminders: worked cases, seen from Monday 23 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from communedb.domain.task_status import (
    OVERDUE,
    Alert,
    AlertRule,
    TaskStatus,
    is_red,
    reminder,
    status_of,
    time_used,
    why_red,
)

S = TaskStatus
TODAY = date(2026, 11, 23)
BEFORE = date(2026, 11, 20)
DUE, PASSED = date(2026, 11, 30), date(2026, 11, 22)


@pytest.mark.parametrize(
    ("percent", "started", "completed", "due", "status"),
    [
        (0, None, None, DUE, S.NOT_STARTED),
        (0, None, None, TODAY, S.NOT_STARTED),  # the due day itself is in time
        (0, None, None, PASSED, S.NOT_STARTED_LATE),
        (0, None, None, None, S.NOT_STARTED),  # a standing task has no date
        (1, BEFORE, None, DUE, S.IN_PROGRESS),
        (0, BEFORE, None, DUE, S.IN_PROGRESS),  # begun, nothing to show yet
        (60, None, None, DUE, S.IN_PROGRESS),  # from a plan that tells only a share
        (99, BEFORE, None, PASSED, S.IN_PROGRESS_LATE),
        (100, BEFORE, None, PASSED, S.IN_PROGRESS_LATE),  # all done and not yet completed
        (100, BEFORE, BEFORE, DUE, S.COMPLETED),
        (100, BEFORE, PASSED, PASSED, S.COMPLETED),
        (100, BEFORE, TODAY, PASSED, S.COMPLETED_LATE),
        (100, BEFORE, BEFORE, PASSED, S.COMPLETED),  # in time stays in time, however long ago
        (100, BEFORE, TODAY, None, S.COMPLETED),
    ],
)
def test_the_status_follows_from_the_dates_and_the_work(
    percent: int, started: date | None, completed: date | None, due: date | None, status: TaskStatus
) -> None:
    assert status_of(percent, started, completed, due, TODAY) is status


START = date(2026, 9, 14)  # 70 days before
RULE = AlertRule(gap=30, days=7)


@pytest.mark.parametrize(
    ("status", "percent", "start", "due", "why"),
    [
        # 70 of 100 days are used
        (S.IN_PROGRESS, 41, START, date(2026, 12, 23), None),
        (S.IN_PROGRESS, 40, START, date(2026, 12, 23), Alert.BEHIND),
        (S.NOT_STARTED, 0, START, date(2026, 12, 23), Alert.BEHIND),
        # a week left
        (S.NOT_STARTED, 0, date(2026, 11, 20), date(2026, 12, 1), None),
        (S.NOT_STARTED, 0, date(2026, 11, 20), date(2026, 11, 30), Alert.NOT_STARTED),
        (S.NOT_STARTED, 0, date(2026, 11, 25), date(2026, 11, 27), None),  # not to begin before Wednesday
        (S.IN_PROGRESS, 95, START, date(2026, 11, 24), None),
        (S.IN_PROGRESS_LATE, 99, START, PASSED, Alert.OVERDUE),
        (S.NOT_STARTED_LATE, 0, START, PASSED, Alert.OVERDUE),
        (S.COMPLETED_LATE, 100, START, PASSED, None),
        (S.NOT_STARTED, 0, START, None, None),
        (S.IN_PROGRESS, 10, DUE, DUE, None),  # it begins on the day it is due: nothing is used yet
    ],
)
def test_red_is_what_is_overdue_not_begun_or_far_behind(
    status: TaskStatus, percent: int, start: date, due: date | None, why: Alert | None
) -> None:
    assert why_red(status, percent, start, due, TODAY, RULE) is why
    assert is_red(status, percent, start, due, TODAY, RULE) is (why is not None)


def test_the_rule_is_the_office_s_own() -> None:
    late_to_begin = (S.NOT_STARTED, 0, date(2026, 11, 20), date(2026, 12, 20), TODAY)
    assert why_red(*late_to_begin, AlertRule(gap=30, days=7)) is None
    assert why_red(*late_to_begin, AlertRule(gap=30, days=30)) is Alert.NOT_STARTED
    behind = (S.IN_PROGRESS, 41, START, date(2026, 12, 23), TODAY)
    assert why_red(*behind, AlertRule(gap=29, days=7)) is Alert.BEHIND


def test_the_share_of_time_used_stays_between_nothing_and_all() -> None:
    assert time_used(date(2026, 12, 1), date(2026, 12, 31), TODAY) == 0
    assert time_used(START, PASSED, TODAY) == 100


@pytest.mark.parametrize(
    ("due", "reminded"),
    [
        (date(2026, 12, 1), None),
        (date(2026, 11, 30), 7),
        (date(2026, 11, 27), 7),
        (date(2026, 11, 26), 3),  # three days: from then on, also over a Sunday nobody worked
        (date(2026, 11, 25), 3),
        (date(2026, 11, 24), 1),
        (TODAY, 0),
        (PASSED, OVERDUE),
        (None, None),
    ],
)
def test_reminders_come_seven_three_and_one_days_before_and_stay(due: date | None, reminded: int | None) -> None:
    status = status_of(50, BEFORE, None, due, TODAY)
    assert reminder(status, due, TODAY, (7, 3, 1)) == reminded
    assert reminder(S.COMPLETED, due, TODAY, (7, 3, 1)) is None

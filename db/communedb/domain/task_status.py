"""The six statuses of a task, its red alert and its reminders: they follow from dates and work, and are never typed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class TaskStatus(StrEnum):
    """The six statuses of the national monitoring system of Resolution 57."""

    NOT_STARTED = "not_started"
    NOT_STARTED_LATE = "not_started_late"
    IN_PROGRESS = "in_progress"
    IN_PROGRESS_LATE = "in_progress_late"
    COMPLETED = "completed"
    COMPLETED_LATE = "completed_late"

    @property
    def late(self) -> bool:
        """Whether the due date passed before the task was done."""
        return self.value.endswith("_late")

    @property
    def done(self) -> bool:
        """Whether it is completed."""
        return self in {TaskStatus.COMPLETED, TaskStatus.COMPLETED_LATE}


class Alert(StrEnum):
    """Why a task is red."""

    OVERDUE = "overdue"
    NOT_STARTED = "not_started"
    BEHIND = "behind"


OVERDUE = -1
"""What `reminder` gives once the due date has passed."""


@dataclass(frozen=True)
class AlertRule:
    """When a task turns red (settings `task_red_gap`, `task_red_days`).

    `gap` is by how many points the share of time used may exceed the progress, `days` how many days before the due
    date a task has to be begun.
    """

    gap: int = 30
    days: int = 7


def status_of(
    percent: int, started_on: date | None, completed_on: date | None, due_on: date | None, today: date
) -> TaskStatus:
    """The status on a day at the desk.

    The due day itself is in time; what was completed after it is late for ever; without a due date nothing is late.
    """
    late = due_on is not None and (completed_on or today) > due_on
    if completed_on is not None:
        return TaskStatus.COMPLETED_LATE if late else TaskStatus.COMPLETED
    if started_on is not None or percent > 0:
        return TaskStatus.IN_PROGRESS_LATE if late else TaskStatus.IN_PROGRESS
    return TaskStatus.NOT_STARTED_LATE if late else TaskStatus.NOT_STARTED


def days_left(due_on: date | None, today: date) -> int | None:
    """Calendar days to the due date: 0 on the day itself, negative when it has passed, None without one."""
    return None if due_on is None else (due_on - today).days


def time_used(start_on: date, due_on: date, today: date) -> int:
    """Percent of the time between start and due date that has passed, 0 to 100."""
    total = (due_on - start_on).days
    if total <= 0:
        return 100 if today >= due_on else 0
    return max(0, min(100, (today - start_on).days * 100 // total))


def why_red(status: TaskStatus, percent: int, start_on: date, due_on: date | None, today: date, rule: AlertRule) -> (
    Alert | None
):  # fmt: skip
    """Why an open task is red on this day, None when it is not; completed tasks and those without a date never are."""
    if status.done or due_on is None:
        return None
    if status.late:
        return Alert.OVERDUE
    begun = status is TaskStatus.IN_PROGRESS
    if not begun and (due_on - today).days <= rule.days and today >= start_on:
        return Alert.NOT_STARTED
    return Alert.BEHIND if time_used(start_on, due_on, today) - percent >= rule.gap else None


def is_red(status: TaskStatus, percent: int, start_on: date, due_on: date | None, today: date, rule: AlertRule) -> bool:
    """Whether a task is red on this day: `why_red` tells why."""
    return why_red(status, percent, start_on, due_on, today, rule) is not None


def reminder(status: TaskStatus, due_on: date | None, today: date, before: tuple[int, ...]) -> int | None:
    """Within how many days an open task is due; None when there is nothing to be reminded of.

    The smallest of `before` (7, 3, 1) that still holds, 0 on the day itself, OVERDUE afterwards.
    """
    if status.done or due_on is None:
        return None
    left = (due_on - today).days
    if left <= 0:
        return 0 if left == 0 else OVERDUE
    return min((days for days in before if left <= days), default=None)

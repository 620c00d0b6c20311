"""The periods for which progress is reported: their names, their cut-off, and what is locked after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from communedb.domain.moment import VIETNAM, local
from communedb.domain.refusal import Reason, Refused
from communedb.domain.task import Rhythm
from communedb.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communedb.domain.task_event import Report, TaskState

PERIOD: Final = re.compile(r"(\d{4})-(?:W(\d{2})|(\d{2}))", re.ASCII)
_WEEKDAYS: Final = {
    word: number
    for number, words in enumerate((
        ("thu hai", "thu 2", "t2", "mon", "monday"), ("thu ba", "thu 3", "t3", "tue", "tuesday"),
        ("thu tu", "thu 4", "t4", "wed", "wednesday"), ("thu nam", "thu 5", "t5", "thu", "thursday"),
        ("thu sau", "thu 6", "t6", "fri", "friday"), ("thu bay", "thu 7", "t7", "sat", "saturday"),
        ("chu nhat", "cn", "sun", "sunday"),
    ), start=1)
    for word in words
}  # fmt: skip
_CLOCK: Final = r"(?P<hour>\d{1,2})[:hg](?P<minute>\d{2})?"
_WEEKLY: Final = re.compile(rf"(?P<day>[a-z]+(?: [a-z]+| \d)?|[t]\d)(?: {_CLOCK})?")
_MONTHLY: Final = re.compile(rf"(?P<before>truoc |before )?(?:ngay )?(?P<day>\d{{1,2}})(?: {_CLOCK})?")
_LAST_DAY_OF_ALL: Final = 28


@dataclass(frozen=True)
class CutOff:
    """When a period ends and is locked: the day (1 Monday to 7 Sunday, or a day of the month) and the time there.

    `since` is when this was set: periods that ended before it keep the cut-off that their reports were written under.
    """

    day: int
    clock: time
    since: datetime | None = None


@dataclass(frozen=True)
class CutOffs:
    """The cut-offs in force, by rhythm."""

    weekly: CutOff = CutOff(5, time(17))
    monthly: CutOff = CutOff(10, time(23, 30))


@dataclass(frozen=True)
class DueReport:
    """A report of a task that is asked for: the period, until when, and whether it is there.

    `locked` says that the cut-off has passed and that nobody opened the period again.
    """

    period: str
    cut_off: datetime
    reported: bool
    locked: bool


def parse_weekly(text: str) -> CutOff:
    """A weekly cut-off as it is typed: `fri 17:00`, `thứ sáu 17h`, `T6 17:00`. Refused: SETTING_NOT_ACCEPTED."""
    found = _WEEKLY.fullmatch(fold(text))
    day = _WEEKDAYS.get(found["day"]) if found else None
    if found is None or day is None:
        raise Refused(Reason.SETTING_NOT_ACCEPTED, name="task_cut_off_week", value=text)
    return CutOff(day, _clock(found, "task_cut_off_week", text))


def parse_monthly(text: str) -> CutOff:
    """A monthly cut-off as it is typed: `10 23:30`, `ngày 10 23h30`; `trước 15` is the end of the 14th.

    Days up to the 28th, which every month has. Refused: SETTING_NOT_ACCEPTED.
    """
    found = _MONTHLY.fullmatch(fold(text))
    if found is None or not 1 <= int(found["day"]) <= _LAST_DAY_OF_ALL or (found["before"] and found["hour"]):
        raise Refused(Reason.SETTING_NOT_ACCEPTED, name="task_cut_off_month", value=text)
    if found["before"]:
        return CutOff(int(found["day"]), time(0))
    return CutOff(int(found["day"]), _clock(found, "task_cut_off_month", text))


def _clock(found: re.Match[str], name: str, text: str) -> time:
    """The time that was typed; without one, the end of the working day."""
    try:
        return time(int(found["hour"]), int(found["minute"] or 0)) if found["hour"] else time(17)
    except ValueError:
        raise Refused(Reason.SETTING_NOT_ACCEPTED, name=name, value=text) from None


def rhythm_of(period: str) -> Rhythm | None:
    """Whether a name is that of a week or of a month; None when it is no period's."""
    found = PERIOD.fullmatch(period)
    if found is None:
        return None
    year, week, month = int(found[1]), found[2], found[3]
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if week is not None:
        return Rhythm.WEEKLY if 1 <= int(week) <= date(year, 12, 28).isocalendar().week else None
    return Rhythm.MONTHLY if 1 <= int(month) <= 12 else None


FIRST_YEAR, LAST_YEAR = 1975, 2099


def cut_off_of(period: str, cut_offs: CutOffs) -> datetime:
    """When a period ends: a week or month is named after the one in which its cut-off lies.

    Refused: TASK_PERIOD_UNKNOWN when it is no period's name.
    """
    rhythm = rhythm_of(period)
    if rhythm is Rhythm.WEEKLY:
        year, week = int(period[:4]), int(period[6:])
        day, clock = date.fromisocalendar(year, week, cut_offs.weekly.day), cut_offs.weekly.clock
    elif rhythm is Rhythm.MONTHLY:
        day, clock = date(int(period[:4]), int(period[5:]), cut_offs.monthly.day), cut_offs.monthly.clock
    else:
        raise Refused(Reason.TASK_PERIOD_UNKNOWN, period=period)
    return datetime.combine(day, clock, VIETNAM)


def period_at(rhythm: Rhythm, moment: datetime, cut_offs: CutOffs) -> str:
    """The period that is open at a moment: the one with the first cut-off after it; nothing without a rhythm."""
    if rhythm is Rhythm.NONE:
        return ""
    day = local(moment).date()
    here = _name(rhythm, day)
    if moment < cut_off_of(here, cut_offs):
        return here
    return _next(rhythm, here)


def periods(rhythm: Rhythm, first: date, moment: datetime, cut_offs: CutOffs) -> Iterator[str]:
    """The periods from the one that is open on a day up to the one that is open at a moment."""
    if rhythm is Rhythm.NONE:
        return
    last = period_at(rhythm, moment, cut_offs)
    period = period_at(rhythm, datetime.combine(first, time(), VIETNAM), cut_offs)
    while period <= last:
        yield period
        period = _next(rhythm, period)


def locked(state: TaskState, period: str, now: datetime, cut_offs: CutOffs) -> bool:
    """Whether a period takes no report any more: its cut-off has passed and no leader opened it again."""
    return period not in state.reopened and now >= cut_off_of(period, cut_offs)


def due_reports(
    state: TaskState, rhythm: Rhythm, start_on: date | None, now: datetime, cut_offs: CutOffs
) -> list[DueReport]:
    """What an open task has to report: every period since it began here that nobody reported, and the one open now.

    Nothing is asked for before the start, after the completion, or of a task that was voided.
    """
    if state.created is None or not state.open or rhythm is Rhythm.NONE:
        return []
    first = max(start_on or state.created.day, state.created.day)
    if first > local(now).date():
        return []
    current = period_at(rhythm, now, cut_offs)
    return [
        DueReport(period, cut_off_of(period, cut_offs), period in state.reports, locked(state, period, now, cut_offs))
        for period in periods(rhythm, first, now, cut_offs)
        if period not in state.reports or period == current
    ]


def came_late(report: Report, cut_offs: CutOffs) -> bool:
    """Whether a report was written after its cut-off without the period having been opened again for it.

    A cut-off that was changed counts for periods that end after the change; others keep the one their writer knew.
    """
    if report.reopened or rhythm_of(report.period) is None:
        return False
    rule = cut_offs.weekly if rhythm_of(report.period) is Rhythm.WEEKLY else cut_offs.monthly
    now_in_force = cut_off_of(report.period, cut_offs)
    if report.cut_off is not None and rule.since is not None and now_in_force <= rule.since:
        return report.entered_at >= report.cut_off
    return report.entered_at >= now_in_force


def reminded_until(cut_off: datetime, now: datetime, before: tuple[int, ...]) -> int | None:
    """Within how many days a report is due: the smallest of `before` that still holds, 0 on the day; None otherwise."""
    left = (local(cut_off).date() - local(now).date()).days
    if now >= cut_off or left < 0:
        return None
    return 0 if left == 0 else min((days for days in before if left <= days), default=None)


def _name(rhythm: Rhythm, day: date) -> str:
    if rhythm is Rhythm.WEEKLY:
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    return f"{day:%Y-%m}"


def _next(rhythm: Rhythm, period: str) -> str:
    if rhythm is Rhythm.WEEKLY:
        return _name(rhythm, date.fromisocalendar(int(period[:4]), int(period[6:]), 7) + timedelta(days=1))
    return f"{date(int(period[:4]), int(period[5:]), 28) + timedelta(days=4):%Y-%m}"

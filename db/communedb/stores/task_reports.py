"""Which tasks have to be reported now, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.moment import local
from communedb.domain.task import Rhythm
from communedb.domain.task_period import DueReport, cut_off_of, period_at, reminded_until, rhythm_of
from communedb.stores.task_list import TaskFilter, task_rows
from communedb.stores.tasks import read_task_events

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.domain.task_event import TaskEvent
    from communedb.domain.task_rules import TaskRules
    from communedb.sqlite import Database
    from communedb.stores.task_list import TaskRow


class ReportAsked(NamedTuple):
    """The report of the period that is open now; `within` days it is due (0 today), None while nobody is reminded."""

    row: TaskRow
    due: DueReport
    within: int | None


def reports_asked(
    db: Database, now: datetime, rules: TaskRules, officer: str | None = None, *, reminded_only: bool = False
) -> list[ReportAsked]:
    """The reports of the open period that open tasks still lack, the first cut-off first; of one officer's or of all.

    `reminded_only` leaves those of which somebody is reminded today: the number of Home.
    """
    found = [
        ReportAsked(row, due, reminded_until(due.cut_off, now, rules.report_reminders))
        for row in task_rows(db, TaskFilter(officer=officer, open_only=True), now, rules)
        if (due := report_now(row, now, rules)) is not None and not due.reported
    ]
    kept = [one for one in found if one.within is not None or not reminded_only]
    return sorted(kept, key=lambda one: (one.due.cut_off, one.row.code, one.row.key))


def report_now(row: TaskRow, now: datetime, rules: TaskRules) -> DueReport | None:
    """The period that a task has to report at this moment; None when it reports none, has not begun or is done."""
    if row.reports not in {Rhythm.WEEKLY, Rhythm.MONTHLY} or row.completed_on is not None or row.voided:
        return None
    if (row.start_on or row.entered_on) > local(now).date():
        return None
    rhythm = Rhythm(row.reports)
    period = period_at(rhythm, now, rules.cut_offs)
    reported = rhythm_of(row.last_period) is rhythm and row.last_period >= period
    return DueReport(period, cut_off_of(period, rules.cut_offs), reported, locked=False)


def replaced_report(db: Database, task: str, event: str) -> TaskEvent | None:
    """The report in whose place this one stands, as its writer knew; None for the first of its period."""
    events = {one.id: one for one in read_task_events(db, task)}
    return events.get(events[event].details.get("replaces", "")) if event in events else None

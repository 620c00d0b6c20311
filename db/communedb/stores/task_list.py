"""Lists of tasks: one query, the six statuses and the red alert reckoned for the day that is asked about."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from communedb.domain.moment import local, parse_utc
from communedb.domain.task_status import OVERDUE, Alert, TaskStatus, days_left, reminder, status_of, why_red
from communedb.domain.text import fold
from communedb.stores.tasks import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from communedb.domain.task_rules import TaskRules
    from communedb.sqlite import Database


@dataclass(frozen=True)
class TaskFilter:
    """Which tasks are meant; what is None or empty leaves all.

    `officer` is who is responsible, `mine` who is responsible or follows, `document` a directive's number as it stands,
    `parent` a task's key, `search` words that each begin some word. `voided` adds the voided ones.
    """

    status: TaskStatus | None = None
    block: str | None = None
    officer: str | None = None
    lead_unit: str | None = None
    document: str | None = None
    search: str = ""
    red: bool = False
    mine: str | None = None
    parent: str | None = None
    open_only: bool = False
    voided: bool = False


class TaskRow(NamedTuple):
    """One line of a list of tasks; days are dates at the desk, money đồng.

    `alert` says why it is red, `reminder` within how many days it is due (0 on the day, -1 overdue) or None.
    `days_left` is negative when the due date has passed. `extension` is "", "asked" or "countered".
    """

    key: str
    scope: str
    code: str
    title: str
    block: str
    level: str
    document_number: str
    document_on: date | None
    lead_unit: str
    responsible: str
    responsible_name: str
    parent: str | None
    start_on: date | None
    started_on: date | None
    first_due_on: date | None
    due_on: date | None
    completed_on: date | None
    percent: int
    status: TaskStatus
    alert: Alert | None
    days_left: int | None
    reminder: int | None
    extension: str
    asked_by: str
    asked_due_on: date | None
    offered_due_on: date | None
    extensions: int
    reports: str
    last_period: str
    difficulty: str
    budget_assigned: int | None
    disbursed: int | None
    voided: bool
    has_findings: bool
    entered_on: date
    changed_at: str
    changed_by: str

    @property
    def red(self) -> bool:
        """Whether the task is red."""
        return self.alert is not None


_SQL: Final = """
SELECT t.id, t.scope, t.code, t.title, t.block, t.level, t.document_number, t.document_on, t.lead_unit, s.responsible,
  t.responsible_name, t.parent, t.start_on, s.started_on, s.first_due_on, s.due_on, s.completed_on, s.percent,
  s.extension, s.asked_by, s.asked_due_on, s.offered_due_on, s.extensions, t.reports, s.last_period, s.difficulty,
  t.budget_assigned, s.budget_disbursed, s.voided, s.findings <> '[]', t.entered_at, s.changed_at, s.changed_by
FROM task_state s JOIN task t ON t.id = s.task
"""
_WORD: Final = re.compile(r"[^\W_]+")
_MOST_WORDS: Final = 8


def task_rows(db: Database, wanted: TaskFilter, now: datetime, rules: TaskRules) -> list[TaskRow]:
    """The tasks that a filter shows at a moment: the soonest due first, those without a date last, then by code."""
    where, parameters = _conditions(wanted)
    today = local(now).date()
    found = db.conn.execute(f"{_SQL} WHERE {where} ORDER BY s.due_on IS NULL, s.due_on, t.code, t.id", parameters)
    lines = (_row(one, today, rules) for one in found)
    return [
        line
        for line in lines
        if (wanted.status is None or line.status is wanted.status) and (line.red or not wanted.red)
    ]


def rows_of_tasks(db: Database, keys: Iterable[str], now: datetime, rules: TaskRules) -> list[TaskRow]:
    """The rows of these tasks, in this order; one that is not here has none."""
    wanted = list(keys)
    found = db.conn.execute(f"{_SQL} WHERE s.task IN (SELECT value FROM json_each(?))", (json.dumps(wanted),))
    by_key = {line.key: line for line in (_row(one, local(now).date(), rules) for one in found)}
    return [by_key[key] for key in wanted if key in by_key]


@dataclass(frozen=True)
class TaskNumbers:
    """How many open tasks ask for something today; `extensions` are requests that wait for a decision or an answer."""

    open: int
    red: int
    overdue: int
    due_soon: int
    extensions: int


def task_numbers(db: Database, now: datetime, rules: TaskRules, officer: str | None = None) -> TaskNumbers:
    """The numbers of Home: of one officer's tasks (responsible or following), or of all."""
    lines = task_rows(db, TaskFilter(mine=officer, open_only=True), now, rules)
    return TaskNumbers(
        open=len(lines),
        red=sum(line.red for line in lines),
        overdue=sum(line.reminder == OVERDUE for line in lines),
        due_soon=sum(line.reminder is not None and line.reminder >= 0 for line in lines),
        extensions=sum(line.extension != "" for line in lines),
    )


def _conditions(wanted: TaskFilter) -> tuple[str, list[str]]:
    parts: list[tuple[str, str]] = []
    for column, value in (
        ("t.block", wanted.block),
        ("s.responsible", wanted.officer),
        ("t.lead_unit", wanted.lead_unit),
        ("t.document_number", wanted.document),
        ("t.parent", wanted.parent),
    ):
        if value is not None:
            parts.append((f"coalesce({column}, '') = ?", value))
    sql = [part for part, _ in parts]
    parameters = [value for _, value in parts]
    if wanted.mine is not None:
        sql.append("(s.responsible = ? OR instr(t.followers, ?) > 0)")
        parameters += [wanted.mine, json.dumps(wanted.mine)]
    for word in _WORD.findall(fold(wanted.search[:200]))[:_MOST_WORDS]:
        sql.append("instr(' ' || s.search, ?) > 0")
        parameters.append(f" {word}")
    if wanted.open_only:
        sql.append("s.completed_on IS NULL AND s.voided = 0")
    if not wanted.voided:
        sql.append("s.voided = 0")
    return " AND ".join(sql) or "1", parameters


def _row(found: tuple[Any, ...], today: date, rules: TaskRules) -> TaskRow:
    (
        key, scope, code, title, block, level, document_number, document_on, lead_unit, responsible, responsible_name,
        parent, start_on, started_on, first_due_on, due_on, completed_on, percent, extension, asked_by, asked_due_on,
        offered_due_on, extensions, reports, last_period, difficulty, budget_assigned, disbursed, voided,
        has_findings, entered_at, changed_at, changed_by,
    ) = found  # fmt: skip
    due, started, completed, start = day_of(due_on), day_of(started_on), day_of(completed_on), day_of(start_on)
    entered = entered_day(entered_at, today)
    status = status_of(percent, started, completed, due, today)
    return TaskRow(
        key=key, scope=scope, code=code, title=title, block=block, level=level,
        document_number=document_number or "", document_on=day_of(document_on), lead_unit=lead_unit,
        responsible=responsible, responsible_name=responsible_name or "", parent=parent,
        start_on=start, started_on=started, first_due_on=day_of(first_due_on), due_on=due, completed_on=completed,
        percent=percent, status=status,
        alert=None if voided else why_red(status, percent, start or entered, due, today, rules.alert),
        days_left=days_left(due, today),
        reminder=None if voided else reminder(status, due, today, rules.reminders),
        extension=extension, asked_by=asked_by, asked_due_on=day_of(asked_due_on),
        offered_due_on=day_of(offered_due_on), extensions=extensions, reports=reports,
        last_period=last_period or "", difficulty=difficulty or "", budget_assigned=budget_assigned,
        disbursed=disbursed, voided=bool(voided), has_findings=bool(has_findings), entered_on=entered,
        changed_at=changed_at, changed_by=changed_by,
    )  # fmt: skip


def entered_day(text: str, otherwise: date) -> date:
    """The day at the desk of an instant in a column, or another day where a foreign line holds no instant."""
    try:
        return local(parse_utc(text)).date()
    except (ValueError, OverflowError):
        return otherwise

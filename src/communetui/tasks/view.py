"""One task as its screen shows it: read at once, in a thread, and told from there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communedb.domain.moment import local
from communedb.domain.task_event import TaskKind
from communedb.domain.task_period import due_reports
from communedb.journal.conflicts import conflict_count, conflicts_of
from communedb.journal.history import subject_history
from communedb.reports.task_contradictions import task_findings
from communedb.stores.feedback_subject import feedback_about
from communedb.stores.officers import officer_names, read_officers
from communedb.stores.task_list import TaskFilter, rows_of_tasks, task_rows
from communedb.stores.task_rules import read_rules
from communedb.stores.tasks import is_given_from_above, read_task
from communetui.tasks.lines import lines_of, unit_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from communedb.domain.finding import Finding
    from communedb.domain.officer import Role
    from communedb.domain.task_event import TaskEvent, TaskState
    from communedb.domain.task_period import DueReport
    from communedb.domain.task_rules import TaskRules
    from communedb.journal.conflicts import Conflict
    from communedb.journal.history import Change
    from communedb.register import Register
    from communedb.sqlite import Database
    from communedb.stores.feedback_subject import About
    from communedb.stores.task_list import TaskRow
    from communedb.stores.tasks import Task
    from communetui.tasks.lines import Line


@dataclass(frozen=True)
class View:
    """A task, its journal, those around it, the names of who had to do with it, and who is looking at it when."""

    task: Task
    line: Line
    children: list[Line]
    parent: Line | None
    concerns: list[About]
    """Difficulties of the task, and feedback about it."""
    changes: list[Change]
    due: list[DueReport]
    findings: list[Finding]
    """What is odd about it: steps, reports, code, place among the others."""
    rules: TaskRules
    names: Mapping[str, str]
    colleagues: Mapping[str, str]
    units: Mapping[str, str]
    now: datetime
    officer: str
    roles: frozenset[Role]
    read_only: bool
    from_above: bool = False
    """Whether the higher level gave it."""
    contested: tuple[Conflict, ...] = ()
    """Its fields, and those of its files, for which values differ."""
    not_received: frozenset[str] = field(default_factory=frozenset)
    """Digests of its files that have not arrived here."""

    @property
    def state(self) -> TaskState:
        """What the events add up to."""
        return self.task.state

    @property
    def row(self) -> TaskRow:
        """The task as lists show it."""
        return self.line.row

    @property
    def today(self) -> date:
        """The date on the desk's clock."""
        return local(self.now).date()

    @property
    def taken_back(self) -> frozenset[str]:
        """The keys of events that were taken back."""
        return frozenset(e.takes_back for e in self.task.events if e.kind is TaskKind.TAKEN_BACK and e.takes_back)

    def last(self, kind: TaskKind) -> TaskEvent | None:
        """The last event of a kind that still stands."""
        found = [event for event in self.task.events if event.kind is kind and event.id not in self.taken_back]
        return found[-1] if found else None

    def unit(self, code: str | None) -> str:
        """A unit's name for its code, or the name that is kept instead."""
        return self.units.get(code, code) if code else ""

    def is_contested(self, row: str, column: str = "") -> bool:
        """Whether values differ for a column of a row, or for any of its columns."""
        return any(one.row == row and (not column or one.column == column) for one in self.contested)


def read_view(register: Register, key: str) -> View:
    """Read everything about a task; from a thread. Refused as UNKNOWN_TASK when there is none with this key."""
    db, now = register.db, register.now()
    task = read_task(db, key)
    rules = read_rules(db)
    facts = task.facts
    changes = subject_history(db, key)
    around = [key, *([facts.parent] if facts.parent else [])]
    lines = {line.row.key: line for line in lines_of(db, rows_of_tasks(db, around, now, rules))}
    return View(
        task=task,
        line=lines[key],
        children=lines_of(db, task_rows(db, TaskFilter(parent=key), now, rules)),
        parent=lines.get(facts.parent or ""),
        concerns=feedback_about(db, key),
        changes=changes,
        due=due_reports(task.state, facts.reports, facts.start_on, now, rules.cut_offs),
        findings=task_findings(db, key, task.state),
        rules=rules,
        names=officer_names(db) | _tasks_named(db, changes, now, rules),
        colleagues={officer.id: officer.name for officer in read_officers(db)},
        units={told: unit_text(db, told) for told in (facts.lead_unit, *facts.coordinating)},
        now=now,
        officer=register.officer.id,
        roles=register.officer.roles,
        read_only=register.read_only,
        from_above=is_given_from_above(db, task.row),
        contested=_contested(db, task),
        not_received=frozenset(
            str(file["digest"]) for file in task.attachments if not register.files.has(str(file["digest"]))
        ),
    )


def _tasks_named(db: Database, changes: list[Change], now: datetime, rules: TaskRules) -> dict[str, str]:
    """The tasks that were ever above it, by key: code and title."""
    above = {str(one.new) for one in changes if (one.table, one.column) == ("task", "parent") and one.new}
    return {row.key: f"{row.code} {row.title}" for row in rows_of_tasks(db, above, now, rules)} if above else {}


def _contested(db: Database, task: Task) -> tuple[Conflict, ...]:
    if not conflict_count(db):
        return ()
    return tuple(conflicts_of(db, [task.id, *(str(file["id"]) for file in task.attachments)]))

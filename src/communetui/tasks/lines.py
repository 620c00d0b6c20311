"""What the list of tasks shows: which tasks are wanted, in which order, and each with the names behind its keys."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from communedb.domain.task_status import TaskStatus
from communedb.domain.text import fold
from communedb.journal.pen import shown_now
from communedb.stores.officers import officer_names
from communedb.stores.task_list import TaskFilter, TaskRow, task_rows
from communedb.stores.task_reports import report_now
from communedb.stores.task_rules import read_rules
from communedb.stores.units import unit_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from typing import Self

    from communedb.domain.task_rules import TaskRules
    from communedb.journal.pen import Shown
    from communedb.register import Register
    from communedb.sqlite import Database

_SOON: Final = 7
"""Calendar days that "due soon" looks ahead."""


class Ready(StrEnum):
    """Filters that are ready to be chosen."""

    MINE = "mine"
    RED = "red"
    LATE = "late"
    SOON = "soon"
    ASKED = "asked"
    REPORT = "report"
    UNASSIGNED = "unassigned"
    VOIDED = "voided"


class Order(StrEnum):
    """The orders of the list: what is done last, and equal rows by due date and code."""

    DUE = "due"
    CODE = "code"
    PERCENT = "percent"


@dataclass(frozen=True)
class Wanted:
    """Which tasks the list shows and in which order: a filter of the register, and one that is ready."""

    filter: TaskFilter = field(default_factory=TaskFilter)
    ready: str = ""
    order: Order = Order.DUE

    @property
    def narrowed(self) -> bool:
        """Whether it leaves anything out but what is void."""
        return bool(self.ready) or self.filter != TaskFilter()

    @property
    def search(self) -> str:
        """What is searched."""
        return self.filter.search

    def searching(self, text: str) -> Wanted:
        """The same with another search."""
        return replace(self, filter=replace(self.filter, search=text))

    def as_place(self) -> dict[str, Any]:
        """As JSON has it."""
        usual = asdict(TaskFilter())
        told = {name: value for name, value in asdict(self.filter).items() if value != usual[name]}
        return {"filter": told, "ready": self.ready, "order": self.order.value}

    @classmethod
    def of_place(cls, told: Mapping[str, Any]) -> Self:
        """As `as_place` told it; a ValueError or TypeError says that it cannot be."""
        kept = dict(told.get("filter", {}))
        if "status" in kept:
            kept["status"] = TaskStatus(kept["status"])
        ready = told.get("ready", "")
        return cls(TaskFilter(**kept), Ready(ready) if ready else "", Order(told.get("order", Order.DUE)))


@dataclass(frozen=True, slots=True)
class Line:
    """A task's row with the names of who is responsible (or whom the plan names) and of the lead unit."""

    row: TaskRow
    responsible: str
    unit: str

    @property
    def officer_short(self) -> str:
        """The last two words of the officer's name: the given name stands last."""
        return " ".join(self.responsible.split()[-2:])


class Read(NamedTuple):
    """What was read: the tasks, officers' names, and what the reader had been shown."""

    lines: list[Line]
    officers: Mapping[str, str]
    shown: Mapping[str, Shown]


def read_tasks(register: Register, wanted: Wanted) -> Read:
    """The tasks that are wanted, in their order; from a thread."""
    # First what has been shown: a value that arrives while the rows are read counts as not seen.
    shown = shown_now(register.db)
    return Read(read_lines(register, wanted), officer_names(register.db), shown)


def lines_of(db: Database, rows: Sequence[TaskRow]) -> list[Line]:
    """Rows with their names; from a thread."""
    names = officer_names(db)
    units = {code: unit_text(db, code) for code in {row.lead_unit for row in rows}}
    return [Line(row, names.get(row.responsible, "") or row.responsible_name, units[row.lead_unit]) for row in rows]


def unit_text(db: Database, told: str) -> str:
    """A unit by its name, whether it is kept as a code or as the name of a department."""
    return unit_name(db, told) if told.isdecimal() else told


def read_lines(register: Register, wanted: Wanted) -> list[Line]:
    """The tasks that are wanted, in their order; from a thread."""
    db, now = register.db, register.now()
    rules = read_rules(db)
    rows = task_rows(db, _filter(wanted, register.officer.id), now, rules)
    if wanted.ready in _READY:
        keep = _READY[Ready(wanted.ready)]
        rows = [row for row in rows if keep(row, now, rules)]
    rows = sorted(rows, key=_ORDERS[wanted.order])
    if wanted.search:
        # Who types a code means that task, not those whose directive has the same number.
        typed = fold(wanted.search)
        rows.sort(key=lambda row: not fold(row.code).startswith(typed))
    return lines_of(db, rows)


def _filter(wanted: Wanted, officer: str) -> TaskFilter:
    more: dict[Ready, dict[str, Any]] = {
        Ready.MINE: {"mine": officer, "open_only": True},
        Ready.RED: {"red": True},
        Ready.VOIDED: {"voided": True},
        Ready.UNASSIGNED: {"officer": "", "open_only": True},
    }
    return replace(wanted.filter, **more.get(Ready(wanted.ready), {})) if wanted.ready else wanted.filter


def in_number_order(code: str) -> str:
    """What codes are sorted by, so that task 10 stands after task 9."""
    return re.sub(r"[0-9]+", lambda digits: digits[0].zfill(9), fold(code))


_ORDERS: Final[Mapping[Order, Callable[[TaskRow], Any]]] = {
    Order.DUE: lambda row: row.status.done,
    Order.CODE: lambda row: in_number_order(row.code),
    Order.PERCENT: lambda row: (row.status.done, row.percent),
}
"""What the rows, which come by due date, are sorted by."""


def _unreported(row: TaskRow, now: datetime, rules: TaskRules) -> bool:
    """Whether the period that is open now lacks its report."""
    due = report_now(row, now, rules)
    return due is not None and not due.reported


_READY: Final[Mapping[Ready, Callable[[TaskRow, datetime, TaskRules], bool]]] = {
    Ready.LATE: lambda row, _now, _rules: row.status.late and not row.status.done,
    Ready.SOON: lambda row, _now, _rules: (
        not row.status.done and row.days_left is not None and 0 <= row.days_left <= _SOON
    ),
    Ready.ASKED: lambda row, _now, _rules: bool(row.extension),
    Ready.REPORT: _unreported,
    Ready.VOIDED: lambda row, _now, _rules: row.voided,
}
"""What the register's own filter does not know."""

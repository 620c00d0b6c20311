"""What else an officer has to see to today: tasks, progress reports, feedback and notices, as numbers for Home.

Counted over the derived tables in one pass each. The rules of tasks are loaded only where there are open tasks: Home
has little memory to spend.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from communedb.domain.due_state import DueState, due_state
from communedb.domain.moment import local, parse_utc
from communedb.domain.officer import Role
from communedb.sqlite import rows
from communedb.stores.notices import unread

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.domain.calendar import WorkCalendar
    from communedb.sqlite import Database

SOON_DAYS: Final = 7
"""Calendar days within which an open task is due soon."""


@dataclass(frozen=True)
class Duties:
    """Open tasks (a leader's are those of the office, everybody else's their own), feedback of the office, notices.

    `reports_owed` counts tasks whose report for the period that is open now lacks; `late` names the numbers in which
    something is late already. `newest` is the title of the newest unread notice.
    """

    tasks_soon: int = 0
    tasks_overdue: int = 0
    tasks_red: int = 0
    reports_owed: int = 0
    feedback_due: int = 0
    notices: int = 0
    newest: str = ""
    late: frozenset[str] = frozenset()


def sees_all(roles: frozenset[Role]) -> bool:
    """Whether somebody answers for the tasks of the whole office."""
    return Role.LEADER in roles


def duties(db: Database, officer: str, roles: frozenset[Role], now: datetime, calendar: WorkCalendar) -> Duties:
    """The numbers for one officer at a moment."""
    mine = None if sees_all(roles) else officer
    tasks = list(rows(db, _TASKS + (_MINE if mine else ""), {"officer": mine, "named": json.dumps(mine)}))
    counts = _task_counts(db, tasks, mine, now) if tasks else {}
    pressing, overdue = _feedback(db, now, calendar)
    waits = unread(db, officer)
    late = {name for name in ("tasks_overdue", "tasks_red") if counts.get(name)} | (
        {"feedback_due"} if overdue else set()
    )
    return Duties(**counts, feedback_due=pressing, notices=waits.number, newest=waits.title, late=frozenset(late))


_TASKS: Final = """
SELECT s.percent, s.started_on, s.due_on, s.responsible, s.last_period, t.start_on, t.entered_at, t.reports
FROM task_state AS s JOIN task AS t ON t.id = s.task WHERE s.completed_on IS NULL AND s.voided = 0
"""
_MINE: Final = " AND (s.responsible = :officer OR instr(t.followers, :named) > 0)"


def _task_counts(db: Database, tasks: list[dict[str, Any]], mine: str | None, now: datetime) -> dict[str, int]:
    from communedb.domain.task import Rhythm
    from communedb.domain.task_period import period_at
    from communedb.domain.task_status import is_red, status_of
    from communedb.stores.task_rules import read_rules

    today, rules = local(now).date(), read_rules(db)
    current = {rhythm.value: period_at(rhythm, now, rules.cut_offs) for rhythm in Rhythm}
    counts = dict.fromkeys(("tasks_soon", "tasks_overdue", "tasks_red", "reports_owed"), 0)
    for one in tasks:
        due = _day(one["due_on"])
        status = status_of(one["percent"], _day(one["started_on"]), None, due, today)
        start = _day(one["start_on"]) or _day(one["entered_at"][:10]) or today
        counts["tasks_overdue"] += status.late
        counts["tasks_soon"] += due is not None and 0 <= (due - today).days <= SOON_DAYS
        counts["tasks_red"] += is_red(status, one["percent"], start, due, today, rules.alert)
        # Nothing is asked for before a task begins: as the list behind this number has it.
        if mine in {None, one["responsible"]} and start <= today:
            counts["reports_owed"] += (one["last_period"] or "") < current.get(one["reports"], "")
    return counts


def _day(text: str | None) -> date | None:
    """A day of a column; None for what another station wrote there that is no day."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _feedback(db: Database, now: datetime, calendar: WorkCalendar) -> tuple[int, int]:
    """How much feedback is overdue or due soon, and how much of it is overdue."""
    found = db.conn.execute(
        "SELECT due_at FROM feedback_state WHERE open = 1 AND voided = 0 AND paused = 0 AND due_at IS NOT NULL"
    ).fetchall()
    standing = [due_state(parse_utc(due_at), now, calendar) for (due_at,) in found]
    overdue = standing.count(DueState.OVERDUE)
    return overdue + standing.count(DueState.DUE_TODAY) + standing.count(DueState.DUE_SOON), overdue

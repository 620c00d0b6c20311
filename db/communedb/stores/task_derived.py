"""The derived row of a task: what its own row and its events add up to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from communedb.domain.moment import utc_text
from communedb.domain.text import fold
from communedb.sqlite import rows
from communedb.stores.search_text import folded
from communedb.stores.tasks import task_state
from communedb.transaction import as_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from communedb.domain.task_event import TaskState
    from communedb.sqlite import Database

_WORD: Final = re.compile(r"[^\W_]+")
_SEARCHED: Final = ("code", "title", "document_number", "lead_unit", "responsible_name", "expected")


def derive_task(db: Database, key: str) -> None:
    """Write again what follows from a task; one whose own row has not arrived yet stays hidden until it does."""
    task = next(rows(db, "SELECT * FROM task WHERE id = ?", (key,)), None)
    if task is None:
        return
    row = _state_row(task, task_state(db, key))
    names = ", ".join(row)
    marks = ", ".join("?" * len(row))
    changed = ", ".join(f"{name} = excluded.{name}" for name in row if name != "task")
    db.conn.execute(
        f"INSERT INTO task_state ({names}) VALUES ({marks}) ON CONFLICT (task) DO UPDATE SET {changed}",
        tuple(row.values()),
    )


def stale_tasks(db: Database) -> Iterator[str]:
    """The keys of tasks whose derived row is not what their events say, or stands without a task."""
    for task in rows(db, "SELECT * FROM task ORDER BY id"):
        kept = next(rows(db, "SELECT * FROM task_state WHERE task = ?", (task["id"],)), None)
        if kept != _state_row(task, task_state(db, task["id"])):
            yield task["id"]
    lone = "SELECT task FROM task_state WHERE task NOT IN (SELECT id FROM task)"
    yield from (key for (key,) in db.conn.execute(lone))


def _state_row(task: dict[str, Any], state: TaskState) -> dict[str, Any]:
    last = state.last
    return {
        "task": task["id"],
        "code": task["code"],
        "code_key": fold(task["code"]),
        "voided": int(state.voided),
        "percent": state.percent,
        "started_on": _text(state.started_on),
        "completed_on": _text(state.completed_on),
        "due_on": _text(state.due_on),
        "first_due_on": _text(state.first_due_on),
        "result": state.result or None,
        "budget_disbursed": state.disbursed,
        "responsible": state.responsible,
        "extension": state.extension.value,
        "asked_due_on": _text(state.asked_due_on),
        "asked_by": state.asked_by,
        "offered_due_on": _text(state.offered_due_on),
        "extensions": state.extensions,
        "last_period": state.last_period or None,
        "difficulty": state.difficulty or None,
        "changed_at": utc_text(last.entered_at) if last else task["entered_at"],
        "changed_by": last.officer if last else "",
        "search": " ".join(_WORD.findall(folded(task[name] for name in _SEARCHED))),
        "findings": as_json([finding.model_dump(mode="json") for finding in state.findings]),
    }


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None

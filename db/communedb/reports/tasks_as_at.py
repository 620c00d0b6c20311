"""The tasks of a plan as they stood at the end of a period: what the report of tasks and the leader's page count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from communedb.domain.moment import local, utc_text
from communedb.domain.task_event import Extension, TaskKind
from communedb.domain.task_projection import project_task
from communedb.domain.task_status import Alert, TaskStatus, status_of, why_red
from communedb.stores.task_list import entered_day
from communedb.stores.task_rules import read_rules
from communedb.stores.tasks import day_of, read_task_events

if TYPE_CHECKING:
    from datetime import date

    from communedb.domain.task_rules import TaskRules
    from communedb.reports.figures import Asked
    from communedb.sqlite import Database


class Work(NamedTuple):
    """A task as at the end of a period; `responsible` is an officer's key or, where the plan names another, that name.

    `alert` says why it is red; `extensions` counts those granted, `asks` says that a request for more time is open.
    """

    task: str
    code: str
    title: str
    block: str
    document: str
    lead_unit: str
    responsible: str
    due_on: date | None
    completed_on: date | None
    percent: int
    status: TaskStatus
    alert: Alert | None
    extensions: int
    asks: bool
    difficulty: bool


def tasks_as_at(db: Database, asked: Asked) -> list[Work]:
    """Every task that was there by the period's end, whether open or completed, by code; no voided ones.

    A task was there from the day on which it began, of its directive or of its entry, whichever is the earliest.
    """
    rules = read_rules(db)
    today = min(asked.period.last, local(asked.now).date())
    found = db.conn.execute(_TASKS, {"unit": asked.unit}).fetchall()
    stuck = {task for (task,) in db.conn.execute(_DIFFICULTIES, {"end": utc_text(asked.period.end)})}
    return [_work(db, asked, row, today, rules, stuck) for row in found if _known_since(row, today) <= today]


def _known_since(row: tuple[Any, ...], today: date) -> date:
    start_on, document_on, entered_at = row[7:10]
    days = (day_of(start_on), day_of(document_on), entered_day(entered_at, today))
    return min(day for day in days if day is not None)


def _work(db: Database, asked: Asked, row: tuple[Any, ...], today: date, rules: TaskRules, stuck: set[str]) -> Work:
    task, code, title, block, document, unit, named, start_on, _document_on, entered_at, changed_at, *kept = row
    if changed_at >= utc_text(asked.period.end):
        kept = _as_it_was(db, task, asked)
    responsible, due, started, completed, percent, extension, extensions = kept
    due_on, completed_on = day_of(due), day_of(completed)
    status = status_of(percent, day_of(started), completed_on, due_on, today)
    begins = day_of(start_on) or entered_day(entered_at, today)
    return Work(
        task=task, code=code, title=title, block=block, document=document or "", lead_unit=unit,
        responsible=responsible or named or "", due_on=due_on, completed_on=completed_on, percent=percent,
        status=status, alert=why_red(status, percent, begins, due_on, today, rules.alert), extensions=extensions,
        asks=extension != Extension.NONE, difficulty=not status.done and task in stuck,
    )  # fmt: skip


def _as_it_was(db: Database, task: str, asked: Asked) -> list[Any]:
    """The derived columns by what had happened by the period's end; a plan brought in later tells of days before."""
    end = asked.period.end
    events = read_task_events(db, task)
    state = project_task(one for one in events if one.happened_at < end or one.kind in _ALWAYS)
    days = (state.due_on, state.started_on, state.completed_on)
    due, started, completed = (day.isoformat() if day else None for day in days)
    return [state.responsible, due, started, completed, state.percent, state.extension, state.extensions]


_ALWAYS: Final = frozenset({TaskKind.CREATED, TaskKind.CORRECTED, TaskKind.TAKEN_BACK, TaskKind.VOIDED})
"""What says how it should have been from the beginning, whenever it was entered."""

_TASKS: Final = """
SELECT t.id, t.code, t.title, t.block, t.document_number, t.lead_unit, t.responsible_name, t.start_on, t.document_on,
  t.entered_at, s.changed_at, s.responsible, s.due_on, s.started_on, s.completed_on, s.percent, s.extension,
  s.extensions
FROM task_state AS s JOIN task AS t ON t.id = s.task
WHERE s.voided = 0 AND (:unit IS NULL OR t.scope = :unit)
ORDER BY t.code, t.id
"""
_DIFFICULTIES: Final = """
SELECT DISTINCT f.subject FROM feedback AS f JOIN feedback_state AS s ON s.feedback = f.id
WHERE f.category = 'difficulty' AND f.subject_kind = 'task' AND f.received_at < :end
  AND s.voided = 0 AND (s.open = 1 OR s.handled_at >= :end)
"""

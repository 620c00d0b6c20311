"""Mending mistakes with tasks by events: correct a fact, take back the last step, void. Nothing is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import TypeAdapter, ValidationError

from communedb.desk.mend import given_reason, may_take_back
from communedb.desk.task_entry import check_dates, require_free_code
from communedb.desk.task_events import add_task_event
from communedb.desk.task_place import (
    block_named,
    check_family,
    check_parent,
    given_from_above,
    known_task,
    live_task,
    supporting_unit,
    unit_named,
    working_officer,
)
from communedb.domain.day import parse_day
from communedb.domain.refusal import Reason, Refused
from communedb.domain.task import CORRECTABLE, MAY_DECIDE, MAY_PLAN, NewTask
from communedb.domain.task_event import TaskKind
from communedb.stores.tasks import day_of, find_task, task_facts, task_state
from communedb.transaction import as_json

if TYPE_CHECKING:
    from datetime import date

    from communedb.domain.task import TaskFacts
    from communedb.domain.task_event import TaskState
    from communedb.transaction import Write

_LISTS: Final = frozenset({"coordinating", "followers"})
_DAYS: Final = frozenset({"document_on", "start_on", "due_on"})
_NEVER_NULL: Final = frozenset({"code", "title", "block", "level", "lead_unit", "reports"})
_PART: Final = ";"
_NAMED: Final = 10
_OF_THE_GIVER: Final = frozenset({
    "code", "title", "document_number", "document_on", "level", "start_on", "due_on", "expected", "reports",
    "budget_assigned",
})  # fmt: skip
"""What the level that gave a task states of it; who does the work here, and where, is this office's own."""


def correct_task(tx: Write, task: str, field: str, old: str | None, new: str | None, reason: str) -> str:
    """Correct one fact; the event keeps old value, new value and reason.

    `old` and `new` are as `shown_value` gives them: days as `2026-11-27` (typed ones are understood), lists parted by
    semicolons, officers by key, the parent by key or code; nothing takes the value away. A due date that was entered
    wrongly is corrected by a leader who is not responsible himself: more time is asked for. TASK_OF_ANOTHER for what
    the higher level stated. Refused: ROLE_NOT_ALLOWED,
    REASON_MISSING, FIELD_NOT_CORRECTABLE, CHANGED_MEANWHILE, NOTHING_CHANGED, VALUE_NOT_ACCEPTED, TASK_OF_ANOTHER,
    and as `create_task` refuses.
    """
    tx.require(MAY_DECIDE if field == "due_on" else MAY_PLAN)
    kept = given_reason(reason)
    row, state = live_task(tx, task)
    if field not in CORRECTABLE:
        raise Refused(Reason.FIELD_NOT_CORRECTABLE, field=_named(field))
    if field in _OF_THE_GIVER and given_from_above(tx, row):
        raise Refused(Reason.TASK_OF_ANOTHER)
    facts = task_facts(row)
    present = shown_value(facts, state, field)
    if present != (old or ""):
        raise Refused(Reason.CHANGED_MEANWHILE, field=_named(field), value=present)
    value = _entered(tx, field, (new or "").strip())
    if field == "due_on":
        return _correct_due(tx, task, row, (state, value), kept)
    column = _column(field, value)
    if column == row[field] or (not column and not row[field]):
        raise Refused(Reason.NOTHING_CHANGED, field=_named(field))
    _check(tx, task, field, value, state.due_on)
    tx.update("task", task, {field: column})
    noted = {"field": field, "old": row[field], "new": column}
    return add_task_event(tx, task, TaskKind.CORRECTED, details=noted, reason=kept)


def shown_value(facts: TaskFacts, state: TaskState, field: str) -> str:
    """A fact as a form shows it and as `correct_task` takes it; nothing for none."""
    value = state.due_on if field == "due_on" else getattr(facts, field)
    if isinstance(value, tuple):
        return f"{_PART} ".join(value)
    return "" if value is None else str(value)


def take_back_task_step(tx: Write, task: str, reason: str) -> str:
    """Take back the last step: the same officer on the same day, or the leader, with a reason.

    That the higher level voided its task is taken back by nobody here.
    Refused: REASON_MISSING, NOTHING_TO_TAKE_BACK, TAKE_BACK_NOT_ALLOWED, TASK_VOIDED_ABOVE, and CHILD_AFTER_PARENT or
    CHILDREN_AFTER_PARENT where a due date comes back, or a task comes back to life, that does not fit the others.
    """
    kept = given_reason(reason)
    row, state = known_task(tx, task)
    if state.undoable is None:
        raise Refused(Reason.NOTHING_TO_TAKE_BACK)
    if not may_take_back(tx, state.undoable):
        raise Refused(Reason.TAKE_BACK_NOT_ALLOWED)
    if state.undoable.kind is TaskKind.VOIDED and given_from_above(tx, row):
        raise Refused(Reason.TASK_VOIDED_ABOVE)
    key = add_task_event(tx, task, TaskKind.TAKEN_BACK, takes_back=state.undoable.id, reason=kept)
    after = task_state(tx.db, task)
    if after.open and (after.due_on != state.due_on or not state.open):
        check_family(tx, task, row["parent"], after.due_on)
    return key


def void_task(tx: Write, task: str, reason: str) -> str:
    """Mark a task as entered by mistake: its code stays used, it is out of every count.

    What the higher level gave is voided there. A void task that another station worked on meanwhile may be voided
    again: whoever does has seen that work. Refused: ROLE_NOT_ALLOWED, REASON_MISSING, TASK_VOIDED, TASK_VOIDED_ABOVE,
    TASK_CHILDREN_LIVE, UNKNOWN_TASK.
    """
    tx.require(MAY_DECIDE)
    kept = given_reason(reason)
    row, state = known_task(tx, task)
    if state.voided and not state.unseen:
        raise Refused(Reason.TASK_VOIDED, code=row["code"])
    if given_from_above(tx, row):
        raise Refused(Reason.TASK_VOIDED_ABOVE)
    below = tx.db.conn.execute(
        "SELECT s.code FROM task t JOIN task_state s ON s.task = t.id WHERE t.parent = ? AND s.voided = 0"
        " ORDER BY s.code",
        (task,),
    ).fetchall()
    if below:
        codes = ", ".join(str(code) for (code,) in below[:_NAMED])
        raise Refused(Reason.TASK_CHILDREN_LIVE, codes=codes, count=len(below))
    return add_task_event(tx, task, TaskKind.VOIDED, reason=kept, details={"seen": state.work})


def _correct_due(
    tx: Write, task: str, row: dict[str, Any], corrected: tuple[TaskState, date | None], reason: str
) -> str:
    state, due_on = corrected
    if due_on == state.due_on:
        raise Refused(Reason.NOTHING_CHANGED, field=_named("due_on"))
    if state.responsible == tx.by.officer:
        raise Refused(Reason.OWN_REQUEST)
    check_dates(day_of(row["start_on"]), due_on)
    check_family(tx, task, row["parent"], due_on)
    noted = {"field": "due_on", "old": _day(state.due_on), "new": _day(due_on)}
    return add_task_event(tx, task, TaskKind.CORRECTED, due_on=due_on, details=noted, reason=reason)


def _check(tx: Write, task: str, field: str, value: Any, due_on: date | None) -> None:
    """What a corrected fact has to fit: other tasks' codes, the task above, the due date."""
    if field in {"title", "code"} and not value:
        raise Refused(
            Reason.TASK_TITLE_MISSING if field == "title" else Reason.VALUE_NOT_ACCEPTED, field=_named(field), value=""
        )
    if field == "code":
        require_free_code(tx, value, task)
    if field == "start_on":
        check_dates(value, due_on)
    if field == "parent":
        check_parent(tx, task, value)
        check_family(tx, task, value, due_on)


def _entered(tx: Write, field: str, typed: str) -> Any:
    """The new value, checked as the form for a new task checks it."""
    if field in _DAYS:
        value: Any = parse_day(typed, tx.today) if typed else None
    elif field in _LISTS:
        value = tuple(part.strip() for part in typed.split(_PART) if part.strip())
        value = tuple((supporting_unit if field == "coordinating" else working_officer)(tx, part) for part in value)
    elif field == "parent":
        return find_task(tx.db, typed) if typed else None
    elif field == "lead_unit":
        return unit_named(tx, typed)
    elif field == "block":
        return block_named(tx, typed)
    elif field == "budget_assigned":
        value = typed or None
    else:
        value = typed
    return _validated(field, value)


def _validated(field: str, value: Any) -> Any:
    """A value as the model of a new task cleans and bounds it."""
    entered = NewTask.model_fields[field]
    annotation: Any = entered.annotation
    adapter = TypeAdapter[Any](Annotated[(annotation, *entered.metadata)] if entered.metadata else annotation)
    try:
        return adapter.validate_python(value)
    except ValidationError as error:
        raise Refused(Reason.VALUE_NOT_ACCEPTED, field=_named(field), value=value) from error


def _column(field: str, value: Any) -> str | int | None:
    """A value as its column keeps it."""
    if isinstance(value, tuple):
        return as_json(list(value))
    if isinstance(value, int):
        return value
    return str(value) if value or field in _NEVER_NULL else None


def _named(field: str) -> str:
    """A fact as refusals name it: a dossier has some of the same names."""
    return f"task_{field}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None

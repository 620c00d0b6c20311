"""What a plan changes of a task that is known: facts are corrected, progress goes on, and nothing goes backwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from communedb.desk.task_mend import correct_task, shown_value
from communedb.desk.task_place import live_task
from communedb.desk.task_steps import assign_task, complete_task, note_progress
from communedb.domain.officer import holds
from communedb.domain.refusal import Reason, Refused
from communedb.domain.task import MAY_DECIDE, TaskFacts
from communedb.stores.tasks import task_facts, task_state

if TYPE_CHECKING:
    from datetime import date

    from communedb.domain.task_event import TaskState
    from communedb.transaction import Write


class Change(NamedTuple):
    """One fact of a task: what it was and what a plan makes of it, as a form shows them."""

    field: str
    old: str
    new: str


_FACTS: Final = tuple(name for name in TaskFacts.model_fields if name != "code")


def update_task(tx: Write, task: str, told: dict[str, Any], source: str) -> tuple[Change, ...]:
    """Make of a task what a row tells of it; what changed.

    An empty cell says nothing. Progress that is behind what is known here, and what a plan says of a task that is
    completed here, changes nothing: the plan is older. Refused: as `correct_task`, `assign_task` and `complete_task`
    refuse, TASK_DUE_IN_PLAN.
    """
    row, state = live_task(tx, task)
    facts = task_facts(row)
    due_first = _moves_earlier(told, state)
    changes = [] if due_first else _due(tx, task, told, state, source)
    for name in _FACTS:
        if name in told:
            changes += _fact(tx, task, name, told[name], (facts, state), source)
    if due_first:
        changes += _due(tx, task, told, state, source)
    return (*changes, *_responsible(tx, task, told, state), *_work(tx, task, told))


def _fact(tx: Write, task: str, name: str, value: Any, known: tuple[TaskFacts, TaskState], source: str) -> list[Change]:
    facts, state = known
    # A column that must hold something keeps what it has.
    if value in {None, ""} and name in {"title", "block", "level", "reports"}:
        return []
    present = shown_value(facts, state, name)
    wanted = shown_value(facts.model_copy(update={name: value}), state, name)
    if present == wanted:
        return []
    correct_task(tx, task, name, present, wanted, source)
    return [Change(name, present, wanted)]


def _moves_earlier(told: dict[str, Any], state: TaskState) -> bool:
    """Whether start and due date both move back, so that the start has to go first."""
    start, due = told.get("start_on"), told.get("due_on")
    return start is not None and due is not None and state.due_on is not None and due < state.due_on


def _due(tx: Write, task: str, told: dict[str, Any], state: TaskState, source: str) -> list[Change]:
    """A date that differs from the present one and from the first: the plan was changed above.

    The first one stands in every older plan, and what was granted since stays.
    """
    if "due_on" not in told or state.completed_on is not None or told["due_on"] in {state.due_on, state.first_due_on}:
        return []
    wanted: date | None = told["due_on"]
    if not holds(tx.by.roles, MAY_DECIDE) or state.responsible == tx.by.officer:
        raise Refused(Reason.TASK_DUE_IN_PLAN, told=wanted or "-", due=state.due_on or "-")
    old, new = (day.isoformat() if day else "" for day in (state.due_on, wanted))
    correct_task(tx, task, "due_on", old, new, source)
    return [Change("due_on", old, new)]


def _responsible(tx: Write, task: str, told: dict[str, Any], state: TaskState) -> list[Change]:
    """Whom a plan names is responsible where nobody is yet; whom a leader chose here stays."""
    officer = told.get("responsible")
    if not officer or state.responsible or state.completed_on is not None or not holds(tx.by.roles, MAY_DECIDE):
        return []
    assign_task(tx, task, officer)
    return [Change("responsible", "", officer)]


def _work(tx: Write, task: str, told: dict[str, Any]) -> list[Change]:
    state = task_state(tx.db, task)
    if state.completed_on is not None:
        return []
    spent = told.get("disbursed")
    percent = told.get("percent")
    changes = []
    if spent is not None and spent != state.disbursed:
        changes.append(Change("disbursed", "" if state.disbursed is None else str(state.disbursed), str(spent)))
    if percent is not None and percent > state.percent:
        changes.append(Change("percent", str(state.percent), str(percent)))
    done = told.get("completed_on")
    if done is not None:
        complete_task(tx, task, told.get("result") or f"{done:%d/%m/%Y}", disbursed=spent, happened_on=done)
        return [*changes, Change("completed_on", "", done.isoformat())]
    if changes:
        note_progress(tx, task, max(percent or 0, state.percent), disbursed=spent)
    return changes

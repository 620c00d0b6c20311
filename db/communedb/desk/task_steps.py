"""What officers do with a task: assign it, note progress, complete it, reopen it, note something, add evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.desk.attachments import EVIDENCE, note_file
from communedb.desk.mend import given_reason
from communedb.desk.task_events import add_task_event
from communedb.desk.task_place import check_family, live_task, moment_of, working_officer
from communedb.domain.intake import LONG
from communedb.domain.refusal import Reason, Refused
from communedb.domain.task import ANYONE, MAY_DECIDE, MOST_MONEY
from communedb.domain.task_event import TaskKind
from communedb.domain.text import clean

if TYPE_CHECKING:
    from datetime import date

    from communedb.files.attachments import Stored
    from communedb.transaction import Write


def assign_task(tx: Write, task: str, officer: str, text: str = "") -> str:
    """Make an officer responsible; the event's key.

    An open request for more time stays. Refused: ROLE_NOT_ALLOWED, UNKNOWN_OFFICER, OFFICER_DISABLED, NOTHING_CHANGED,
    TASK_COMPLETED.
    """
    tx.require(MAY_DECIDE)
    _, state = live_task(tx, task)
    if state.completed_on is not None:
        raise Refused(Reason.TASK_COMPLETED, day=state.completed_on)
    if state.responsible == officer:
        raise Refused(Reason.NOTHING_CHANGED, field="task_responsible")
    return add_task_event(
        tx, task, TaskKind.ASSIGNED, to_officer=working_officer(tx, officer), reason=clean(text, LONG) or None
    )


def note_progress(
    tx: Write, task: str, percent: int, text: str = "", disbursed: int | None = None, happened_on: date | None = None
) -> str:
    """Note how far a task is, in percent (0 to 100; 100 does not complete it), and đồng disbursed so far.

    Progress of zero with a text says that the work has begun. Refused: ROLE_NOT_ALLOWED, VALUE_NOT_ACCEPTED,
    TASK_COMPLETED, STEP_IN_FUTURE, TASK_VOIDED, UNKNOWN_TASK.
    """
    tx.require(ANYONE)
    if not 0 <= percent <= 100:
        raise Refused(Reason.VALUE_NOT_ACCEPTED, field="task_percent", value=percent)
    _, state = live_task(tx, task)
    if state.completed_on is not None:
        raise Refused(Reason.TASK_COMPLETED, day=state.completed_on)
    told = clean(text, LONG)
    details: dict[str, Any] = {"percent": percent, **_money(disbursed)}
    if percent == 0 and told:
        details["begun"] = True
    return add_task_event(
        tx, task, TaskKind.PROGRESSED,
        happened_at=moment_of(tx, happened_on),
        details=details,
        reason=told or None,
    )  # fmt: skip


def complete_task(
    tx: Write, task: str, result: str, *, disbursed: int | None = None, happened_on: date | None = None
) -> str:
    """Complete a task with what came of it; an open request for more time ends with it.

    Refused: ROLE_NOT_ALLOWED, TASK_RESULT_MISSING, TASK_COMPLETED, STEP_IN_FUTURE, TASK_VOIDED, UNKNOWN_TASK.
    """
    tx.require(ANYONE)
    told = clean(result, LONG)
    if not told:
        raise Refused(Reason.TASK_RESULT_MISSING)
    _, state = live_task(tx, task)
    if state.completed_on is not None:
        raise Refused(Reason.TASK_COMPLETED, day=state.completed_on)
    return add_task_event(
        tx, task, TaskKind.COMPLETED,
        happened_at=moment_of(tx, happened_on),
        details=_money(disbursed),
        reason=told,
    )  # fmt: skip


def reopen_task(tx: Write, task: str, reason: str) -> str:
    """Open a completed task again, with the progress it had before.

    Refused: ROLE_NOT_ALLOWED, REASON_MISSING, TASK_NOT_COMPLETED, CHILD_AFTER_PARENT, TASK_VOIDED, UNKNOWN_TASK.
    """
    tx.require(MAY_DECIDE)
    kept = given_reason(reason)
    row, state = live_task(tx, task)
    if state.completed_on is None:
        raise Refused(Reason.TASK_NOT_COMPLETED)
    check_family(tx, task, row["parent"], state.due_on)
    return add_task_event(tx, task, TaskKind.REOPENED, reason=kept)


def note_task(tx: Write, task: str, text: str) -> str:
    """Note something that changes nothing. Refused: ROLE_NOT_ALLOWED, REASON_MISSING, TASK_VOIDED, UNKNOWN_TASK."""
    tx.require(ANYONE)
    kept = given_reason(text)
    live_task(tx, task)
    return add_task_event(tx, task, TaskKind.NOTED, reason=kept)


def attach_evidence(tx: Write, task: str, stored: Stored, name: str) -> str:
    """Note a stored file as evidence of a task's work; the file itself is already safe.

    Refused: ROLE_NOT_ALLOWED, TASK_VOIDED, UNKNOWN_TASK.
    """
    tx.require(ANYONE)
    live_task(tx, task)
    return note_file(tx, task, stored, name, kind=EVIDENCE)


def _money(disbursed: int | None) -> dict[str, int]:
    if disbursed is None:
        return {}
    if not 0 <= disbursed <= MOST_MONEY:
        raise Refused(Reason.VALUE_NOT_ACCEPTED, field="task_disbursed", value=disbursed)
    return {"disbursed": disbursed}

"""More time for a task: asked for, decided, offered otherwise, answered. The due date moves here and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.desk.mend import given_reason
from communedb.desk.task_events import add_task_event
from communedb.desk.task_place import check_family, due_of_parent, live_task
from communedb.domain.intake import LONG
from communedb.domain.refusal import Reason, Refused
from communedb.domain.task import ANYONE, MAY_DECIDE
from communedb.domain.task_event import TaskKind
from communedb.domain.task_extension import Decision, check_answering, check_asking, check_deciding, check_new_due
from communedb.domain.text import clean

if TYPE_CHECKING:
    from datetime import date

    from communedb.transaction import Write


def ask_extension(tx: Write, task: str, new_due: date, reason: str) -> str:
    """Ask for a later due date.

    Refused: ROLE_NOT_ALLOWED, REASON_MISSING, and as `check_asking` refuses.
    """
    tx.require(ANYONE)
    kept = given_reason(reason)
    row, state = live_task(tx, task)
    check_asking(state, tx.by.officer, new_due, tx.today, due_of_parent(tx, row["parent"]))
    return add_task_event(tx, task, TaskKind.EXTENSION_ASKED, due_on=new_due, reason=kept)


def decide_extension(tx: Write, task: str, decision: Decision, reason: str = "", new_due: date | None = None) -> str:
    """Approve the date that was asked for, reject it with a reason, or counter with another date.

    Refused: ROLE_NOT_ALLOWED, REASON_MISSING (to reject), EXTENSION_NOT_LATER (also without a date to counter with),
    and as `check_deciding` and `check_new_due` refuse.
    """
    tx.require(MAY_DECIDE)
    row, state = live_task(tx, task)
    check_deciding(state, tx.by.officer)
    if decision is Decision.REJECT:
        return add_task_event(tx, task, TaskKind.EXTENSION_REJECTED, reason=given_reason(reason))
    wanted = state.asked_due_on if decision is Decision.APPROVE else new_due
    if wanted is None:
        raise Refused(Reason.EXTENSION_NOT_LATER, due=state.due_on or "")
    check_new_due(state, wanted, tx.today, due_of_parent(tx, row["parent"]))
    kind = TaskKind.EXTENSION_APPROVED if decision is Decision.APPROVE else TaskKind.EXTENSION_COUNTERED
    return add_task_event(tx, task, kind, due_on=wanted, reason=clean(reason, LONG) or None)


def answer_counter(tx: Write, task: str, accept: bool, text: str = "") -> str:
    """Accept the date that was offered instead, which moves the due date, or decline it.

    Refused: ROLE_NOT_ALLOWED, and as `check_answering` and `check_new_due` refuse.
    """
    tx.require(ANYONE)
    row, state = live_task(tx, task)
    check_answering(state, tx.by.officer)
    told = clean(text, LONG) or None
    if not accept:
        return add_task_event(tx, task, TaskKind.COUNTER_DECLINED, reason=told)
    offered = state.offered_due_on
    if offered is not None:
        check_new_due(state, offered, tx.today, due_of_parent(tx, row["parent"]))
        check_family(tx, task, row["parent"], offered)
    return add_task_event(tx, task, TaskKind.COUNTER_ACCEPTED, due_on=offered, reason=told)

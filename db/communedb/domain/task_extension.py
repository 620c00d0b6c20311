"""Who may ask for more time for a task, who decides, and until when: pure, and refused with the reason."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from communedb.domain.refusal import Reason, Refused
from communedb.domain.task_event import Extension

if TYPE_CHECKING:
    from datetime import date

    from communedb.domain.task_event import TaskState


class Decision(StrEnum):
    """How a leader decides on a request: as asked, not at all, or with another date."""

    APPROVE = "approve"
    REJECT = "reject"
    COUNTER = "counter"


def check_asking(state: TaskState, officer: str, new_due: date, today: date, parent_due: date | None) -> None:
    """Refuse a request that may not be made.

    Refused: TASK_COMPLETED, TASK_WITHOUT_DUE, EXTENSION_OPEN (one request at a time), NOT_RESPONSIBLE (only the
    responsible officer asks; anybody when there is none), and those of a date that cannot be.
    """
    _check_open(state)
    if state.extension is not Extension.NONE:
        raise Refused(Reason.EXTENSION_OPEN, due=state.asked_due_on or "")
    if state.responsible not in {"", officer}:
        raise Refused(Reason.NOT_RESPONSIBLE)
    check_new_due(state, new_due, today, parent_due)


def check_deciding(state: TaskState, officer: str) -> None:
    """Refuse a decision on a request that is not open, or on the own one.

    Refused: TASK_COMPLETED, NO_EXTENSION_ASKED, COUNTER_NOT_ANSWERED (an offer waits for its answer), OWN_REQUEST.
    """
    _check_open(state)
    if state.extension is Extension.NONE:
        raise Refused(Reason.NO_EXTENSION_ASKED)
    if state.extension is Extension.COUNTERED:
        raise Refused(Reason.COUNTER_NOT_ANSWERED, due=state.offered_due_on or "")
    if officer == state.asked_by:
        raise Refused(Reason.OWN_REQUEST)


def check_answering(state: TaskState, officer: str) -> None:
    """Refuse an answer to an offer that was not made, or by somebody who did not ask.

    Whoever is responsible now answers, too, if the task changed hands meanwhile; never whoever made the offer.
    Refused: TASK_COMPLETED, NO_COUNTER_OFFERED, NOT_RESPONSIBLE, OWN_REQUEST.
    """
    _check_open(state)
    if state.extension is not Extension.COUNTERED:
        raise Refused(Reason.NO_COUNTER_OFFERED)
    if officer == state.offered_by:
        raise Refused(Reason.OWN_REQUEST)
    if officer not in {state.asked_by, state.responsible}:
        raise Refused(Reason.NOT_RESPONSIBLE)


def check_new_due(state: TaskState, new_due: date, today: date, parent_due: date | None) -> None:
    """Refuse a date that gives no more time, or more than the parent has.

    Refused: TASK_WITHOUT_DUE, EXTENSION_NOT_LATER, CHILD_AFTER_PARENT.
    """
    if state.due_on is None:
        raise Refused(Reason.TASK_WITHOUT_DUE)
    if new_due <= state.due_on or new_due < today:
        raise Refused(Reason.EXTENSION_NOT_LATER, due=max(state.due_on, today))
    check_within_parent(new_due, parent_due)


def check_within_parent(due_on: date | None, parent_due: date | None) -> None:
    """Refuse a child that ends after its parent, or has no end where that has one. Refused: CHILD_AFTER_PARENT."""
    if parent_due is not None and (due_on is None or due_on > parent_due):
        raise Refused(Reason.CHILD_AFTER_PARENT, parent_due=parent_due)


def _check_open(state: TaskState) -> None:
    if state.completed_on is not None:
        raise Refused(Reason.TASK_COMPLETED, day=state.completed_on)

"""What may be done with feedback now, and why something may not; the register checks again when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.desk.feedback_mend import CORRECTABLE
from communedb.domain.feedback_event import FeedbackEventKind
from communedb.domain.feedback_steps import (
    ANYONE,
    MAY_CORRECT,
    MAY_TAKE_BACK_FOR_OTHERS,
    MAY_VOID,
    STEPS,
    roles_for,
)
from communedb.domain.refusal import Reason, Refused
from communetui import offering
from communetui.strings.concern import concern
from communetui.strings.reasons import reason_text

if TYPE_CHECKING:
    from communetui.feedback.view import View


def why_not_write(view: View | None) -> str | None:
    """Why nothing can be changed: nothing is open, or the register is only read here."""
    return offering.why_not_write(view, concern().nothing_open)


def why_not_step(view: View | None, name: str) -> str | None:
    """Why a step, or what mends, is not possible now; None if it is."""
    if view is None or view.read_only:
        return why_not_write(view)
    if name == "take_back":
        return offering.why_not_take_back(view, view.state.undoable, MAY_TAKE_BACK_FOR_OTHERS)
    if view.state.voided:
        return reason_text(Refused(Reason.FEEDBACK_VOIDED))
    if name not in STEPS:
        return offering.why_not_role(view.roles, {"void": MAY_VOID, "correct": MAY_CORRECT}.get(name, ANYONE))
    row, status, step = view.feedback.row, view.state.status, STEPS[FeedbackEventKind(name)]
    if status not in step.sources or row["category"] not in step.categories:
        return reason_text(Refused(Reason.FEEDBACK_STEP_NOT_ALLOWED, feedback_step=name, feedback_status=status.value))
    if name == FeedbackEventKind.ESCALATED and view.became:
        return reason_text(Refused(Reason.FEEDBACK_ALREADY_ESCALATED, code=view.became[-1].code))
    return offering.why_not_role(view.roles, roles_for(step, row["kind"]))


def correctable(view: View) -> list[str]:
    """The fields that may be corrected: of an anonymous sender nothing is written."""
    is_anonymous = bool(view.feedback.row["anonymous"])
    return [name for name in CORRECTABLE if not (is_anonymous and name.startswith("sender_"))]

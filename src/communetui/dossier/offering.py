"""What may be done with a dossier now, and why something may not; the register checks again when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.desk.attachments import RESULT
from communedb.domain.event import EventKind
from communedb.domain.money import format_dong
from communedb.domain.refusal import Reason, Refused
from communedb.domain.workflow import ANYONE, MAY_CORRECT, MAY_TAKE_BACK_FOR_OTHERS, MAY_VOID, STEPS
from communetui import offering
from communetui.strings.dossier import dossier
from communetui.strings.reasons import reason_text

if TYPE_CHECKING:
    from communetui.dossier.view import View


def why_not_read(view: View | None) -> str | None:
    """Nothing can be done before a dossier is open."""
    return dossier().nothing_open if view is None else None


def why_not_write(view: View | None) -> str | None:
    """Why nothing can be changed: nothing is open, or the register is only read here."""
    return offering.why_not_write(view, dossier().nothing_open)


def why_not_step(view: View | None, name: str) -> str | None:
    """Why a step, or what mends or adds, is not possible now; None if it is."""
    if view is None or view.read_only:
        return why_not_write(view)
    if name == "take_back":
        return offering.why_not_take_back(view, view.state.undoable, MAY_TAKE_BACK_FOR_OTHERS)
    if view.state.voided:
        return reason_text(Refused(Reason.DOSSIER_VOIDED))
    if name in STEPS:
        return _why_not_act(view, EventKind(name))
    if name == "checked" and not view.unchecked:
        return dossier().nothing_to_check
    if name == "match" and view.dossier.row["procedure"] is not None:
        return dossier().already_matched
    needed = {"void": MAY_VOID, "correct": MAY_CORRECT, "checked": MAY_CORRECT}.get(name, ANYONE)
    return offering.why_not_role(view.roles, needed)


def why_not_change_papers(view: View | None) -> str | None:
    """Why papers and files cannot be changed."""
    if view is not None and view.state.voided:
        return reason_text(Refused(Reason.DOSSIER_VOIDED))
    return why_not_write(view)


def why_not_result(view: View, file: str) -> str | None:
    """Why a file cannot be marked as the result."""
    kept = next((one for one in view.dossier.attachments if one["id"] == file), None)
    return dossier().already_result if kept is not None and kept["kind"] == RESULT else None


def _why_not_act(view: View, kind: EventKind) -> str | None:
    step = STEPS[kind]
    if view.state.status not in step.sources:
        return reason_text(Refused(Reason.STEP_NOT_ALLOWED, step=kind.value, status=view.state.status.value))
    if kind in {EventKind.ACCEPTED, EventKind.DECLINED} and view.state.offered_to != view.officer:
        return reason_text(Refused(Reason.NOT_OFFERED_TO_YOU))
    if kind is EventKind.FEE_REFUNDED and view.state.fee_paid <= 0:
        return reason_text(Refused(Reason.REFUND_TOO_LARGE, paid=format_dong(view.state.fee_paid)))
    return offering.why_not_role(view.roles, step.roles)

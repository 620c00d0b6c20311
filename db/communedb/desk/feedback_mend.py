"""Mending mistakes in feedback by events: correct a field, take back the last step, void. Nothing is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.desk.attachments import note_file
from communedb.desk.feedback import live_feedback
from communedb.desk.mend import entered_value, given_reason
from communedb.domain import feedback_steps as steps
from communedb.domain.feedback import Category, NewFeedback
from communedb.domain.feedback_event import FeedbackEventKind
from communedb.domain.moment import local
from communedb.domain.officer import holds
from communedb.domain.refusal import Reason, Refused
from communedb.stores.feedback import read_feedback_state
from communedb.stores.happenings import add_happening

if TYPE_CHECKING:
    from communedb.domain.feedback_event import FeedbackEvent
    from communedb.files.attachments import Stored
    from communedb.transaction import Write

K = FeedbackEventKind

CORRECTABLE = (
    "kind", "topic", "source", "content", "sender_name", "sender_phone", "sender_email", "sender_address",
)  # fmt: skip
"""Which columns an officer may correct."""


def correct_feedback(tx: Write, feedback: str, field: str, old: str | None, new: str | None, reason: str) -> str:
    """Correct one field; the event keeps old value, new value and reason.

    `old` is what the officer was shown. Refused: UNKNOWN_FEEDBACK, FEEDBACK_VOIDED, FIELD_NOT_CORRECTABLE,
    CHANGED_MEANWHILE, NOTHING_CHANGED, VALUE_NOT_ACCEPTED, FEEDBACK_CONTENT_MISSING, FEEDBACK_SENDER_MISSING,
    FEEDBACK_ANONYMOUS_NAMED.
    """
    tx.require(steps.MAY_CORRECT)
    reason = given_reason(reason)
    row, _ = live_feedback(tx, feedback)
    if field not in CORRECTABLE:
        raise Refused(Reason.FIELD_NOT_CORRECTABLE, field=field)
    if (row[field] or "") != (old or ""):
        raise Refused(Reason.CHANGED_MEANWHILE, field=field, value=row[field] or "")
    value = _corrected(row, field, new)
    if (value or "") == (row[field] or ""):
        raise Refused(Reason.NOTHING_CHANGED, field=field)
    tx.update("feedback", feedback, {field: value})
    details = {"field": field, "old": row[field], "new": value}
    return add_happening(tx, "feedback_event", ("feedback", feedback), K.CORRECTED, details=details, reason=reason)


def _corrected(row: dict[str, Any], field: str, new: str | None) -> str | None:
    value: str | None = entered_value(NewFeedback, field, new, field=field)
    if field == "content" and not value:
        raise Refused(Reason.FEEDBACK_CONTENT_MISSING)
    if field.startswith("sender_") and row["anonymous"] and value:
        raise Refused(Reason.FEEDBACK_ANONYMOUS_NAMED)
    if field == "sender_name" and not value and row["category"] == Category.FEEDBACK and not row["anonymous"]:
        raise Refused(Reason.FEEDBACK_SENDER_MISSING)
    return value


def take_back_feedback_step(tx: Write, feedback: str, reason: str) -> str:
    """Take back the last step: the same officer on the same day, or the leader, with a reason.

    What an escalation made goes with it. Refused: NOTHING_TO_TAKE_BACK, TAKE_BACK_NOT_ALLOWED.
    """
    reason = given_reason(reason)
    undone = read_feedback_state(tx.db, feedback).undoable
    if undone is None:
        raise Refused(Reason.NOTHING_TO_TAKE_BACK)
    if not may_take_back_feedback(tx, undone):
        raise Refused(Reason.TAKE_BACK_NOT_ALLOWED)
    became = undone.details.get("to") if undone.kind is K.ESCALATED else None
    if isinstance(became, str) and not read_feedback_state(tx.db, became).voided:
        add_happening(tx, "feedback_event", ("feedback", became), K.VOIDED, reason=reason)
    return add_happening(
        tx, "feedback_event", ("feedback", feedback), K.TAKEN_BACK, takes_back=undone.id, reason=reason
    )


def may_take_back_feedback(tx: Write, event: FeedbackEvent) -> bool:
    """Whether this officer may take back that step today."""
    same_day = local(event.entered_at).date() == tx.today
    return (event.officer == tx.by.officer and same_day) or holds(tx.by.roles, steps.MAY_TAKE_BACK_FOR_OTHERS)


def void_feedback(tx: Write, feedback: str, reason: str) -> str:
    """Mark feedback as entered by mistake: its code stays used and listed, it is out of every count."""
    tx.require(steps.MAY_VOID)
    reason = given_reason(reason)
    live_feedback(tx, feedback)
    return add_happening(tx, "feedback_event", ("feedback", feedback), K.VOIDED, reason=reason)


def attach_to_feedback(tx: Write, feedback: str, stored: Stored, name: str) -> str:
    """Note a stored file (a letter, a photograph) as belonging to feedback; the file itself is already safe."""
    tx.require(steps.ANYONE)
    live_feedback(tx, feedback)
    return note_file(tx, feedback, stored, name)

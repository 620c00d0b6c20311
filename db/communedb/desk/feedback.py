"""Feedback and difficulties: entered, and taken through the steps of `domain.feedback_steps`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from communedb.desk.codes import reserve_by
from communedb.domain import feedback_steps as steps
from communedb.domain.deadlines import Due
from communedb.domain.feedback import Category, Level, SubjectKind
from communedb.domain.feedback_event import FeedbackEventKind
from communedb.domain.feedback_limits import handle_after_wait, promises, publish_by
from communedb.domain.feedback_steps import STEPS
from communedb.domain.finding import Finding, FindingCode
from communedb.domain.moment import local, utc_text
from communedb.domain.officer import holds
from communedb.domain.refusal import Reason, Refused
from communedb.sqlite import rows
from communedb.stores.calendar import read_calendar
from communedb.stores.feedback import read_feedback_state
from communedb.stores.happenings import add_happening
from communedb.stores.officers import read_officer
from communedb.transaction import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from communedb.domain.feedback import FeedbackAct, NewFeedback
    from communedb.domain.feedback_state import FeedbackState
    from communedb.transaction import Write

K = FeedbackEventKind

CODE_PATTERNS: Final[Mapping[str, str]] = {
    Category.FEEDBACK: "{unit}.{station:02}-PA{date:%y}-{counter:04}",
    Category.DIFFICULTY: "{unit}.{station:02}-VM{date:%y}-{counter:04}",
}
"""`19867.01-PA26-0001` for feedback (phản ánh), `19867.01-VM26-0001` for difficulties (vướng mắc): anew every year."""


@dataclass(frozen=True)
class AddedFeedback:
    """What an officer gets back: key and code, and by when to answer (None: a difficulty has no limit by law)."""

    feedback: str
    code: str
    due_at: datetime | None
    due_expected: bool


@dataclass(frozen=True)
class FeedbackDone:
    """What a step did: its event, what is owed next, what is worth a second look, and what it was escalated as."""

    event: str
    due_at: datetime | None
    due_expected: bool
    findings: tuple[Finding, ...] = ()
    escalated: AddedFeedback | None = None


def add_feedback(tx: Write, new: NewFeedback) -> AddedFeedback:
    """Enter feedback or a difficulty; its limits are reckoned here, once.

    Refused: ROLE_NOT_ALLOWED, FEEDBACK_SUBJECT_UNKNOWN, RECEPTION_IN_FUTURE.
    """
    tx.require(steps.MAY_ADD)
    _check_subject(tx, new.subject_kind, new.subject)
    received = new.received_at or tx.now
    if received > tx.now:
        raise Refused(Reason.RECEPTION_IN_FUTURE, received=utc_text(received))
    return _enter(tx, new.model_dump(mode="json", exclude={"received_at"}), received)


def act_on_feedback(tx: Write, feedback: str, asked: FeedbackAct) -> FeedbackDone:
    """Take one step: assign, refuse, ask for more, more received, answer, publish, resolve, close, reopen, escalate.

    Refused: UNKNOWN_FEEDBACK, FEEDBACK_VOIDED, FEEDBACK_STEP_NOT_ALLOWED (status or category), ROLE_NOT_ALLOWED,
    FEEDBACK_NEEDS_MORE, OFFICER_DISABLED, FEEDBACK_NOT_YOURS_TO_ASSIGN, FEEDBACK_ALREADY_ESCALATED,
    FEEDBACK_LEVEL_NOT_HIGHER, STEP_IN_FUTURE, STEP_BEFORE_LAST.
    """
    row, state = live_feedback(tx, feedback)
    step = STEPS.get(asked.kind)
    is_known = step is not None and state.status in step.sources and row["category"] in step.categories
    if step is None or not is_known or asked.kind is K.RECEIVED:
        raise Refused(
            Reason.FEEDBACK_STEP_NOT_ALLOWED, feedback_step=asked.kind.value, feedback_status=state.status.value
        )
    tx.require(steps.roles_for(step, row["kind"]))
    _check_given(tx, state, asked)
    happened = asked.happened_at or tx.now
    _check_time(tx, state, happened)
    details: dict[str, Any] = {"place": asked.place} if asked.place else {}
    escalated = None
    if asked.kind is K.ESCALATED:
        escalated = _escalate(tx, row, state, asked, happened)
        details |= {"to": escalated.feedback, "code": escalated.code, "level": asked.level}
    due = _promise(tx, row, state, asked.kind, happened)
    event = _add(
        tx, feedback, asked.kind, happened,
        due=due,
        details=details,
        to_officer=asked.to_officer,
        reason=asked.text or None,
    )  # fmt: skip
    owed = (due.at, due.expected) if due else (None, False) if step.target in steps.ENDED else state.due
    return FeedbackDone(event, *owed, findings=warned(state, asked.kind, happened), escalated=escalated)


def live_feedback(tx: Write, feedback: str) -> tuple[dict[str, Any], FeedbackState]:
    """The row and the state of feedback that may still be worked on; Refused when it is unknown or was voided."""
    row = next(rows(tx.db, "SELECT * FROM feedback WHERE id = ?", (feedback,)), None)
    if row is None:
        raise Refused(Reason.UNKNOWN_FEEDBACK, feedback=feedback)
    state = read_feedback_state(tx.db, feedback)
    if state.voided:
        raise Refused(Reason.FEEDBACK_VOIDED)
    return row, state


def warned(state: FeedbackState, kind: FeedbackEventKind, happened: datetime) -> tuple[Finding, ...]:
    """What an officer should know about a step from this state; nothing of it blocks."""
    limits = {
        K.REFUSED: (state.refuse_due_at, FindingCode.FEEDBACK_REFUSED_LATE),
        K.MORE_ASKED: (state.ask_due_at, FindingCode.FEEDBACK_ASKED_LATE),
    }
    limit, code = limits.get(kind, (None, FindingCode.FEEDBACK_REFUSED_LATE))
    return (Finding(code=code, facts={"due": utc_text(limit)}),) if limit is not None and happened > limit else ()


def _enter(tx: Write, facts: dict[str, Any], received: datetime, *, reason: str | None = None) -> AddedFeedback:
    day = local(received).date()
    key = new_id()
    code = reserve_by(tx, CODE_PATTERNS[facts["category"]], day, counted=facts["category"])
    tx.insert(
        "feedback",
        {
            "id": key,
            "scope": tx.scope,
            "code": code,
            **facts,
            "anonymous": int(facts["anonymous"]),
            "station": tx.by.station,
            "received_at": utc_text(received),
            "received_on": day.isoformat(),
        },
    )
    due, details = None, {}
    if facts["category"] == Category.FEEDBACK:
        promised = promises(received, tx.known(read_calendar))
        due = promised.handle
        details = {"refuse_due": utc_text(promised.refuse.at), "ask_due": utc_text(promised.ask_more.at)}
    _add(tx, key, K.RECEIVED, received, due=due, details=details, reason=reason)
    return AddedFeedback(key, code, due.at if due else None, due.expected if due else False)


def _add(
    tx: Write, feedback: str, kind: FeedbackEventKind, happened: datetime, *,
    due: Due | None = None, details: dict[str, Any] | None = None, **fields: str | None,
) -> str:  # fmt: skip
    return add_happening(
        tx, "feedback_event", ("feedback", feedback), kind.value,
        happened_at=happened,
        details=details,
        due_at=utc_text(due.at) if due else None,
        due_expected=int(due.expected) if due else None,
        **fields,
    )  # fmt: skip


_SUBJECTS: Final[Mapping[str, str]] = {
    SubjectKind.DOSSIER: "SELECT 1 FROM dossier WHERE id = ?",
    SubjectKind.TASK: "SELECT 1 FROM task WHERE id = ?",
    SubjectKind.PROCEDURE: "SELECT 1 FROM procedure WHERE code = ? LIMIT 1",
}


def _check_subject(tx: Write, kind: str, subject: str | None) -> None:
    if kind in _SUBJECTS and tx.db.conn.execute(_SUBJECTS[kind], (subject,)).fetchone() is None:
        raise Refused(Reason.FEEDBACK_SUBJECT_UNKNOWN, subject_kind=str(kind), subject=subject, field="subject")


def _check_given(tx: Write, state: FeedbackState, asked: FeedbackAct) -> None:
    if missing := steps.missing(asked, state.status):
        needs = ", ".join(missing)
        raise Refused(Reason.FEEDBACK_NEEDS_MORE, feedback_step=asked.kind.value, feedback_needs=needs, needs=needs)
    if asked.kind is not K.ASSIGNED or asked.to_officer is None:
        return
    if not tx.known(read_officer, asked.to_officer).active:
        raise Refused(Reason.OFFICER_DISABLED, officer=asked.to_officer)
    is_own = state.holder == tx.by.officer or (not state.holder and asked.to_officer == tx.by.officer)
    if not is_own and not holds(tx.by.roles, steps.MAY_ASSIGN_OTHERS):
        raise Refused(Reason.FEEDBACK_NOT_YOURS_TO_ASSIGN)


def _check_time(tx: Write, state: FeedbackState, happened: datetime) -> None:
    # The PC's clock may have been set back: a step taken now is never refused for it.
    if happened > tx.now:
        raise Refused(Reason.STEP_IN_FUTURE, happened=utc_text(happened))
    if happened != tx.now and state.last is not None and happened < state.last.happened_at:
        raise Refused(Reason.STEP_BEFORE_LAST, happened=utc_text(happened), last=utc_text(state.last.happened_at))


def _promise(
    tx: Write, row: Mapping[str, Any], state: FeedbackState, kind: FeedbackEventKind, happened: datetime
) -> Due | None:
    """What is owed from here on, where the step changes it; difficulties have no limit by law."""
    if row["category"] != Category.FEEDBACK:
        return None
    calendar = tx.known(read_calendar)
    if kind is K.ANSWERED:
        return publish_by(happened, calendar)
    if kind is K.REOPENED:
        return promises(happened, calendar).handle
    if kind is K.MORE_RECEIVED and state.paused and state.handle_due_at is not None:
        promised = Due(state.handle_due_at, state.handle_expected)
        return handle_after_wait(promised, state.waits[-1][0], happened, calendar)
    return None


def _escalate(
    tx: Write, row: Mapping[str, Any], state: FeedbackState, asked: FeedbackAct, happened: datetime
) -> AddedFeedback:
    """Feedback of its own for the higher level, with a code and limits of its own; the first one stays owed here."""
    if state.escalated_to:
        raise Refused(Reason.FEEDBACK_ALREADY_ESCALATED, code=_code_of(tx, state.escalated_to[-1]))
    if asked.level is None or row["level"] not in set(Level) or not asked.level.is_above(Level(row["level"])):
        raise Refused(Reason.FEEDBACK_LEVEL_NOT_HIGHER)
    copied = (
        "category", "kind", "topic", "source", "content", "anonymous", "sender_name", "sender_phone", "sender_email",
        "sender_address", "subject_kind", "subject",
    )  # fmt: skip
    facts = {name: row[name] for name in copied}
    return _enter(tx, facts | {"level": asked.level.value, "escalated_from": row["id"]}, happened, reason=asked.text)


def _code_of(tx: Write, feedback: str) -> str:
    found = tx.db.conn.execute("SELECT code FROM feedback WHERE id = ?", (feedback,)).fetchone()
    return str(found[0]) if found else "-"

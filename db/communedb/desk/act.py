"""Taking a step with a dossier: supplement, decision, return and the others of the workflow's table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communedb.desk.book import enter_in_book
from communedb.domain.act import HandOver
from communedb.domain.deadlines import Due, TimeLimit, resume
from communedb.domain.event import EventKind
from communedb.domain.finding import Finding, FindingCode
from communedb.domain.moment import utc_text
from communedb.domain.money import format_dong
from communedb.domain.refusal import Reason, Refused
from communedb.domain.status import Status
from communedb.domain.workflow import MAY_REASSIGN, STEPS, Need, Step
from communedb.stores.calendar import read_calendar
from communedb.stores.events import add_event, read_state
from communedb.stores.officers import read_officer

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.domain.act import Act
    from communedb.domain.projection import State
    from communedb.transaction import Write


@dataclass(frozen=True)
class Done:
    """What a step did: the event's key, the promise as it now stands, what is worth a second look."""

    event: str
    form: str | None
    due_at: datetime | None
    due_expected: bool
    findings: tuple[Finding, ...]


def act(tx: Write, dossier: str, asked: Act) -> Done:
    """Take one step with a dossier.

    Refused when the status or the officer's role does not allow it, when something is missing, or when the step is said
    to have happened before the last one or in the future.
    """
    state = live_state(tx, dossier)
    step = STEPS.get(asked.kind)
    if step is None or asked.kind is EventKind.RECEIVED or state.status not in step.sources:
        raise Refused(Reason.STEP_NOT_ALLOWED, step=asked.kind.value, status=state.status.value)
    tx.require(step.roles)
    _check_given(tx, asked)
    _check_state(tx, state, asked)
    happened = asked.happened_at or tx.now
    _check_time(tx, state, happened)
    due = _promise(tx, dossier, state, step, asked, happened)
    details = _details(asked)
    if asked.kind is EventKind.RESULT_READY and (numbered := enter_in_book(tx, dossier)) is not None:
        details.setdefault("result_code", numbered.text)
    event = add_event(
        tx, dossier, asked.kind,
        happened_at=happened,
        due=due,
        details=details,
        to_officer=asked.to_officer,
        reason=asked.reason or asked.text,
        form=step.form,
    )  # fmt: skip
    after = due or ((state.due_at, state.due_expected) if state.due_at else None)
    return Done(event, step.form, after[0] if after else None, after[1] if after else False, warned(state, asked.kind))


def live_state(tx: Write, dossier: str) -> State:
    """The state of a dossier that may still be worked on; Refused when it is unknown or was voided."""
    if tx.db.conn.execute("SELECT 1 FROM dossier WHERE id = ?", (dossier,)).fetchone() is None:
        raise Refused(Reason.UNKNOWN_DOSSIER, dossier=dossier)
    state = read_state(tx.db, dossier)
    if state.voided:
        raise Refused(Reason.DOSSIER_VOIDED)
    return state


def _check_given(tx: Write, asked: Act) -> None:
    missing = asked.missing()
    if missing:
        raise Refused(Reason.STEP_NEEDS_MORE, step=asked.kind.value, needs=", ".join(missing))
    if asked.to_officer is not None and not tx.known(read_officer, asked.to_officer).active:
        raise Refused(Reason.OFFICER_DISABLED, officer=asked.to_officer)


def _check_state(tx: Write, state: State, asked: Act) -> None:
    """What a step asks of the papers and of the money, beyond the status."""
    if asked.purpose is HandOver.ABSENCE and state.holder != tx.by.officer:
        tx.require(MAY_REASSIGN)
    if asked.kind in {EventKind.ACCEPTED, EventKind.DECLINED} and state.offered_to != tx.by.officer:
        raise Refused(Reason.NOT_OFFERED_TO_YOU)
    if asked.kind is EventKind.FEE_REFUNDED and (asked.amount or 0) > state.fee_paid:
        raise Refused(Reason.REFUND_TOO_LARGE, paid=format_dong(state.fee_paid))


def _check_time(tx: Write, state: State, happened: datetime) -> None:
    # The PC's clock may have been set back: a step taken now is never refused for it.
    if happened > tx.now:
        raise Refused(Reason.STEP_IN_FUTURE, happened=utc_text(happened))
    if happened != tx.now and state.last is not None and happened < state.last.happened_at:
        raise Refused(Reason.STEP_BEFORE_LAST, happened=utc_text(happened), last=utc_text(state.last.happened_at))


def _promise(
    tx: Write, dossier: str, state: State, step: Step, asked: Act, happened: datetime
) -> tuple[datetime, bool] | None:
    """The new due date where this step changes it: an extension, or the end of a wait that stopped the clock."""
    if Need.NEW_DUE in step.needs and asked.new_due is not None:
        if state.due_at is not None and asked.new_due <= state.due_at:
            raise Refused(Reason.NEW_DUE_NOT_LATER, due=utc_text(state.due_at))
        if asked.new_due <= happened:
            raise Refused(Reason.NEW_DUE_NOT_LATER, due=utc_text(happened))
        return asked.new_due, not tx.known(read_calendar).is_announced(asked.new_due.date())
    if not (_ends_wait(asked.kind, state.status) and state.paused and state.due_at is not None):
        return None
    (limit,) = tx.db.conn.execute("SELECT time_limit FROM dossier WHERE id = ?", (dossier,)).fetchone()
    if limit is None:
        return None
    promised = Due(state.due_at, state.due_expected)
    paused = state.pauses[-1].start
    # A clock that was set back meanwhile must not keep anybody from going on: no time has passed then.
    after = resume(
        promised, paused, max(happened, paused), TimeLimit.model_validate_json(limit), tx.known(read_calendar)
    )
    return after.at, after.expected


_AWAITED = {
    EventKind.SUPPLEMENT_RECEIVED: Status.SUPPLEMENT_AWAITED,
    EventKind.FEE_PAID: Status.FEE_AWAITED,
    EventKind.FEE_EXEMPTED: Status.FEE_AWAITED,
    EventKind.AGENCY_ANSWERED: Status.AGENCY_AWAITED,
}


def _ends_wait(kind: EventKind, status: Status) -> bool:
    return _AWAITED.get(kind) is status


def _details(asked: Act) -> dict[str, Any]:
    given = asked.model_dump(
        mode="json",
        exclude_defaults=True,
        exclude={"kind", "reason", "text", "to_officer", "new_due", "happened_at", "pauses"},
    )
    if asked.stops_clock():
        given["pauses"] = True
    return given


def warned(state: State, kind: EventKind) -> tuple[Finding, ...]:
    """What an officer should know about a step from this state; nothing of it blocks."""
    if kind is EventKind.SUPPLEMENT_REQUESTED and state.supplements >= 1:
        return (Finding(code=FindingCode.SECOND_SUPPLEMENT, facts={"count": str(state.supplements + 1)}),)
    return ()

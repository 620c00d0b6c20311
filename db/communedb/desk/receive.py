"""Receiving a dossier: from what reception enters to a code, a promise and a first event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communedb.desk.codes import reserve_code
from communedb.desk.people import remember_person
from communedb.desk.reserved import use_reserved
from communedb.domain.deadlines import TimeLimit, due
from communedb.domain.event import EventKind
from communedb.domain.fees import total
from communedb.domain.finding import Finding, FindingCode
from communedb.domain.intake import PaperEntry, PaperState, applicant_findings
from communedb.domain.moment import local, utc_text
from communedb.domain.procedure import CopyKind, Procedure
from communedb.domain.refusal import Reason, Refused
from communedb.domain.workflow import STEPS
from communedb.stores.calendar import read_calendar
from communedb.stores.events import add_event
from communedb.stores.procedures import Copy, copy_of, copy_on, keep_copy
from communedb.transaction import as_json, new_id

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from communedb.domain.intake import Intake
    from communedb.transaction import Write


@dataclass(frozen=True)
class Received:
    """What reception gets back: the dossier's key and code, and the promise made."""

    dossier: str
    code: str
    due_at: datetime | None
    due_expected: bool
    findings: tuple[Finding, ...]


def receive(tx: Write, intake: Intake, filled: Mapping[str, str | None] | None = None) -> Received:
    """Take in a dossier; everything of it is written or nothing; `filled` is for `remember_person`.

    Refused when the officer's role does not allow it, the procedure is unknown, the reception lies in the future, a
    late entry lacks its time or reason, the code of its paper receipt is not one of this station's or was used, or the
    intake was already saved (its draft is gone: Enter was pressed twice).
    """
    step = STEPS[EventKind.RECEIVED]
    tx.require(step.roles)
    received = _received_at(tx, intake)
    _use_up_draft(tx, intake.draft)
    day = local(received).date()
    if not intake.applicant.name:
        raise Refused(Reason.APPLICANT_NAME_MISSING)
    copy = _copy(tx, intake, day)
    procedure = copy.procedure
    limit = _limit(intake, procedure)
    promise = due(received, limit, tx.known(read_calendar)) if limit else None
    person = remember_person(tx, intake.applicant, intake.person, filled)
    key = new_id()
    code = use_reserved(tx, intake.code, key) if intake.code else reserve_code(tx, day)
    tx.insert(
        "dossier",
        dossier_row(tx, intake, copy, limit, received) | {"id": key, "code": code, "person": person},
    )
    _add_papers(tx, key, intake, procedure)
    for outside in intake.outside_codes:
        add_outside_code(tx, key, outside.system, outside.code)
    add_event(
        tx, key, EventKind.RECEIVED,
        happened_at=received,
        due=(promise.at, promise.expected) if promise else None,
        details={"late": True} | ({"blank": True} if intake.code else {}) if intake.late_reason else None,
        reason=intake.late_reason or None,
        form=step.form,
        to_officer=tx.by.officer,
    )  # fmt: skip
    findings = applicant_findings(intake.applicant)
    if limit is None:
        findings.append(Finding(code=FindingCode.NO_TIME_LIMIT))
    return Received(key, code, promise.at if promise else None, promise.expected if promise else False, tuple(findings))


def add_outside_code(tx: Write, dossier: str, system: str, code: str) -> str:
    """Note under which code another system knows the dossier; any number of them."""
    key = new_id()
    tx.insert(
        "outside_code",
        {"id": key, "scope": tx.scope, "dossier": dossier, "system": system, "code": code, "active": 1},
    )
    tx.touch("dossier", dossier)
    return key


def _received_at(tx: Write, intake: Intake) -> datetime:
    """When it was received: now, or the real time that a late entry tells, with the reason why it is late."""
    if (intake.code or intake.late_reason) and intake.received_at is None:
        raise Refused(Reason.LATE_ENTRY_LACKS_TIME)
    if intake.code and not intake.late_reason:
        raise Refused(Reason.LATE_ENTRY_LACKS_REASON)
    received = intake.received_at or tx.now
    if received > tx.now:
        raise Refused(Reason.RECEPTION_IN_FUTURE, received=utc_text(received))
    return received


def _use_up_draft(tx: Write, draft: str | None) -> None:
    """The form that was saved goes with the save: a second Enter finds no form."""
    if draft is None:
        return
    gone = tx.db.conn.execute("DELETE FROM draft WHERE id = ? AND officer = ?", (draft, tx.by.officer)).rowcount
    if not gone:
        raise Refused(Reason.INTAKE_ALREADY_SAVED)


def _copy(tx: Write, intake: Intake, day: date) -> Copy:
    if intake.procedure_code is not None:
        return tx.known(copy_on, intake.procedure_code, day, tx.scope)
    typed = intake.procedure
    if typed is None or not typed.name:
        raise Refused(Reason.PROCEDURE_NAME_MISSING)
    limits = (typed.limit,) if typed.limit else ()
    procedure = Procedure(id="", version=day.isoformat(), name_vi=typed.name, field=typed.field, limits=limits)
    return copy_of(procedure, tx.scope)


def _limit(intake: Intake, procedure: Procedure) -> TimeLimit | None:
    if intake.typed_limit is not None:
        return intake.typed_limit
    if not procedure.limits:
        return None
    if intake.limit >= len(procedure.limits):
        raise Refused(Reason.UNKNOWN_LIMIT, limit=intake.limit, known=len(procedure.limits))
    return procedure.limits[intake.limit]


def dossier_row(tx: Write, intake: Intake, copy: Copy, limit: TimeLimit | None, received: datetime) -> dict[str, Any]:
    """A dossier's own row but for its key, code and person."""
    procedure, submitter = copy.procedure, intake.submitter
    lines = intake.fee
    return {
        "scope": tx.scope,
        "station": tx.by.station,
        "procedure": procedure.id or None,
        "procedure_code": procedure.code,
        "procedure_name": procedure.name_vi,
        "procedure_copy": keep_copy(tx, copy),
        "field": procedure.field,
        "time_limit": limit.model_dump_json() if limit else None,
        "content": intake.content or procedure.name_vi,
        **{f"applicant_{name}": value for name, value in intake.applicant.model_dump(mode="json").items()},
        "submitter_name": submitter.name if submitter else None,
        "submitter_id_number": submitter.id_number if submitter else None,
        "submitter_phone": submitter.phone if submitter else None,
        "submitter_relation": submitter.relation if submitter else None,
        "channel": intake.channel.value,
        "sets": intake.sets,
        "reception_place": intake.reception_place or tx.by.unit,
        "official_place": intake.official_place or tx.by.unit,
        "competent_agency": intake.competent_agency or intake.official_place or tx.by.unit,
        "return_method": intake.return_method.value,
        "fee_amount": None if lines is None else total(lines),
        "fee_body": as_json([line.model_dump(mode="json") for line in lines or ()]),
        "unchecked": ",".join(intake.unchecked) or None,
        "note": intake.note or None,
        "received_at": utc_text(received),
        "received_on": local(received).date().isoformat(),
    }


def _add_papers(tx: Write, dossier: str, intake: Intake, procedure: Procedure) -> None:
    papers = intake.papers or tuple(
        PaperEntry(
            name=item.name,
            state=PaperState.NO,
            copy_kind=item.copy_kind or CopyKind.ORIGINAL,
            quantity=item.quantity,
            condition=item.condition,
        )
        for item in procedure.papers or ()
    )
    for position, paper in enumerate(papers, start=1):
        add_paper(tx, dossier, position, paper)


def add_paper(tx: Write, dossier: str, position: int, paper: PaperEntry) -> str:
    """Put one paper on the dossier's checklist."""
    key = new_id()
    tx.insert(
        "paper",
        {"id": key, "scope": tx.scope, "dossier": dossier, "position": position, **paper.model_dump(mode="json")},
    )
    return key

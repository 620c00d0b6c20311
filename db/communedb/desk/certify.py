"""Certifying a request of the quick counter: who signs, and what follows from the signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.desk.act import live_state
from communedb.desk.book import Numbered, enter_in_book
from communedb.domain.event import EventKind
from communedb.domain.officer import Role
from communedb.domain.refusal import Reason, Refused
from communedb.domain.workflow import STEPS
from communedb.stores.certifications import waiting_lines
from communedb.stores.events import add_event
from communedb.stores.officers import read_officer

if TYPE_CHECKING:
    from communedb.transaction import Write

_RECEPTION = frozenset({Role.RECEPTION})


def check_signer(tx: Write, signer: str | None) -> str:
    """The officer who signs; Refused when nobody is named, or somebody who may not sign or no longer works here."""
    if not signer:
        raise Refused(Reason.SIGNER_MISSING, field="signer")
    officer = tx.known(read_officer, signer)
    if not officer.active:
        raise Refused(Reason.OFFICER_DISABLED, field="signer", officer=officer.name)
    if Role.LEADER not in officer.roles:
        raise Refused(Reason.SIGNER_NOT_LEADER, field="signer", officer=officer.name)
    return officer.id


def certify(tx: Write, dossier: str, signer: str | None) -> Numbered:
    """Enter a request that was promised for later, once it is signed: decided, numbered, result ready.

    Refused: CERTIFICATION_DONE when nothing of it waits for a number, STEP_NOT_ALLOWED from another status, and as
    `check_signer` refuses.
    """
    tx.require(_RECEPTION)
    state = live_state(tx, dossier)
    if not waiting_lines(tx.db, dossier):
        raise Refused(Reason.CERTIFICATION_DONE)
    if state.status not in STEPS[EventKind.DECIDED].sources:
        raise Refused(Reason.STEP_NOT_ALLOWED, step=EventKind.DECIDED.value, status=state.status.value)
    return decide_and_number(tx, dossier, check_signer(tx, signer))


def decide_and_number(tx: Write, dossier: str, signer: str) -> Numbered:
    """The signature, the numbers and the result, as one piece of work of reception."""
    add_event(tx, dossier, EventKind.DECIDED, details={"signer": signer})
    numbered = enter_in_book(tx, dossier, signer)
    if numbered is None:
        raise Refused(Reason.CERTIFICATION_DONE)
    add_event(tx, dossier, EventKind.RESULT_READY, details={"result_code": numbered.text})
    return numbered

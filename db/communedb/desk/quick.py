"""The quick counter: a citizen's certifications received, decided, paid and returned in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communedb.desk.certify import check_signer, decide_and_number
from communedb.desk.receive import Received, receive
from communedb.domain.act import ReceiptSlip, Recipient
from communedb.domain.certification import FEE_LABEL, Return, book_of, fee_lines, split_payment, typed_limit
from communedb.domain.event import EventKind
from communedb.domain.fees import FeeLine, total
from communedb.domain.intake import Intake, PaperEntry, PaperState
from communedb.domain.procedure import CopyKind
from communedb.domain.refusal import Reason, Refused
from communedb.stores.events import add_event
from communedb.stores.procedures import copy_on
from communedb.transaction import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.desk.book import Numbered
    from communedb.domain.certification import CertifiedLine, Request
    from communedb.domain.procedure import Procedure
    from communedb.transaction import Write


@dataclass(frozen=True)
class Served:
    """What the quick counter gets back, in đồng; not returned yet, it has no numbers and a receipt is to be printed."""

    received: Received
    numbered: Numbered | None
    fee: int
    paid: int
    exempted: int


def serve(tx: Write, request: Request, filled: Mapping[str, str | None] | None = None) -> Served:
    """Serve one citizen: everything of it is written or nothing; `filled` is for `remember_person`.

    Papers returned at once are received, signed, numbered, paid and returned. Otherwise they are received and paid with
    the promise of the same day or the next working day, or of the day agreed; `certify` numbers them later. Refused as
    `receive` refuses, and: NOT_A_CERTIFICATION, SIGNER_MISSING, SIGNER_NOT_LEADER, FEE_NOT_KNOWN, PAID_MORE_THAN_FEE,
    REASON_MISSING, AGREED_DAY_NOT_LATER.
    """
    book = book_of(request.procedure_code)
    procedure = tx.known(copy_on, request.procedure_code, tx.today, tx.scope).procedure
    at_once = request.returned is Return.AT_ONCE
    signer = check_signer(tx, request.signer) if at_once else ""
    fee = _fee(tx, procedure, request)
    paid, exempted = split_payment(total(fee), request.paid, request.exempt_reason)
    limit = typed_limit(book, procedure.limits, request.agreed_on, tx.today)
    received = receive(
        tx,
        Intake(
            procedure_code=request.procedure_code,
            applicant=request.applicant,
            person=request.person,
            papers=tuple(_paper(line) for line in request.lines),
            fee=fee,
            typed_limit=limit,
            draft=request.draft,
        ),
        filled,
    )
    _write_lines(tx, received.dossier, book, request.lines, fee)
    _take_money(tx, received.dossier, request, paid, exempted)
    numbered = decide_and_number(tx, received.dossier, signer) if at_once else None
    if at_once:
        recipient = Recipient(slip=ReceiptSlip.NONE_ISSUED).model_dump(mode="json")
        add_event(tx, received.dossier, EventKind.RETURNED, details={"recipient": recipient})
    return Served(received, numbered, total(fee), paid, exempted)


def _fee(tx: Write, procedure: Procedure, request: Request) -> tuple[FeeLine, ...]:
    """The fee by the catalogue; what was typed where the catalogue does not say it in one way."""
    rules = procedure.fee.rules_on(tx.today)
    lines = fee_lines(rules, request.lines)
    if lines is not None:
        return lines
    if procedure.fee.given and not rules:
        return ()
    if request.paid is None:
        raise Refused(Reason.FEE_NOT_KNOWN, field="paid", code=procedure.code)
    return (FeeLine(label=FEE_LABEL, amount=request.paid),)


def _paper(line: CertifiedLine) -> PaperEntry:
    return PaperEntry(name=line.paper_name, state=PaperState.YES, copy_kind=CopyKind.ORIGINAL)


def _write_lines(
    tx: Write, dossier: str, book: str, lines: tuple[CertifiedLine, ...], fee: tuple[FeeLine, ...]
) -> None:
    amounts = [line.amount for line in fee] if len(fee) == len(lines) else [total(fee), *[0] * (len(lines) - 1)]
    for position, (line, amount) in enumerate(zip(lines, amounts, strict=True), start=1):
        row = {"id": new_id(), "scope": tx.scope, "dossier": dossier, "position": position, "book": book, "fee": amount}
        tx.insert("certification", row | line.model_dump())


def _take_money(tx: Write, dossier: str, request: Request, paid: int, exempted: int) -> None:
    """One event for what is paid, one for what is exempted; none for a service that costs nothing."""
    if paid:
        details: dict[str, Any] = {"amount": paid, "method": request.method.value}
        for name in ("receipt_series", "receipt_number"):
            if value := getattr(request, name):
                details[name] = value
        add_event(tx, dossier, EventKind.FEE_PAID, details=details)
    if exempted:
        add_event(tx, dossier, EventKind.FEE_EXEMPTED, details={"amount": exempted}, reason=request.exempt_reason)

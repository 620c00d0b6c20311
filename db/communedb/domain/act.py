"""What an officer gives for a step of a dossier; also the JSON that `dossier act` takes."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from communedb.domain.event import EventKind
from communedb.domain.intake import Line, Moment, PaperEntry, Prose
from communedb.domain.workflow import STEPS, Need


class ReceiptSlip(StrEnum):
    """What became of the citizen's receipt when the result was handed out."""

    HANDED_IN = "handed_in"
    LOST = "lost"
    NONE_ISSUED = "none_issued"


class PaymentMethod(StrEnum):
    """How a fee was paid."""

    CASH = "cash"
    TRANSFER = "transfer"
    ONLINE = "online"


class HandOver(StrEnum):
    """What a dossier is handed over for."""

    WORK = "work"
    SIGNATURE = "signature"
    RETURN = "return"
    ABSENCE = "absence"


class Mark(StrEnum):
    """How a citizen found the service, as the national portal asks it."""

    VERY_GOOD = "very_good"
    GOOD = "good"
    POOR = "poor"


class MarkedBy(StrEnum):
    """Who entered a mark: the citizen, or an officer on the citizen's behalf."""

    CITIZEN = "citizen"
    OFFICER = "officer"


class Recipient(BaseModel):
    """Who took the result: the applicant, or somebody authorised, by name, ID number and the paper that says so."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    is_applicant: bool = True
    name: Line = ""
    id_number: Line | None = None
    authorisation: Line | None = None
    slip: ReceiptSlip = ReceiptSlip.HANDED_IN

    @property
    def complete(self) -> bool:
        """Whether an authorised person is told apart well enough to be found again."""
        return self.is_applicant or bool(self.name and self.id_number and self.authorisation)


class Act(BaseModel):
    """One step by an officer; which fields it needs is in `workflow.STEPS`.

    `batch` is one text for all dossiers that changed hands together: they stand on one list. `pauses` stops the clock:
    waiting for the citizen does so by itself, waiting for another agency only where the procedure leaves that time out.
    `requested_by` asked that the work stop, `decision` is the paper that orders it. `happened_at` is the real time when
    it is not now.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: EventKind
    reason: Prose | None = None
    to_officer: Line | None = None
    purpose: HandOver | None = None
    batch: Line | None = None
    papers: tuple[PaperEntry, ...] = ()
    amount: int | None = Field(default=None, ge=0, le=10**12)
    method: PaymentMethod | None = None
    receipt_series: Line | None = None
    receipt_number: Line | None = None
    agency: Line | None = None
    pauses: bool | None = None
    new_due: Moment | None = None
    recipient: Recipient | None = None
    mark: Mark | None = None
    marked_by: MarkedBy | None = None
    text: Prose | None = None
    result_code: Line | None = None
    requested_by: Line | None = None
    decision: Line | None = None
    happened_at: Moment | None = None

    def missing(self) -> list[Need]:
        """What the step needs and this does not give."""
        given = {
            Need.REASON: bool(self.reason),
            Need.TO_OFFICER: bool(self.to_officer),
            Need.PAPERS: bool(self.papers),
            Need.AMOUNT: self.amount is not None,
            Need.AGENCY: bool(self.agency),
            Need.NEW_DUE: self.new_due is not None,
            Need.RECIPIENT: self.recipient is not None and self.recipient.complete,
            Need.TEXT: bool(self.text),
            Need.MARK: self.mark is not None and self.marked_by is not None,
        }
        return [need for need in Need if need in STEPS[self.kind].needs and not given[need]]

    def stops_clock(self) -> bool:
        """Whether the deadline waits from here on."""
        if self.pauses is not None:
            return self.pauses and self.kind in _MAY_PAUSE
        return self.kind in _PAUSES


_PAUSES = frozenset({EventKind.SUPPLEMENT_REQUESTED, EventKind.FEE_REQUESTED})
_MAY_PAUSE = _PAUSES | {EventKind.AGENCY_ASKED}

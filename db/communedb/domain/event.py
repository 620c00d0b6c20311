"""What happens to a dossier: events are only ever added."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from communedb.domain.happening import Happening


class EventKind(StrEnum):
    """The kinds of event in the life of a dossier."""

    RECEIVED = "received"
    HANDED_OVER = "handed_over"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    SUPPLEMENT_REQUESTED = "supplement_requested"
    SUPPLEMENT_RECEIVED = "supplement_received"
    FEE_REQUESTED = "fee_requested"
    FEE_PAID = "fee_paid"
    FEE_EXEMPTED = "fee_exempted"
    FEE_REFUNDED = "fee_refunded"
    AGENCY_ASKED = "agency_asked"
    AGENCY_ANSWERED = "agency_answered"
    EXTENDED = "extended"
    DECIDED = "decided"
    SENT_BACK = "sent_back"
    RESULT_READY = "result_ready"
    RETURNED = "returned"
    RATED = "rated"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    NOTED = "noted"
    CORRECTED = "corrected"
    TAKEN_BACK = "taken_back"
    VOIDED = "voided"


class Event(Happening):
    """One event of a dossier; `due_at` is set where it changed the promise."""

    kind: EventKind
    form: str | None = None
    due_at: datetime | None = None
    due_expected: bool = False

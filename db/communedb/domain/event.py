"""What happens to a dossier: events are only ever added."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict


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
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    NOTED = "noted"
    CORRECTED = "corrected"
    TAKEN_BACK = "taken_back"
    VOIDED = "voided"


class Event(BaseModel):
    """One event as the register keeps it; times are aware, `due_at` is set where the event changed the promise."""

    model_config = ConfigDict(frozen=True)

    id: str
    kind: EventKind
    rank: int = 0
    clock: int
    place: int = 0
    happened_at: datetime
    entered_at: datetime
    officer: str
    station: str = ""
    to_officer: str | None = None
    reason: str | None = None
    form: str | None = None
    due_at: datetime | None = None
    due_expected: bool = False
    takes_back: str | None = None
    details: dict[str, Any] = {}

    @property
    def order(self) -> tuple[int, int, int, str]:
        """Where the event stands among others: by the hybrid clock, which a wrongly set PC clock cannot turn back.

        `rank` goes before it where several stations wrote: what had been seen comes first, whatever the clocks say.
        """
        return (self.rank, self.clock, self.place, self.id)

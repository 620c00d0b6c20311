"""Which dossiers a list shows, and in which order."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from communedb.domain.channel import Channel
from communedb.domain.status import Status


class DueFilter(StrEnum):
    """Open dossiers by how their promise stands."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    PRESSING = "pressing"
    """Overdue or due soon."""
    WAITING = "waiting"


class Sort(StrEnum):
    """What a list is ordered by."""

    RECEIVED = "received"
    DUE = "due"
    CODE = "code"
    NAME = "name"
    CHANGED = "changed"


class DossierFilter(BaseModel):
    """What a list shows: every condition that is set must hold. Saved filters are kept as its JSON.

    `text` is what the officer typed, words in any order, marks or none. `officer` is who is responsible,
    `papers_with` who has the papers of an open dossier on the table, `offered_to` who has not accepted a hand-over yet;
    `changed_not_by` leaves out what that officer changed last. `no_official_code`: no other system knows it yet.
    Voided dossiers are shown only where asked for.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    text: str = ""
    statuses: tuple[Status, ...] = ()
    due: DueFilter | None = None
    open_only: bool = False
    field: str | None = None
    officer: str | None = None
    papers_with: str | None = None
    offered_to: str | None = None
    channel: Channel | None = None
    procedure_code: str | None = None
    person: str | None = None
    received_from: date | None = None
    received_to: date | None = None
    returned_on: date | None = None
    changed_since: str | None = None
    changed_not_by: str | None = None
    unmatched: bool = False
    no_official_code: bool = False
    voided: bool = False
    sort: Sort = Sort.RECEIVED
    descending: bool = True

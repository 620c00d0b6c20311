"""Dossiers that changed hands together: what stands on the list that both sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communedb.domain.refusal import Reason, Refused
from communedb.sqlite import rows

if TYPE_CHECKING:
    from communedb.sqlite import Database


@dataclass(frozen=True)
class HandOverLine:
    """One dossier of a hand-over; times as the register keeps them."""

    event: str
    dossier: str
    code: str
    applicant_name: str
    procedure_name: str
    due_at: str | None
    due_expected: int


@dataclass(frozen=True)
class HandedOver:
    """A hand-over of one dossier or of many: who gave, to whom, when, for what; `batch` is empty for a single one.

    `dossier` and `event` are the first of it, taken back or not: there the prints of the list are logged.
    """

    batch: str
    dossier: str
    event: str
    giver: str
    taker: str
    happened_at: str
    purpose: str
    note: str
    lines: tuple[HandOverLine, ...]


_STANDS = "NOT EXISTS (SELECT 1 FROM event AS later WHERE later.dossier = e.dossier AND later.takes_back = e.id)"
_READ = (
    "SELECT e.id AS event, e.dossier, e.officer, e.to_officer, e.happened_at, e.reason,"
    " e.details ->> 'batch' AS batch, e.details ->> 'purpose' AS purpose,"
    " s.code, s.applicant_name, s.procedure_name, s.due_at, s.due_expected"
    " FROM event AS e JOIN dossier_state AS s ON s.dossier = e.dossier"
)
# In the words of the index `event_batch`.
_BY_BATCH = (
    f"{_READ} WHERE e.kind = 'handed_over' AND CASE WHEN json_valid(e.details) THEN e.details ->> 'batch' END = ?"
)
_ORDER = "ORDER BY e.clock, e.place, e.id"


def read_hand_over(db: Database, event: str) -> HandedOver:
    """What was handed over together with this event, as far as it still stands; Refused for another event."""
    asked = next(rows(db, f"{_READ} WHERE e.id = ? AND e.kind = 'handed_over'", (event,)), None)
    if asked is None:
        raise Refused(Reason.FORM_NOT_OF_DOSSIER, form="BG")
    batch = asked["batch"] or ""
    found = list(rows(db, f"{_BY_BATCH} {_ORDER}", (batch,))) if batch else [asked]
    standing = _standing(db, found)
    if not standing:
        raise Refused(Reason.FORM_NOT_OF_DOSSIER, form="BG")
    first = found[0]
    return HandedOver(
        batch=batch,
        dossier=first["dossier"],
        event=first["event"],
        giver=first["officer"],
        taker=first["to_officer"] or "",
        happened_at=first["happened_at"],
        purpose=first["purpose"] or "",
        note=first["reason"] or "",
        lines=tuple(HandOverLine(**{name: row[name] for name in HandOverLine.__annotations__}) for row in standing),
    )


def _standing(db: Database, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without the hand-overs that were taken back."""
    sql = f"SELECT 1 FROM event AS e WHERE e.id = ? AND {_STANDS}"
    return [row for row in found if db.conn.execute(sql, (row["event"],)).fetchone()]

"""Events of a dossier, between their rows and the domain's model."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from communedb.domain.event import Event
from communedb.domain.moment import local, parse_utc, utc_text
from communedb.domain.projection import State, project
from communedb.journal.refold import seen_first
from communedb.sqlite import rows
from communedb.transaction import as_json, new_id

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.domain.event import EventKind
    from communedb.sqlite import Database
    from communedb.transaction import Write


def read_events(db: Database, dossier: str) -> list[Event]:
    """All events of a dossier, as they lie in the register."""
    events = [_event(row) for row in rows(db, "SELECT * FROM event WHERE dossier = ?", (dossier,))]
    if len(events) < 2:
        return events
    rank = {key: at for at, key in enumerate(seen_first(db, "event", [event.id for event in events]))}
    return [event.model_copy(update={"rank": rank.get(event.id, 0)}) for event in events]


def read_state(db: Database, dossier: str) -> State:
    """What the events of a dossier add up to."""
    return project(read_events(db, dossier))


def add_event(
    tx: Write,
    dossier: str,
    kind: EventKind,
    *,
    happened_at: datetime | None = None,
    due: tuple[datetime, bool] | None = None,
    details: dict[str, Any] | None = None,
    **fields: str | None,
) -> str:
    """Write one event of this transaction's officer and return its key; `due` is (instant, expected)."""
    happened = happened_at or tx.now
    key = new_id()
    tx.insert(
        "event",
        {
            "id": key,
            "scope": tx.scope,
            "dossier": dossier,
            "kind": kind.value,
            "clock": tx.clock,
            "place": tx.place(),
            "happened_at": utc_text(happened),
            "happened_on": local(happened).date().isoformat(),
            "entered_at": tx.stamp(),
            "station": tx.by.station,
            "officer": tx.by.officer,
            "due_at": utc_text(due[0]) if due else None,
            "due_expected": int(due[1]) if due else None,
            "details": as_json(details or {}),
            **fields,
        },
    )
    tx.touched[dossier] = None
    return key


def _event(row: dict[str, Any]) -> Event:
    return Event(
        id=row["id"],
        kind=row["kind"],
        clock=row["clock"],
        place=row["place"],
        happened_at=parse_utc(row["happened_at"]),
        entered_at=parse_utc(row["entered_at"]),
        officer=row["officer"],
        station=row["station"],
        to_officer=row["to_officer"],
        reason=row["reason"],
        form=row["form"],
        due_at=parse_utc(row["due_at"]) if row["due_at"] else None,
        due_expected=bool(row["due_expected"]),
        takes_back=row["takes_back"],
        details=json.loads(row["details"]),
    )

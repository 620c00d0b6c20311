"""Events of a dossier, between their rows and the domain's model."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from communedb.domain.event import Event
from communedb.domain.finding import Finding, FindingCode
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
    """All events of a dossier that can be read, as they lie in the register."""
    return _read(db, dossier)[0]


def read_state(db: Database, dossier: str) -> State:
    """What the events of a dossier add up to."""
    events, unreadable = _read(db, dossier)
    state = project(events)
    for kind in unreadable:
        state.findings.append(Finding(code=FindingCode.EVENT_UNREADABLE, facts={"kind": kind}))
    return state


def _read(db: Database, dossier: str) -> tuple[list[Event], list[str]]:
    """The events that can be read, and the kinds of the others."""
    kept = list(rows(db, "SELECT * FROM event WHERE dossier = ? ORDER BY id", (dossier,)))
    read = [_event(row) for row in kept]
    events = [event for event in read if event is not None]
    unreadable = [row["kind"] for row, event in zip(kept, read, strict=True) if event is None]
    if len(events) > 1:
        rank = {key: at for at, key in enumerate(seen_first(db, "event", [event.id for event in events]))}
        events = [event.model_copy(update={"rank": rank.get(event.id, 0)}) for event in events]
    return events, unreadable


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


def _event(row: dict[str, Any]) -> Event | None:
    """The event of a row; None for one that arrived in a shape which no desk writes."""
    try:
        event = Event(
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
    except (ValueError, RecursionError):
        return None
    amount = event.details.get("amount", 0)
    is_sound = isinstance(amount, int) and abs(amount) <= _MOST_MONEY
    return event if is_sound and all(map(_is_instant, (event.happened_at, event.entered_at, event.due_at))) else None


_MOST_MONEY = 10**15
"""Đồng that one event can speak of: with more, the sums of a dossier would leave what a column holds."""


def _is_instant(moment: datetime | None) -> bool:
    """Whether it can be told in any time zone."""
    return moment is None or (moment.tzinfo is not None and 1 < moment.year < 9999)

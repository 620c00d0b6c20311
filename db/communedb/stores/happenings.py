"""What happened to a dossier, a task or feedback, between rows and models: one way for every table of events."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, TypeVar

from communedb.domain.happening import Happening
from communedb.domain.moment import local, parse_utc, utc_text
from communedb.domain.refusal import Reason, Refused
from communedb.journal.refold import seen_first
from communedb.sqlite import rows
from communedb.transaction import as_json, new_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from communedb.sqlite import Database
    from communedb.transaction import Write

H = TypeVar("H", bound=Happening)

_OF_UNITS: Final = frozenset({"task", "feedback"})


def read_happenings(
    db: Database, table: str, subject: tuple[str, str], made: Callable[[dict[str, Any]], H | None]
) -> tuple[list[H], list[str]]:
    """What happened to a subject (column and key) that can be read, and the kinds of what cannot.

    `made` gives the model of a row, or None for one that arrived in a shape which no desk writes.
    """
    column, key = subject
    kept = list(rows(db, f"SELECT * FROM {table} WHERE {column} = ? ORDER BY id", (key,)))
    read = [_read(row, made) for row in kept]
    found = [one for one in read if one is not None]
    unreadable = [row["kind"] for row, one in zip(kept, read, strict=True) if one is None]
    if len(found) > 1:
        rank = {key: at for at, key in enumerate(seen_first(db, table, [one.id for one in found]))}
        found = [one.model_copy(update={"rank": rank.get(one.id, 0)}) for one in found]
    return found, unreadable


def _read(row: dict[str, Any], made: Callable[[dict[str, Any]], H | None]) -> H | None:
    try:
        one = made(row)
    except (ValueError, RecursionError):
        return None
    return one if one is not None and is_instant(one.happened_at) and is_instant(one.entered_at) else None


def facts_of(row: dict[str, Any]) -> dict[str, Any]:
    """The columns that every table of events has, as a `Happening` takes them; a ValueError if they cannot be read."""
    return {
        "id": row["id"],
        "kind": row["kind"],
        "clock": row["clock"],
        "place": row["place"],
        "happened_at": parse_utc(row["happened_at"]),
        "entered_at": parse_utc(row["entered_at"]),
        "officer": row["officer"],
        "station": row["station"],
        "to_officer": row["to_officer"],
        "reason": row["reason"],
        "takes_back": row["takes_back"],
        "details": json.loads(row["details"]),
    }


def is_instant(moment: datetime | None) -> bool:
    """Whether it can be told in any time zone."""
    return moment is None or (moment.tzinfo is not None and 1 < moment.year < 9999)


def add_happening(
    tx: Write,
    table: str,
    subject: tuple[str, str],
    kind: str,
    *,
    happened_at: datetime | None = None,
    details: dict[str, Any] | None = None,
    **fields: str | int | None,
) -> str:
    """Write one happening of this transaction's officer and return its key; `subject` is (column, key).

    Refused: WORK_OF_ANOTHER_UNIT for a task or feedback of another unit, such as a commune's at the hub.
    """
    happened = happened_at or tx.now
    column, owner = subject
    if column in _OF_UNITS:
        _require_own(tx, column, owner)
    key = new_id()
    tx.insert(
        table,
        {
            "id": key,
            "scope": tx.scope,
            column: owner,
            "kind": kind,
            "clock": tx.clock,
            "place": tx.place(),
            "happened_at": utc_text(happened),
            "happened_on": local(happened).date().isoformat(),
            "entered_at": tx.stamp(),
            "station": tx.by.station,
            "officer": tx.by.officer,
            "details": as_json(details or {}),
            **fields,
        },
    )
    tx.touch(column, owner)
    return key


def _require_own(tx: Write, noun: str, key: str) -> None:
    """What is written lies in this unit's scope: of another unit's work it would never reach that unit."""
    found = tx.db.conn.execute(f"SELECT scope FROM {noun} WHERE id = ?", (key,)).fetchone()
    if found and found[0] != tx.scope:
        raise Refused(Reason.WORK_OF_ANOTHER_UNIT)

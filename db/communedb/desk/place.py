"""Where an officer is in the app, so that a power cut costs no more than opening it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.desk.office import note_seen
from communedb.transaction import as_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.transaction import Write


def keep_place(tx: Write, places: Sequence[dict[str, Any]]) -> None:
    """Remember what this officer has before them: a screen and its arguments each, the lowest first."""
    tx.db.conn.execute(
        "INSERT INTO desk_place (officer, body, at) VALUES (?, ?, ?)"
        " ON CONFLICT (officer) DO UPDATE SET body = excluded.body, at = excluded.at",
        (tx.by.officer, as_json({"places": list(places)}), tx.stamp()),
    )


def leave_desk(tx: Write) -> None:
    """The officer locks or closes: until when they saw what happened, and that the end was an orderly one."""
    note_seen(tx)
    tx.db.conn.execute(
        "UPDATE desk_place SET body = json_set(body, '$.left', 1), at = ? WHERE officer = ?",
        (tx.stamp(), tx.by.officer),
    )

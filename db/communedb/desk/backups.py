"""Remembering the last backup, so that an officer is told how much came since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.moment import utc_text
from communedb.transaction import as_json

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.transaction import Write


def note_backup(tx: Write, folder: str, at: datetime, changes: int) -> None:
    """Remember where a backup that was read back lies, of which moment it is, and how many lines its journal has."""
    tx.db.conn.execute(
        "INSERT INTO station_setting (name, value) VALUES ('last_backup', ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (as_json({"folder": folder, "at": utc_text(at), "changes": changes}),),
    )

"""The last backup of this station, and what came since."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from communedb.domain.moment import parse_utc
from communedb.stores.settings import read_setting

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.sqlite import Database


@dataclass(frozen=True)
class LastBackup:
    """Where it lies, of which moment it is, and how many lines of the journal came since."""

    folder: Path
    at: datetime
    changes_since: int


def changes_in_all(db: Database) -> int:
    """How many lines the journal has: this station's, and those taken in."""
    (number,) = db.conn.execute(
        "SELECT (SELECT coalesce(sum(number), 0) FROM journal_pen) + (SELECT coalesce(sum(number), 0) FROM journal_head"
        " WHERE chain NOT IN (SELECT replica FROM journal_pen))"
    ).fetchone()
    return int(number)


def last_backup(db: Database) -> LastBackup | None:
    """The last one that was read back; None before the first."""
    kept = read_setting(db, "last_backup")
    if not kept:
        return None
    told = json.loads(kept)
    return LastBackup(Path(told["folder"]), parse_utc(told["at"]), changes_in_all(db) - int(told["changes"]))


def usual_folder(db: Database) -> str:
    """The folder that the administrator chose for backups, else the one of the last backup; empty before any."""
    chosen, last = read_setting(db, "backup_folder"), last_backup(db)
    return chosen or (str(last.folder.parent) if last else "")

"""What is safe: the vector of the last backup of the hub that was read back, and no other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from communedb import layout
from communedb.backup import back_up
from communedb.backup.files import copy_checked
from communedb.domain.moment import parse_utc, utc_text
from communedb.domain.refusal import Reason, Refused
from communedb.journal.held import held
from communedb.os_fault import why
from communedb.sqlite import connect
from communesync.hub.store import BUNDLES

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from communedb.backup import Backup
    from communedb.journal.held import Vector
    from communedb.register import Register
    from communedb.sqlite import Database
    from communedb.transaction import Write


class Durable(NamedTuple):
    """Which lines a verified backup holds, and of which moment it is."""

    vector: Vector
    at: datetime


class HubBackup(NamedTuple):
    """A backup of the register that was read back, and how many original bundles were copied beside it."""

    backup: Backup
    new_bundles: int


def durable(db: Database) -> Durable | None:
    """What is durable; None before the first backup."""
    found = db.conn.execute("SELECT vector, at FROM durable").fetchone()
    return None if found is None else Durable(json.loads(found[0]), parse_utc(found[1]))


def back_up_hub(register: Register, into: Path) -> HubBackup:
    """Back the hub up with its bundles, read both back, and only then call durable what the copy holds.

    The vector is read from the copy itself, never from the register. Refused: as `communedb.backup.back_up`.
    """
    done = back_up(register, into)
    number = _copy_bundles(register.folder, done.folder)
    register.write(_note, _vector_in(done.folder, register), done.at)
    return HubBackup(done, number)


def _copy_bundles(source: Path, target: Path) -> int:
    """Copy the bundles that the backup lacks; their names tell their content. How many they were."""
    copied = 0
    try:
        for path in sorted((source / BUNDLES).glob("??/*.bundle")):
            there = target / path.relative_to(source)
            if not there.exists() or there.stat().st_size != path.stat().st_size:
                copy_checked(path, there)
                copied += 1
    except OSError as fault:
        raise Refused(Reason.BACKUP_NOT_WRITTEN, path=str(target), why=why(fault)) from fault
    return copied


def _vector_in(folder: Path, register: Register) -> Vector:
    db = connect(layout.database(folder), register.data_key.raw, read_only=True)
    try:
        return held(db)
    finally:
        db.conn.close()


def _note(tx: Write, vector: Vector, at: datetime) -> None:
    tx.db.conn.execute(
        "INSERT INTO durable VALUES (1, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET vector = excluded.vector, at = excluded.at",
        (json.dumps(vector, sort_keys=True, separators=(",", ":")), utc_text(at)),
    )

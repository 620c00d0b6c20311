"""Backing up while officers go on working: a copy under another name, read back, and only then the backup.

In the chosen folder each station has a folder of its own that is laid out as a register's: its newest database, its
keys, its attachments. Restoring is copying that folder to where the register was. Earlier databases stand beside.
"""

from __future__ import annotations

import secrets
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from communedb import layout
from communedb.backup import files
from communedb.desk.backups import note_backup
from communedb.domain.refusal import Reason, Refused
from communedb.files.alone import alone
from communedb.files.atomic import PART_SUFFIX, make_folder
from communedb.os_fault import why
from communedb.reports.integrity import damaged_pages
from communedb.sqlite import DatabaseError, connect, faults_refused
from communedb.stores.backups import changes_in_all

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from communedb.register import Register
    from communedb.sqlite import Database

KEPT: Final = 7
"""Databases that stay in a backup, the newest among them."""

_LOCK: Final = "backup.lock"
_SPARE: Final = 4 * 1024 * 1024


@dataclass(frozen=True)
class Backup:
    """A backup that was read back: its folder, when, how large its database (bytes), what it holds.

    `new_files` are attachments that were not there yet. `same_disk` says that the folder lies on the register's own
    disk: it does not help when that disk fails.
    """

    folder: Path
    at: datetime
    size: int
    dossiers: int
    changes: int
    new_files: int
    same_disk: bool


def back_up(register: Register, into: Path) -> Backup:
    """Copy the register into a folder of its own in `into`, which must exist; a thread of its own is best.

    Nobody waits for it: the copy is of the moment at which it began. Whatever fails, the backup before stays as it is.
    Refused: BACKUP_FOLDER_MISSING, BACKUP_IN_REGISTER, BACKUP_UNDERWAY, BACKUP_NO_ROOM, BACKUP_NOT_WRITTEN,
    BACKUP_NOT_GOOD, and REGISTER_DAMAGED when the register itself cannot be read.
    """
    _require_place(register, into)
    # What a backup holds is never signed a second time with other content.
    register.freeze()
    folder = into / _name(register)
    # A second backup would sweep away the part of the first.
    with alone(register.folder / _LOCK, Reason.BACKUP_UNDERWAY), _faults_told(register, into):
        make_folder(folder)
        files.sweep(folder)
        missing = files.missing_attachments(register.folder, folder)
        _require_room(register, folder, sum(path.stat().st_size for path in missing))
        part = folder / f".{secrets.token_hex(8)}{PART_SUFFIX}"
        try:
            at = register.now()
            least = _counts(register.db)
            _copy(register, part)
            files.settle(part)
            held = _read_back(register, part, least)
            # After the database: each of its rows speaks of a file that was durable before.
            missing = files.missing_attachments(register.folder, folder)
            for path in missing:
                files.copy_checked(path, folder / path.relative_to(register.folder))
            files.copy_keys(register.folder, folder)
            size = part.stat().st_size
            files.publish_database(part, folder)
        finally:
            part.unlink(missing_ok=True)
        files.forget_old(folder, KEPT)
    same = into.stat().st_dev == register.folder.stat().st_dev
    done = Backup(folder, at, size, held[0], held[1], len(missing), same)
    _note(register, done)
    return done


def _name(register: Register) -> str:
    """A folder that no other station's register shares."""
    return f"communetui-{register.by.unit}-{register.by.station_number:02d}-{register.by.replica[-8:]}"


def _require_place(register: Register, into: Path) -> None:
    """The folder is there: making it could mean to fill the place where a stick is usually put in."""
    try:
        if not into.is_dir():
            raise Refused(Reason.BACKUP_FOLDER_MISSING, path=str(into))
        if into.resolve().is_relative_to(register.folder.resolve()):
            raise Refused(Reason.BACKUP_IN_REGISTER, path=str(into))
    except (OSError, ValueError) as fault:
        raise Refused(Reason.BACKUP_FOLDER_MISSING, path=str(into)) from fault


_NOT_WRITTEN: Final = frozenset(
    {Reason.FOLDER_READ_ONLY, Reason.WRITE_FAILED, Reason.REGISTER_UNREACHABLE, Reason.DISK_FAULT}
)


@contextmanager
def _faults_told(register: Register, into: Path) -> Iterator[None]:
    """A fault here is the backup's, not the register's: it says that the backup before is as it was."""
    try:
        yield
    except Refused as refusal:
        if refusal.reason is Reason.DISK_FULL:
            raise Refused(Reason.BACKUP_NO_ROOM, path=str(into), megabytes=_megabytes(_needed(register))) from refusal
        if refusal.reason in _NOT_WRITTEN:
            told = refusal.facts.get("why") or refusal.facts.get("detail") or refusal.reason.value
            raise Refused(Reason.BACKUP_NOT_WRITTEN, path=str(into), why=told) from refusal
        raise
    except OSError as fault:
        raise Refused(Reason.BACKUP_NOT_WRITTEN, path=str(into), why=why(fault)) from fault


def _require_room(register: Register, folder: Path, attachments: int) -> None:
    """Told before anything is written; the log may still hold pages that the database lacks."""
    needed = _needed(register) + attachments
    if shutil.disk_usage(folder).free < needed:
        raise Refused(Reason.BACKUP_NO_ROOM, path=str(folder.parent), megabytes=_megabytes(needed))


def _needed(register: Register) -> int:
    """Bytes that the copy of the database may take."""
    database = layout.database(register.folder)
    log = database.with_name(f"{database.name}-wal")
    return database.stat().st_size + (log.stat().st_size if log.exists() else 0) + _SPARE


def _megabytes(size: int) -> int:
    return size // 1024**2 + 1


def _counts(db: Database) -> tuple[int, int]:
    """How many dossiers there are, and how many lines the journal has."""
    (dossiers,) = db.conn.execute("SELECT count(*) FROM dossier").fetchone()
    return int(dossiers), changes_in_all(db)


def _copy(register: Register, part: Path) -> None:
    """One snapshot, packed, in one file without a log; whoever writes meanwhile goes on."""
    part.touch(mode=0o600)
    db = connect(layout.database(register.folder), register.data_key.raw, read_only=True)
    try:
        with faults_refused():
            # What is read-only is the register; the copy is a file of its own.
            db.conn.execute("PRAGMA query_only=OFF")
            db.conn.execute("VACUUM INTO ?", (str(part),))
    finally:
        db.conn.close()


def _read_back(register: Register, part: Path, least: tuple[int, int]) -> tuple[int, int]:
    """What the copy holds: opened with the key, every page's digest right, all there that was there before."""
    try:
        db = connect(part, register.data_key.raw, read_only=True)
        try:
            damaged, held = damaged_pages(db), _counts(db)
        finally:
            db.conn.close()
    except (Refused, DatabaseError) as fault:
        raise Refused(Reason.BACKUP_NOT_GOOD, path=str(part.parent.parent)) from fault
    most = _counts(register.db)
    if damaged or not all(low <= got <= high for low, got, high in zip(least, held, most, strict=True)):
        raise Refused(Reason.BACKUP_NOT_GOOD, path=str(part.parent.parent))
    return held


def _note(register: Register, done: Backup) -> None:
    """Remember it in the register; the backup is good even where that cannot be written any more."""
    if register.read_only:
        return
    try:
        register.write(note_backup, str(done.folder), done.at, done.changes)
    except Refused:
        return

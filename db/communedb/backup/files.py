"""The files of a backup: each whole under its name or not there, and read back from the disk."""

from __future__ import annotations

import hashlib
import os
from datetime import datetime
from typing import TYPE_CHECKING, Final

from communedb import layout
from communedb.domain.moment import VIETNAM
from communedb.domain.refusal import Reason, Refused
from communedb.files.atomic import PART_SUFFIX, make_folder, sync_folder, unfinished, write_atomically
from communedb.keys import KEY_FILE, KeyFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CHUNK: Final = 1024 * 1024
_KEY_COPY: Final = f"{KEY_FILE}.bak"


def sweep(folder: Path) -> None:
    """Remove what a backup that was broken off left."""
    for path in (*folder.glob(f".*{PART_SUFFIX}*"), *layout.attachments(folder).glob(f"??/.*{PART_SUFFIX}")):
        path.unlink(missing_ok=True)


def settle(part: Path) -> None:
    """Put a file on the disk and out of memory, so that reading it back reads the disk."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def missing_attachments(register: Path, folder: Path) -> list[Path]:
    """The register's attachments that the backup lacks; their names tell their content, so a name is enough."""
    stored = layout.attachments(register).glob("??/*.age")
    return [path for path in sorted(stored) if not _has(folder / path.relative_to(register), path.stat().st_size)]


def _has(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size
    except FileNotFoundError:
        return False


def copy_checked(source: Path, target: Path) -> None:
    """Copy a file and read it back. Refused: BACKUP_NOT_GOOD, and those of writing."""
    make_folder(target.parent)
    given = hashlib.sha256()
    with unfinished(target.parent) as part:
        for chunk in _chunks(source):
            given.update(chunk)
            part.write(chunk)
        part.flush()
        settle(part.path)
        kept = hashlib.sha256()
        for chunk in _chunks(part.path):
            kept.update(chunk)
        if kept.digest() != given.digest():
            raise Refused(Reason.BACKUP_NOT_GOOD, path=str(target))
        part.publish(target)


def copy_keys(register: Path, folder: Path) -> None:
    """The key file as it is now opens every database of the backup. Refused: BACKUP_NOT_GOOD, those of writing."""
    content = (register / KEY_FILE).read_bytes()
    for name in (KEY_FILE, _KEY_COPY):
        write_atomically(folder / name, content)
    if KeyFile.load(folder).register_id != KeyFile.load(register).register_id:
        raise Refused(Reason.BACKUP_NOT_GOOD, path=str(folder))


def publish_database(part: Path, folder: Path) -> None:
    """The copy becomes the backup's database; the one before stays beside it under its day and time.

    A power cut between the two steps leaves the one before under its dated name.
    """
    newest = layout.database(folder)
    if newest.exists():
        newest.rename(_dated(newest))
    part.replace(newest)
    sync_folder(folder)


def _dated(path: Path) -> Path:
    """A free name that tells when a database was written."""
    taken = datetime.fromtimestamp(path.stat().st_mtime, VIETNAM)
    base = f"{path.stem}-{taken:%Y-%m-%d-%H%M}"
    names = (f"{base}{tail}{path.suffix}" for tail in ("", *(f"-{n}" for n in range(2, 1_000))))
    return next(free for name in names if not (free := path.with_name(name)).exists())


def forget_old(folder: Path, kept: int) -> None:
    """Remove the oldest databases beyond `kept`, the newest counted."""
    database = layout.database(folder)
    dated = sorted(
        folder.glob(f"{database.stem}-*{database.suffix}"), key=lambda path: (path.stat().st_mtime, path.name)
    )
    for path in dated[: max(len(dated) - (kept - 1), 0)]:
        path.unlink(missing_ok=True)


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk

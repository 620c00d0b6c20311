"""The key file on the disk: one file and its copy, of which one is whole at every moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from communedb.domain.refusal import Reason, Refused
from communedb.files.atomic import make_folder, write_atomically, write_faults_refused
from communedb.keys.content import SIZE_LIMIT, Content, Damaged, Newer, decode, encode
from communedb.os_fault import why

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "keys.json"
COPY: Final = "keys.json.bak"
_LOCK = "keys.json.lock"
_LOCK_SECONDS = 5.0


class Found(NamedTuple):
    """What was read, from where, and its bytes."""

    content: Content
    data: bytes
    from_copy: bool


def read(folder: Path) -> Found:
    """The file, else its copy. Refused: KEY_FILE_MISSING, KEY_FILE_DAMAGED, KEY_FILE_UNREADABLE, NEWER_KEY_FILE."""
    damaged = False
    for path in (folder / NAME, folder / COPY):
        data = _bytes(path)
        if data is None:
            continue
        try:
            return Found(decode(data), data, path.name == COPY)
        except Newer as fault:
            raise Refused(Reason.NEWER_KEY_FILE, path=str(path)) from fault
        except Damaged:
            damaged = True
    raise Refused(Reason.KEY_FILE_DAMAGED if damaged else Reason.KEY_FILE_MISSING, path=str(folder / NAME))


def write(folder: Path, content: Content, read_before: bytes | None) -> bytes:
    """Write the file, then its copy, unless it changed since `read_before` (None: there was none); the bytes written.

    While the file is being replaced the copy is the state before; afterwards both are the new state, so that no old
    passphrase and no disabled officer comes back from the copy.
    """
    from filelock import FileLock, Timeout

    make_folder(folder)
    data = encode(content)
    with write_faults_refused(folder / _LOCK):
        try:
            with FileLock(folder / _LOCK, timeout=_LOCK_SECONDS):
                _require_unchanged(folder, read_before)
                write_atomically(folder / NAME, data)
                write_atomically(folder / COPY, data)
        except Timeout as fault:  # An OSError too, hence caught inside.
            raise Refused(Reason.KEY_FILE_BUSY, path=str(folder / NAME)) from fault
    return data


def _require_unchanged(folder: Path, read_before: bytes | None) -> None:
    try:
        now = read(folder).data
    except Refused as fault:
        if fault.reason is not Reason.KEY_FILE_MISSING:
            raise
        now = None
    if now == read_before:
        return
    reason = Reason.KEY_FILE_EXISTS if read_before is None else Reason.KEY_FILE_CHANGED
    raise Refused(reason, path=str(folder / NAME))


def _bytes(path: Path) -> bytes | None:
    try:
        with path.open("rb") as handle:
            return handle.read(SIZE_LIMIT + 1)
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise Refused(Reason.KEY_FILE_UNREADABLE, path=str(path), why=why(fault)) from fault

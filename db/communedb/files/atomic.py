"""Files that appear whole or not at all, also when the power fails."""

from __future__ import annotations

import errno
import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason, Refused
from communedb.os_fault import why

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PART_SUFFIX: Final = ".part"
"""Ends the name of a file that is still being written; nobody reads such a file."""

# EFBIG is what a quota on file size and a FAT32 stick say. EDQUOT is absent on Windows.
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
# Network shares and some FUSE file systems cannot sync a directory and say so this way.
_CANNOT_SYNC_FOLDER = {errno.EINVAL, getattr(errno, "ENOTSUP", errno.EINVAL)}
# A virus scanner or a reader holds a file for moments on Windows; seconds to wait between attempts.
_WINDOWS_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4)


@contextmanager
def write_faults_refused(path: Path) -> Iterator[None]:
    """Turn the system's error while writing `path` into one clear refusal.

    Refused: DISK_FULL, FOLDER_READ_ONLY, or WRITE_FAILED with the system's own words.
    """
    try:
        yield
    except OSError as fault:
        if fault.errno in _FULL:
            raise Refused(Reason.DISK_FULL, path=str(path)) from fault
        if fault.errno in _READ_ONLY:
            raise Refused(Reason.FOLDER_READ_ONLY, path=str(path.parent)) from fault
        raise Refused(Reason.WRITE_FAILED, path=str(path), why=why(fault)) from fault


class UnfinishedFile:
    """A file under a temporary name, readable by its owner only, until `publish` gives it its name."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with write_faults_refused(path):
            self._handle = open(path, "xb", opener=_owner_only)  # noqa: SIM115 - Path.open takes no opener

    def write(self, chunk: bytes) -> int:
        """Append `chunk`. Refused as `write_faults_refused` says."""
        with write_faults_refused(self.path):
            return self._handle.write(chunk)

    def write_at(self, offset: int, chunk: bytes) -> None:
        """Replace what was written at `offset`; what follows is appended as before. Refused as `write`."""
        with write_faults_refused(self.path):
            self._handle.seek(offset)
            self._handle.write(chunk)
            self._handle.seek(0, os.SEEK_END)

    def flush(self) -> None:
        """Hand what was written to the system."""
        with write_faults_refused(self.path):
            self._handle.flush()

    def publish(self, target: Path) -> None:
        """Give the finished file its name, replacing what bore it; on return it survives a power failure.

        The content is on the disk before the name is, and the name before this returns.
        """
        with write_faults_refused(target):
            self._handle.flush()
            os.fsync(self._handle.fileno())
            self._handle.close()
            _replace(self.path, target)
            sync_folder(target.parent)

    def discard(self) -> None:
        """Close and remove what was not published."""
        try:
            self._handle.close()
        except OSError:  # The buffer of a full disk cannot be written; the file goes anyway.
            pass
        finally:
            self.path.unlink(missing_ok=True)


@contextmanager
def unfinished(folder: Path) -> Iterator[UnfinishedFile]:
    """A new unfinished file in `folder`; what the body does not publish is removed, whatever happens."""
    part = UnfinishedFile(folder / f".{os.urandom(8).hex()}{PART_SUFFIX}")
    try:
        yield part
    finally:
        part.discard()


def write_atomically(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Write a whole file under `path`, or leave what was there untouched.

    A chunk iterator that raises leaves nothing behind either. Refused: DISK_FULL, FOLDER_READ_ONLY, WRITE_FAILED.
    """
    chunks = [content] if isinstance(content, bytes) else content
    with unfinished(path.parent) as part:
        for chunk in chunks:
            part.write(chunk)
        part.publish(path)


def make_folder(folder: Path) -> None:
    """Create a folder for its owner only, with its parents, so that it survives a power failure."""
    with write_faults_refused(folder):
        if folder.is_dir():
            return
    make_folder(folder.parent)
    with write_faults_refused(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk; Windows writes them in order by itself and cannot be asked to."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as fault:
        if fault.errno not in _CANNOT_SYNC_FOLDER:
            raise
    finally:
        os.close(descriptor)


def _owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _replace(source: Path, target: Path) -> None:
    for pause in _WINDOWS_PAUSES if os.name == "nt" else ():
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    source.replace(target)

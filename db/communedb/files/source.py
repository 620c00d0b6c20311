"""A file that an officer hands in, judged by its content before anything of it is kept."""

from __future__ import annotations

import hashlib
import io
import stat
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from communedb.domain.refusal import Reason, Refused
from communedb.files.content_type import CHUNK, media_type
from communedb.os_fault import NOT_A_FILE, why

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO


class HashedReader:
    """Reads an open source and keeps the SHA-256 of what went by; the stick pulled out meanwhile is a refusal."""

    def __init__(self, handle: BinaryIO, name: str) -> None:
        self._handle = handle
        self._name = name
        self._hash = hashlib.sha256()

    def read(self, size: int) -> bytes:
        """At most `size` bytes. Refused: FILE_UNREADABLE."""
        with _read_faults_refused(self._name):
            chunk = self._handle.read(size)
        self._hash.update(chunk)
        return chunk

    def hexdigest(self) -> str:
        """SHA-256 of what was read so far."""
        return self._hash.hexdigest()


class Source:
    """An open file, or bytes that stand for one, that can be read more than once."""

    def __init__(self, handle: BinaryIO, name: str) -> None:
        self._handle = handle
        self.name = name

    @classmethod
    @contextmanager
    def opened(cls, given: Path | bytes | BinaryIO) -> Iterator[Source]:
        """Open an ordinary file; a folder, a pipe or a device is none. Refused: FILE_UNREADABLE."""
        if isinstance(given, bytes):
            given = io.BytesIO(given)
        if not isinstance(given, Path):
            yield cls(given, "")
            return
        with _read_faults_refused(given.name):
            if not stat.S_ISREG(given.stat().st_mode):
                raise Refused(Reason.FILE_UNREADABLE, name=given.name, why=NOT_A_FILE)
            handle = given.open("rb")
        with handle:
            yield cls(handle, given.name)

    def reader(self) -> HashedReader:
        """A reader from the first byte on."""
        self._handle.seek(0)
        return HashedReader(self._handle, self.name)

    def measured(self, limit: int) -> tuple[str, int]:
        """SHA-256 and size in bytes; stops reading beyond `limit` bytes.

        Refused: FILE_EMPTY, FILE_TOO_LARGE, FILE_UNREADABLE.
        """
        reader = self.reader()
        size = 0
        while chunk := reader.read(CHUNK):
            size += len(chunk)
            if size > limit:
                raise Refused(Reason.FILE_TOO_LARGE, name=self.name, megabytes=max(limit // 1024**2, 1))
        if size == 0:
            raise Refused(Reason.FILE_EMPTY, name=self.name)
        return reader.hexdigest(), size

    def media_type(self) -> str:
        """The media type by content. Refused: FILE_TYPE_NOT_ACCEPTED, FILE_UNREADABLE."""
        with _read_faults_refused(self.name):
            kind = media_type(self._handle)
        if kind is None:
            raise Refused(Reason.FILE_TYPE_NOT_ACCEPTED, name=self.name)
        return kind


@contextmanager
def _read_faults_refused(name: str) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as fault:  # ValueError: a name with a NUL in it.
        raise Refused(Reason.FILE_UNREADABLE, name=name, why=why(fault)) from fault

"""Files that come piece by piece: each piece is kept encrypted, and the whole never lies there in the clear."""

from __future__ import annotations

import io
import re
import shutil
from typing import TYPE_CHECKING, Final

from communedb.files.age import AgeFailed, Identity, decrypt, encrypt
from communedb.files.atomic import make_folder, write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

MOST_PIECE: Final = 4 * 1024 * 1024
"""Bytes of one piece, which is held in memory while it is read or written."""

_PIECE = re.compile(r"([0-9]{1,16})-([0-9]{1,8})\.age")


class Pieces:
    """The pieces of unfinished files in `folder`, by the digest of the whole file."""

    def __init__(self, folder: Path, identity: Identity, name_of: Callable[[str], str]) -> None:
        self._folder = folder
        self._identity = identity
        self._name_of = name_of

    def keep(self, digest: str, offset: int, content: bytes) -> None:
        """Keep the bytes of a file from `offset` on; durable when it returns. Refused as `write_atomically`."""
        folder = self._of(digest)
        make_folder(folder)
        sealed = encrypt(content, [self._identity.recipient])
        write_atomically(folder / f"{offset}-{len(content)}.age", sealed)

    def received(self, digest: str) -> int:
        """How many bytes from the beginning are here without a gap."""
        return _end(self._kept(digest))

    def whole(self, digest: str) -> io.BufferedReader:
        """What is here of a file from its beginning on, to be read in any order."""
        return io.BufferedReader(_Pieced(self._of(digest), self._identity, self._kept(digest)), MOST_PIECE)

    def forget(self, digest: str) -> None:
        """Remove what has come of a file."""
        shutil.rmtree(self._of(digest), ignore_errors=True)

    def _of(self, digest: str) -> Path:
        return self._folder / self._name_of(digest)[:32]

    def _kept(self, digest: str) -> list[tuple[int, int]]:
        """Offset and size of each piece, by offset."""
        try:
            names = [path.name for path in self._of(digest).iterdir()]
        except OSError:
            return []
        found = filter(None, map(_PIECE.fullmatch, names))
        return sorted((int(piece[1]), int(piece[2])) for piece in found)


def _end(kept: Sequence[tuple[int, int]]) -> int:
    end = 0
    for offset, size in kept:
        if offset > end:
            break
        end = max(end, offset + size)
    return end


class _Pieced(io.RawIOBase):
    """Pieces read as one file; one piece at a time is in memory."""

    def __init__(self, folder: Path, identity: Identity, kept: Sequence[tuple[int, int]]) -> None:
        self._folder = folder
        self._identity = identity
        self._kept = kept
        self._size = _end(kept)
        self._at = 0
        self._piece: tuple[int, bytes] = (0, b"")

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the buffer that BufferedReader gives
        if self._at >= self._size:
            return 0
        offset, content = self._piece
        if not offset <= self._at < offset + len(content):
            offset, content = self._piece = self._open()
        part = content[self._at - offset :][: min(len(buffer), self._size - self._at)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def _open(self) -> tuple[int, bytes]:
        """The piece in which the position lies; OSError when it cannot be read."""
        offset, size = max(piece for piece in self._kept if piece[0] <= self._at < piece[0] + piece[1])
        try:
            content = decrypt((self._folder / f"{offset}-{size}.age").read_bytes(), self._identity)
        except AgeFailed as fault:
            raise OSError("piece") from fault
        if len(content) != size:
            raise OSError("piece")
        return offset, content


class Enough(Exception):  # noqa: N818 - it ends the reading, nothing is wrong
    """All that was asked for has been read."""


class Window:
    """Takes a file as it is decrypted and keeps one part of it."""

    def __init__(self, offset: int, length: int) -> None:
        self._from, self._to = offset, offset + length
        self._at = 0
        self._kept: list[bytes] = []

    @property
    def content(self) -> bytes:
        """The part."""
        return b"".join(self._kept)

    def write(self, chunk: bytes) -> int:
        """Keep what lies in the part; Enough once it is complete."""
        begin, end = max(self._from - self._at, 0), min(self._to - self._at, len(chunk))
        if begin < end:
            self._kept.append(bytes(chunk[begin:end]))
        self._at += len(chunk)
        if self._at >= self._to:
            raise Enough
        return len(chunk)

    def flush(self) -> None:
        """Nothing is held back."""

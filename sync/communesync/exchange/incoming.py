"""Files that arrive in parts: each part is kept until the whole is here and has the digest that its row names."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.refusal import Refused
from communedb.files.pieces import MOST_PIECE
from communesync.exchange import quarantine
from communesync.exchange.quarantine import FILE_WRONG, Kind
from communesync.exchange.wanted import Wanted, is_wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from communedb.files.age import Identity
    from communedb.files.attachments import AttachmentFiles
    from communedb.files.pieces import Pieces
    from communedb.journal.apply import Applying
    from communedb.register import Register
    from communedb.sqlite import Database
    from communesync.bundle.lines import Part
    from communesync.bundle.read import Opened
    from communesync.bundle.stream import Watch

_READ = 1 << 18


class Arrived(NamedTuple):
    """Files that are complete now, parts that were kept, parts whose rows have not come yet."""

    done: int
    parts: int
    waiting: int


def take_files(
    register: Register, opened: Opened, identity: Identity, *, progress: Watch, cancelled: Callable[[], bool]
) -> Arrived:
    """Keep the parts of files that are lacking here, and store each file that is complete.

    What was kept before a fault or before it was cancelled stays, and only the rest is asked for again. Refused: as
    `Opened.files`, and the faults of the disk.
    """
    taker = _Taker(register.db, register.files)
    try:
        opened.files(identity, on_bytes=taker.take, progress=progress, cancelled=cancelled)
        taker.end()
    finally:
        done = taker.finish(register)
    return Arrived(done, len(taker.touched), taker.waiting)


class _Taker:
    """Collects bytes into pieces, and pieces of the files that are wanted here into the folder."""

    def __init__(self, db: Database, files: AttachmentFiles) -> None:
        self.touched: dict[str, Wanted] = {}
        self.waiting = 0
        self._db = db
        self._files = files
        self._pieces: Pieces = files.pieces
        self._part: Part | None = None
        self._wanted = False
        self._from = 0
        self._bytes = bytearray()

    def take(self, part: Part, at: int, chunk: bytes) -> None:
        """The bytes of a part, from `at` on in the whole file."""
        if part is not self._part:
            self.end()
            self._begin(part, at)
        if self._wanted:
            self._bytes += chunk
            while len(self._bytes) >= MOST_PIECE:
                self._keep(part.digest, MOST_PIECE)

    def end(self) -> None:
        """The part is over."""
        if self._part is not None and self._bytes:
            self._keep(self._part.digest, len(self._bytes))

    def finish(self, register: Register) -> int:
        """Store what is whole and write down how far the others are; how many files are whole."""
        self._bytes.clear()
        whole = [wanted for wanted in self.touched.values() if self._pieces.received(wanted.digest) >= wanted.size]
        stored = {wanted.digest for wanted in whole if _store(self._files, wanted)}
        wrong = {wanted.digest for wanted in whole} - stored
        if self.touched:
            received = {digest: self._pieces.received(digest) for digest in self.touched}
            register.apply(_write_down, received, stored, wrong)
        for digest in stored:
            self._pieces.forget(digest)
        return len(stored)

    def _begin(self, part: Part, at: int) -> None:
        self._part, self._from = part, at
        wanted = is_wanted(self._db, part.digest)
        self._wanted = wanted is not None and wanted.size == part.size and part.offset + part.length <= part.size
        if wanted is None:
            self.waiting += not self._files.has(part.digest)
        elif self._wanted:
            self.touched[part.digest] = wanted

    def _keep(self, digest: str, size: int) -> None:
        self._pieces.keep(digest, self._from, bytes(self._bytes[:size]))
        del self._bytes[:size]
        self._from += size


def _store(files: AttachmentFiles, wanted: Wanted) -> bool:
    """Keep a whole file as an attachment; False, and nothing of it left, when it is not the one that was asked for."""
    with files.pieces.whole(wanted.digest) as content:
        whole = sha256()
        try:
            while chunk := content.read(_READ):
                whole.update(chunk)
            if whole.hexdigest() == wanted.digest:
                files.store(content, limit=wanted.size)
                return True
        except (Refused, OSError):
            if whole.hexdigest() == wanted.digest:
                # A full disk, say: the pieces are right and stay.
                raise
    files.pieces.forget(wanted.digest)
    return False


def _write_down(applying: Applying, received: dict[str, int], stored: set[str], wrong: set[str]) -> None:
    conn = applying.db.conn
    for digest, size in received.items():
        conn.execute("UPDATE file_wanted SET received = ? WHERE digest = ?", (size, digest))
    for digest in stored:
        conn.execute("DELETE FROM file_wanted WHERE digest = ?", (digest,))
    for digest in wrong:
        conn.execute("UPDATE file_wanted SET received = 0 WHERE digest = ?", (digest,))
        quarantine.put_document(applying.db, Kind.FILE, FILE_WRONG, {"digest": digest}, digest, applying.at)

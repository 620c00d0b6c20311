"""Scans and results, each one encrypted file of its own under a name that tells nothing."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason, Refused
from communedb.files.age import AgeFailed, Identity, decrypt_stream, encrypt_stream
from communedb.files.atomic import PART_SUFFIX, UnfinishedFile, make_folder, unfinished, write_faults_refused
from communedb.files.content_type import SUFFIXES, media_type
from communedb.files.pieces import Enough, Pieces, Window
from communedb.files.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path
    from typing import BinaryIO

SIZE_LIMIT: Final = 25 * 1024 * 1024
"""Bytes that one attachment may have unless the office says otherwise."""

_STORED = re.compile(r"([0-9a-f]{2})/([0-9a-f]{62})\.age")


@dataclass(frozen=True, slots=True)
class Stored:
    """What the register writes down about a stored file; `digest` is the SHA-256 of its content in hexadecimal."""

    digest: str
    size: int
    media_type: str


class AttachmentFiles:
    """The attachments of one register, in `folder`, encrypted to the register's own `identity`.

    In the register, and among registers, a file is known by the SHA-256 of its content. On the disk its name is that
    digest under a key that only the open register holds: who finds the folder can neither read a document nor
    test whether a certain one is there. A file is durable before `store` returns; only then the caller commits its row.
    """

    def __init__(self, folder: Path, identity: Identity) -> None:
        self._folder = folder
        self._identity = identity
        secret = hashlib.blake2b(identity.secret_text.encode(), person=b"attachment name", digest_size=32)
        self._name_key = secret.digest()

    @property
    def pieces(self) -> Pieces:
        """What has come so far of files that come piece by piece."""
        return Pieces(self._folder / "incoming", self._identity, self.name_of)

    def store(self, source: Path | bytes | BinaryIO, limit: int = SIZE_LIMIT) -> Stored:
        """Keep a file's content, once however often it is given; the source stays as it is. `limit` in bytes.

        Refused: FILE_UNREADABLE, FILE_EMPTY, FILE_TOO_LARGE, FILE_TYPE_NOT_ACCEPTED, FILE_CHANGED_WHILE_READ, and
        DISK_FULL, FOLDER_READ_ONLY, WRITE_FAILED. Nothing is left behind then.
        """
        with Source.opened(source) as given:
            digest, size = given.measured(limit)
            kind = given.media_type()
            if not self._is_intact(digest):
                self._encrypt(given, digest)
        return Stored(digest, size, kind)

    def has(self, digest: str) -> bool:
        """Whether a file is here, by its name alone; `check` reads it."""
        return self._path(digest).is_file()

    def read_part(self, digest: str, offset: int, length: int) -> bytes:
        """At most `length` bytes of a stored file from `offset` on, in memory only; the whole is not verified.

        Refused: ATTACHMENT_MISSING, ATTACHMENT_DAMAGED.
        """
        window = Window(offset, length)
        try:
            with self._path(digest).open("rb") as sealed:
                decrypt_stream(sealed, window, self._identity)
        except Enough:
            pass
        except FileNotFoundError as fault:
            raise Refused(Reason.ATTACHMENT_MISSING, digest=digest) from fault
        except (AgeFailed, OSError) as fault:
            raise Refused(Reason.ATTACHMENT_DAMAGED, digest=digest) from fault
        return window.content

    def open_copy(self, digest: str, into: Path) -> Path:
        """Decrypt a file into the folder `into` for viewing; the caller removes the copy afterwards.

        The copy is readable by its owner only and gets its name once the whole content has proved right.
        Refused: ATTACHMENT_MISSING, ATTACHMENT_DAMAGED, and those of writing.
        """
        make_folder(into)
        with unfinished(into) as part:
            writer = _HashedWriter(part)
            self._decrypt(digest, writer)
            part.flush()
            with part.path.open("rb") as copy:
                suffix = SUFFIXES.get(media_type(copy) or "", ".bin")
            # Random, because Windows cannot replace a copy that a viewer still shows.
            target = into / f"{digest[:12]}-{secrets.token_hex(4)}{suffix}"
            part.publish(target)
        return target

    def check(self, digest: str) -> None:
        """Read a stored file to its end without keeping anything. Refused: ATTACHMENT_MISSING, ATTACHMENT_DAMAGED."""
        self._decrypt(digest, _HashedWriter(None))

    def name_of(self, digest: str) -> str:
        """The name under which a digest is kept here: 64 hexadecimal digits, as `stored_names` lists it."""
        return hashlib.blake2b(digest.encode(), key=self._name_key, digest_size=32).hexdigest()

    def stored_names(self) -> Iterator[str]:
        """The name of every finished file, in no order.

        A name that no row's `name_of` gives was stored just before a crash, or is being stored by another process now.
        """
        for path in self._folder.glob("??/*.age"):
            if found := _STORED.fullmatch(path.relative_to(self._folder).as_posix()):
                yield found[1] + found[2]

    def sweep_unfinished(self, before: datetime) -> int:
        """Remove what interrupted writing left, last touched earlier than `before`; the number of files removed.

        The caller takes an hour ago or so: another process may be writing.
        """
        removed = 0
        for path in self._folder.glob(f"??/.*{PART_SUFFIX}"):
            with write_faults_refused(path):
                if path.stat().st_mtime < before.timestamp():
                    path.unlink(missing_ok=True)
                    removed += 1
        return removed

    def _path(self, digest: str) -> Path:
        name = self.name_of(digest)
        return self._folder / name[:2] / f"{name[2:]}.age"

    def _is_intact(self, digest: str) -> bool:
        """Whether the content is here already and readable; a damaged file is mended by storing its content again."""
        try:
            self.check(digest)
        except Refused:
            return False
        return True

    def _encrypt(self, given: Source, digest: str) -> None:
        target = self._path(digest)
        make_folder(target.parent)
        reader = given.reader()
        with unfinished(target.parent) as part:
            encrypt_stream(reader, part, [self._identity.recipient])
            if reader.hexdigest() != digest:
                raise Refused(Reason.FILE_CHANGED_WHILE_READ, name=given.name)
            part.publish(target)

    def _decrypt(self, digest: str, writer: _HashedWriter) -> None:
        try:
            with self._path(digest).open("rb") as sealed:
                decrypt_stream(sealed, writer, self._identity)
        except FileNotFoundError as fault:
            raise Refused(Reason.ATTACHMENT_MISSING, digest=digest) from fault
        except (AgeFailed, OSError) as fault:
            raise Refused(Reason.ATTACHMENT_DAMAGED, digest=digest) from fault
        if writer.hexdigest() != digest:
            raise Refused(Reason.ATTACHMENT_DAMAGED, digest=digest)


class _HashedWriter:
    """Passes chunks on to a file, if there is one, and keeps the SHA-256 of all of them."""

    def __init__(self, part: UnfinishedFile | None) -> None:
        self._part = part
        self._hash = hashlib.sha256()

    def write(self, chunk: bytes) -> int:
        self._hash.update(chunk)
        return len(chunk) if self._part is None else self._part.write(chunk)

    def flush(self) -> None:
        if self._part is not None:
            self._part.flush()

    def hexdigest(self) -> str:
        return self._hash.hexdigest()

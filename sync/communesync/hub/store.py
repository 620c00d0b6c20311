"""The hub's files: every original bundle under its digest, uploads that are not whole yet, answers that wait.

Nothing that a client says is used as a path: digests and keys are checked to be hexadecimal first.
"""

from __future__ import annotations

import math
import os
import re
import shutil
import threading
import time
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason, Refused
from communedb.files.atomic import PART_SUFFIX, make_folder, sync_folder, unfinished, write_faults_refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUNDLES: Final = "bundles"
UPLOADS: Final = "uploads"
ANSWERS: Final = "answers"
SUFFIX: Final = ".bundle"

MOST_BUNDLE: Final = 512 * 1024 * 1024
"""Bytes of one bundle over HTTP; larger ones come by folder."""

MOST_PARTS: Final = 4
"""Unfinished uploads of one station; beginning another gives up the oldest."""

PART_DAYS: Final = 14
ANSWER_DAYS: Final = 2
"""Days after which an unfinished upload, and an answer that nobody fetched, are removed."""

SPARE: Final = 256 * 1024 * 1024
"""Bytes that stay free on the hub's disk, whatever is sent."""

_HEX: Final = re.compile("[0-9a-f]{64}")
_CHUNK: Final = 1024 * 1024
_DAY: Final = 86_400
_HOUR: Final = 3_600


class WrongOffset(Exception):  # noqa: N818 - an answer: where to go on
    """The part goes on at another byte than the client thinks."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


class NotTheDigest(Exception):  # noqa: N818 - an answer: begin again
    """What arrived is not what was announced; it is thrown away."""


class TakenOver(Exception):  # noqa: N818 - an answer nobody reads any more
    """The same upload goes on over another connection."""


class Store:
    """Bundles, uploads and answers in the folder of the hub's register."""

    def __init__(self, folder: Path) -> None:
        self.bundles = folder / BUNDLES
        self._uploads = folder / UPLOADS
        self._answers = folder / ANSWERS
        self._open: dict[Path, Upload] = {}
        self._guard = threading.Lock()
        self._size = (-math.inf, (0, 0))
        for place in (self.bundles, self._uploads, self._answers):
            make_folder(place)

    def path(self, digest: str) -> Path:
        """Where the bundle with this digest lies, or would lie."""
        return self.bundles / _hex(digest)[:2] / f"{digest}{SUFFIX}"

    def has(self, digest: str) -> bool:
        """Whether the bundle is kept, whole and on the disk."""
        return self.path(digest).exists()

    def kept(self, days: int | None = None) -> Iterator[str]:
        """The digests of all bundles that are kept, or of those that came within so many days, oldest first."""
        since = time.time() - days * _DAY if days is not None else 0.0
        found = [(path.stat().st_mtime, path.stem) for path in self.bundles.glob(f"??/*{SUFFIX}")]
        for at, digest in sorted(found):
            if at >= since and _HEX.fullmatch(digest):
                yield digest

    def keep(self, source: Path) -> str:
        """Copy a bundle from elsewhere, by its digest; on return it survives a power cut. Refused: as writing."""
        with source.open("rb") as file, unfinished(self._uploads) as part:
            whole = sha256()
            while chunk := file.read(_CHUNK):
                whole.update(chunk)
                part.write(chunk)
            target = self.path(whole.hexdigest())
            make_folder(target.parent)
            if not target.exists():
                part.publish(target)
        return whole.hexdigest()

    def drop(self, digest: str) -> None:
        """Remove what turned out to be no bundle."""
        self.path(digest).unlink(missing_ok=True)

    def offset(self, key: str, digest: str) -> int:
        """How many bytes of an upload of this station are here; all of them when the bundle is kept."""
        for path in (self.path(digest), self._part(key, digest)):
            try:
                return path.stat().st_size
            except FileNotFoundError:
                continue
        return 0

    def upload(self, key: str, digest: str, offset: int, length: int) -> Upload:
        """Go on with an upload at a byte; one that is under way over a dead connection ends.

        WrongOffset; Refused: BUNDLE_TOO_LARGE, DISK_FULL.
        """
        path = self._part(key, digest)
        if length > MOST_BUNDLE:
            raise Refused(Reason.BUNDLE_TOO_LARGE, name=digest[:32], what="size")
        if shutil.disk_usage(self._uploads).free < length - offset + SPARE:
            raise Refused(Reason.DISK_FULL, path=UPLOADS)
        with self._guard:
            here = self.offset(key, digest)
            # From the beginning is always allowed: the client may know that what is here is wrong.
            if offset not in {0, here} or offset > length:
                raise WrongOffset(here)
            if offset == 0:
                self._make_room(key, path)
            if before := self._open.pop(path, None):
                before.stop()
            opened = self._open[path] = Upload(path, offset)
        return opened

    def finish(self, key: str, digest: str) -> None:
        """Make the whole upload a kept bundle: on return it survives a power cut. NotTheDigest."""
        part, target = self._part(key, digest), self.path(digest)
        with write_faults_refused(target):
            if _digest_of(part) != digest:
                part.unlink(missing_ok=True)
                raise NotTheDigest
            make_folder(target.parent)
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            part.replace(target)
            sync_folder(target.parent)
        with self._guard:
            self._open.pop(part, None)

    def answers_for(self, key: str) -> Path:
        """The folder of the answers to a station."""
        folder = self._answers / _hex(key)[:32]
        make_folder(folder)
        return folder

    def answer(self, key: str, digest: str) -> Path | None:
        """An answer to this station by its digest; None when there is none, or it is for somebody else."""
        path = self._answers / _hex(key)[:32] / f"{_hex(digest)[:32]}{SUFFIX}"
        return path if path.exists() else None

    def sweep(self) -> None:
        """Remove what nobody went on with: parts and answers."""
        _forget(self._uploads.glob(f"*{PART_SUFFIX}"), PART_DAYS)
        _forget(self._answers.glob(f"*/*{SUFFIX}"), ANSWER_DAYS)

    def size(self) -> tuple[int, int]:
        """Number and bytes of the kept bundles, looked up once an hour: there are many, and Prometheus asks often."""
        at, known = self._size
        if time.monotonic() - at > _HOUR:
            sizes = [path.stat().st_size for path in self.bundles.glob(f"??/*{SUFFIX}")]
            known = len(sizes), sum(sizes)
            self._size = time.monotonic(), known
        return known

    def _part(self, key: str, digest: str) -> Path:
        return self._uploads / f"{_hex(key)[:32]}-{_hex(digest)}{PART_SUFFIX}"

    def _make_room(self, key: str, path: Path) -> None:
        others = [part for part in self._uploads.glob(f"{key[:32]}-*{PART_SUFFIX}") if part != path]
        others.sort(key=lambda part: part.stat().st_mtime)
        for part in others[: max(0, len(others) - (MOST_PARTS - 1))]:
            if before := self._open.pop(part, None):
                before.stop()
            part.unlink(missing_ok=True)


class Upload:
    """One connection's share of an upload: bytes are in the part as soon as they arrived."""

    def __init__(self, path: Path, offset: int) -> None:
        self._stopped = False
        self._path = path
        self.offset = offset
        with write_faults_refused(path):
            path.touch(mode=0o600)
            self._file = path.open("rb+")
            self._file.truncate(offset)
            self._file.seek(offset)

    def write(self, chunk: bytes) -> None:
        """Append. TakenOver; Refused: DISK_FULL and the like."""
        if self._stopped:
            raise TakenOver
        with write_faults_refused(self._path):
            self._file.write(chunk)
        self.offset += len(chunk)

    def take_back(self, offset: int) -> None:
        """Forget what came after a byte: it was not what had been signed."""
        if not self._stopped:
            self._file.truncate(offset)
            self.offset = offset

    def stop(self) -> None:
        """End it for the sake of another connection."""
        self._stopped = True
        self._file.close()

    def close(self) -> None:
        """Hand everything to the system; what is here is told to the next request."""
        if not self._stopped:
            self._file.close()


def _hex(text: str) -> str:
    if not _HEX.fullmatch(text):
        raise ValueError(text)
    return text


def _digest_of(path: Path) -> str:
    whole = sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            whole.update(chunk)
    return whole.hexdigest()


def _forget(paths: Iterator[Path], days: int) -> None:
    oldest = time.time() - days * _DAY
    for path in list(paths):
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)

"""The folder that the scanner writes into: what lies there, and taking a file away once it is safely kept."""

from __future__ import annotations

import hashlib
import heapq
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason, Refused
from communedb.files.content_type import CHUNK, SUFFIXES
from communedb.files.pdf_pages import READ_LIMIT, count_pages
from communedb.os_fault import why

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import stat_result

MOST: Final = 60
"""Files that are listed, the newest first: a scanner's folder is not an archive."""
LOOK_AGAIN: Final = 0.4
"""Seconds between two looks at a file: one that grew is still being written."""
JUST_NOW: Final = 2.0
"""Seconds for which a file must have been left alone."""

READ_SECONDS: Final = 12.0
"""How long reading the folder may take, its PDFs included."""

_KINDS: Final = frozenset({*SUFFIXES.values(), ".jpeg", ".tiff"}) - {".xml", ".txt"}


@dataclass(frozen=True, slots=True)
class Scan:
    """A file of the scanner as it was when the list was read.

    `pages` is the number of pages, or why a PDF does not tell it; an image has one. `writing` while the scanner is not
    done with it. `stamp` tells whether it was changed since.
    """

    path: Path
    size: int
    at: datetime
    pages: int | Reason
    writing: bool
    stamp: tuple[int, int]

    @property
    def is_pdf(self) -> bool:
        """Whether pages can be taken out of it."""
        return self.path.suffix.lower() == ".pdf"


def read_scans(folder: str, *, seconds: float = READ_SECONDS) -> list[Scan]:
    """What lies in the scanner's folder, the newest first; from a thread, it waits a moment for files that grow.

    Refused: SCAN_FOLDER_NOT_SET, SCAN_FOLDER_UNREADABLE; also when a network folder does not answer in time.
    """
    if not folder.strip():
        raise Refused(Reason.SCAN_FOLDER_NOT_SET)
    answers: SimpleQueue[list[Scan] | Exception] = SimpleQueue()
    # The system may hold whoever asks a dead network folder for minutes, and nothing can call that one back.
    Thread(target=_answer, args=(folder, answers), daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise Refused(Reason.SCAN_FOLDER_UNREADABLE, folder=folder, why="device") from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _answer(folder: str, answers: SimpleQueue[list[Scan] | Exception]) -> None:
    try:
        answers.put(_read(folder))
    except Exception as fault:
        answers.put(fault)


def _read(folder: str) -> list[Scan]:
    try:
        files = heapq.nlargest(MOST, _files(Path(folder).expanduser()), key=lambda one: (one[1].st_mtime_ns, one[0]))
    except OSError as fault:
        raise Refused(Reason.SCAN_FOLDER_UNREADABLE, folder=folder, why=why(fault)) from fault
    if not files:
        return []
    time.sleep(LOOK_AGAIN)
    writing = {path: _is_growing(path, seen) for path, seen in files}
    readable = [path for path, seen in files if _counted(path, seen) and not writing[path]]
    pages = dict(zip(readable, count_pages(readable), strict=True))
    return [_scan(path, seen, pages, writing=writing[path]) for path, seen in files]


def check_unchanged(scan: Scan) -> None:
    """Refuse a file that the scanner is not done with or that changed since the list was read.

    Refused: SCAN_BEING_WRITTEN, SCAN_CHANGED.
    """
    if scan.writing:
        raise Refused(Reason.SCAN_BEING_WRITTEN, name=scan.path.name)
    try:
        same = _stamp(scan.path.stat()) == scan.stamp
    except OSError:
        same = False
    if not same:
        raise Refused(Reason.SCAN_CHANGED, name=scan.path.name)


def digest_of(path: Path) -> str:
    """SHA-256 of a file's content. Refused: FILE_UNREADABLE."""
    content = hashlib.sha256()
    try:
        with path.open("rb") as handle:
            while chunk := handle.read(CHUNK):
                content.update(chunk)
    except OSError as fault:
        raise Refused(Reason.FILE_UNREADABLE, name=path.name, why=why(fault)) from fault
    return content.hexdigest()


def remove_scan(path: Path, digest: str) -> None:
    """Delete a scanner's file if it still has the content that was kept.

    Refused: SCAN_CHANGED, FILE_UNREADABLE, SCAN_NOT_REMOVED.
    """
    if digest_of(path) != digest:
        raise Refused(Reason.SCAN_CHANGED, name=path.name)
    try:
        path.unlink()
    except OSError as fault:
        raise Refused(Reason.SCAN_NOT_REMOVED, name=path.name, why=why(fault)) from fault


def _files(folder: Path) -> Iterator[tuple[Path, stat_result]]:
    for path in folder.iterdir():
        if path.suffix.lower() in _KINDS and not path.name.startswith((".", "~")) and path.is_file():
            try:
                yield path, path.stat()
            except FileNotFoundError:
                continue


def _counted(path: Path, seen: stat_result) -> bool:
    return path.suffix.lower() == ".pdf" and seen.st_size <= READ_LIMIT


def _is_growing(path: Path, seen: stat_result) -> bool:
    try:
        now = path.stat()
    except OSError:
        return True
    # The clock of a network share may be ahead: only a moment counts as just now.
    return _stamp(now) != _stamp(seen) or seen.st_size == 0 or abs(time.time() - now.st_mtime) < JUST_NOW


def _stamp(seen: stat_result) -> tuple[int, int]:
    return seen.st_size, seen.st_mtime_ns


def _scan(path: Path, seen: stat_result, pages: dict[Path, int | Reason], *, writing: bool) -> Scan:
    counted = pages.get(path, Reason.PDF_TOO_HARD if path.suffix.lower() == ".pdf" else 1)
    at = datetime.fromtimestamp(seen.st_mtime, UTC)
    return Scan(path, seen.st_size, at, counted, writing, _stamp(seen))

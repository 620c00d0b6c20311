"""Taking what the scanner made: kept, read back, and noted on the dossier's paper in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communedb.desk.attachments import attach
from communedb.domain.page_range import pages_of
from communedb.domain.refusal import Reason, Refused
from communedb.files.pdf_pages import take_pages
from communedb.files.scan_folder import check_unchanged, digest_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communedb.files.attachments import AttachmentFiles, Stored
    from communedb.files.scan_folder import Scan
    from communedb.transaction import Write


@dataclass(frozen=True)
class Source:
    """A scanner's file from which pages were kept: the digest of what was read, which pages, and of how many."""

    path: Path
    digest: str
    pages: frozenset[int]
    count: int


@dataclass(frozen=True)
class Kept:
    """Files that are in the register's folder and were read back, name and content of each; and their sources."""

    files: tuple[tuple[str, Stored], ...]
    sources: tuple[Source, ...]


def keep_scans(files: AttachmentFiles, scans: Sequence[Scan]) -> Kept:
    """Keep each file as it is.

    Refused: SCAN_BEING_WRITTEN, SCAN_CHANGED, PDF_DAMAGED, PDF_ENCRYPTED, and those of storing. Nothing is noted then.
    """
    kept = []
    for scan in scans:
        check_unchanged(scan)
        if isinstance(scan.pages, Reason):
            raise Refused(scan.pages, name=scan.path.name)
        kept.append((scan.path.name, _kept(files, scan.path)))
    return Kept(tuple(kept), tuple(_source(scan, one.digest) for scan, (_, one) in zip(scans, kept, strict=True)))


def keep_pages(files: AttachmentFiles, scans: Sequence[Scan], typed: str = "") -> Kept:
    """Keep one PDF of all the files one after the other, or of some pages of one file (`1-3,5`).

    Refused as `keep_scans` and `take_pages`; SCAN_NOT_PDF.
    """
    for scan in scans:
        check_unchanged(scan)
        if not scan.is_pdf:
            raise Refused(Reason.SCAN_NOT_PDF, name=scan.path.name)
    before = [digest_of(scan.path) for scan in scans]
    stored = _kept(files, take_pages([(scan.path, typed) for scan in scans]))
    for scan in scans:
        check_unchanged(scan)
    sources = tuple(_source(scan, digest, typed) for scan, digest in zip(scans, before, strict=True))
    return Kept(((_name(scans, typed), stored),), sources)


def attach_kept(tx: Write, dossier: str, kept: Kept, *, paper: str | None = None) -> list[str]:
    """Note what was kept on the dossier, or on one of its papers; every file of it or none."""
    return [attach(tx, dossier, stored, name, paper=paper) for name, stored in kept.files]


def _kept(files: AttachmentFiles, source: Path | bytes) -> Stored:
    """Store and read back to the last byte: only what proved right may lose its source."""
    stored = files.store(source)
    files.check(stored.digest)
    return stored


def _source(scan: Scan, digest: str, typed: str = "") -> Source:
    # A file whose pages could not be counted is never known to be kept whole.
    count = 0 if isinstance(scan.pages, Reason) else scan.pages
    return Source(scan.path, digest, frozenset(pages_of(typed, count) if count else ()), count)


def _name(scans: Sequence[Scan], typed: str) -> str:
    first = scans[0].path
    pages = typed.replace(" ", "")
    return f"{first.stem} ({pages}){first.suffix}" if pages else first.name

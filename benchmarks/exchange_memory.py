"""Memory: a payload of 100 MB written and read, of files and of rows, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from base64 import b64encode
from os import urandom
from pathlib import Path
from random import Random
from uuid import UUID

from benchmarks.bars import Line, Section
from communedb.files.age import Identity
from communedb.journal.held import Ref
from communedb.journal.segment import SCHEMA, SEED_SIZE, SIGNED, Header, Segment, lines_digest
from communedb.journal.segment import Line as JournalLine
from communedb.keys.signing import Signer
from communesync.bundle.read import open_bundle
from communesync.bundle.write import Source, Written, write_files, write_rows

PAYLOAD = 100_000_000
BAR = 40.0
_SEGMENT, _NOTE, _PACKED = 4_096, 380, 0.8
_FEW = 16
_AT = "2026-01-01T00:00:00Z"
_REPLICA, _SCOPE = "0195cafa-638a-7b32-802b-9d1ed674a263", "19867"
_SENDER, _READER = Signer(bytes(range(32))), Identity.generate()


def measure() -> Section:
    """Files and rows; on Linux, where a process tells its peak."""
    lines = []
    for kind, what in (("files", "of files"), ("rows", "of rows that hardly pack")):
        grown, size = _grown(kind) if sys.platform == "linux" else (None, 0.0)
        note = f"payload {size:.0f} MB"
        lines.append(Line(f"written and read, {what}: above the baseline", grown, "MB", BAR, note))
    return Section("Memory of a large bundle", lines)


def main() -> None:
    """In the process that is measured: grow by what a large payload takes; prints megabytes grown and of the bundle."""
    make = {"files": _files, "rows": _rows}[sys.argv[1]]
    with tempfile.TemporaryDirectory() as folder:
        # Everything is loaded and has run once: the baseline.
        _read(make(Path(folder), 1))
        before = _peak()
        written = make(Path(folder), PAYLOAD)
        _read(written)
        print(_peak() - before, written.size / 1e6)


def _grown(kind: str) -> tuple[float, float]:
    command = [sys.executable, "-m", "benchmarks.exchange_memory", kind]
    shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    grown, size = map(float, shown.split())
    return grown, size


class _Scan:
    """A file that does not pack."""

    def read(self, size: int) -> bytes:
        return urandom(size)


def _files(folder: Path, size: int) -> Written:
    return write_files(
        folder, sender=_SENDER, sender_replica=_REPLICA, recipients=[_READER.recipient], to=[], at=_AT,
        files=[Source("ab" * 32, size, 0, _Scan())],
    )  # fmt: skip


def _rows(folder: Path, size: int) -> Written:
    refs = _refs(size)
    segments = (_segment(number, ref.last - ref.first + 1) for number, ref in enumerate(refs))
    return write_rows(
        folder, sender=_SENDER, sender_replica=_REPLICA, recipients=[_READER.recipient], to=[], at=_AT,
        segments=segments, refs=refs, documents={},
    )  # fmt: skip


def _refs(size: int) -> list[Ref]:
    """As many segments as come to a payload of that size; made one by one to know their digests."""
    count = round(size / (_SEGMENT * _NOTE * _PACKED))
    found = []
    for number in range(count):
        first = number * _SEGMENT + 1
        found.append(Ref(_segment(number).digest, _REPLICA, _SCOPE, first, first + _SEGMENT - 1))
    return found or [Ref(_segment(0, _FEW).digest, _REPLICA, _SCOPE, 1, _FEW)]


def _segment(number: int, size: int = _SEGMENT) -> Segment:
    """The same segment for the same number; its predecessor's name is of no concern to a bundle."""
    random, first = Random(number), number * _SEGMENT + 1
    lines = [_line(random, line) for line in range(first, first + size)]
    digest = lines_digest((line.text for line in lines), bytes(SEED_SIZE), size)
    last = lines[-1]
    header = Header(_REPLICA, _SCOPE, first, last.number, "0" * 64, digest, last.clock, SCHEMA, _SENDER.public).encode()
    return Segment(header, _SENDER.sign(SIGNED + header), bytes(SEED_SIZE), lines)


def _line(random: Random, number: int) -> JournalLine:
    note = b64encode(random.randbytes(_NOTE * 3 // 4)).decode()
    clock = (1_764_000_000_000 + number * 977) << 16
    row = str(UUID(int=random.getrandbits(128)))
    return JournalLine(number, clock, _REPLICA, "dossier", row, f'{{"note":"{note}"}}', number - 1, "{}", "")


def _read(written: Written) -> None:
    """Open, verify and hand everything out, to nobody who keeps it; the bundle is gone then."""
    bundle = open_bundle(written.path)
    bundle.verify({_SENDER.public})
    if bundle.label.kind == "files":
        bundle.files(_READER, on_bytes=lambda *_: None)
    else:
        bundle.rows(_READER, on_document=lambda *_: None, on_segment=lambda _: None)
    written.path.unlink()


def _peak() -> float:
    """The most that this process has held in memory, in megabytes."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return int(kilobytes) * 1_024 / 1e6


if __name__ == "__main__":
    main()

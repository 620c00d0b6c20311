"""Bundles as tests make them: a day at one counter of Quảng Điền, in segments, sealed for one reader."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from communedb.files.age import Identity
from communedb.journal.held import Ref
from communedb.journal.segment import SIGNED, Header, Line, Segment, lines_digest
from communedb.keys.signing import Signer
from communesync.bundle.read import open_bundle
from communesync.bundle.write import Written, write_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

REPLICA = "01a214c4-07b5-7398-82b4-a76c39dc6374"
SCOPE = "19867"
AT = "2026-11-23T09:30:00Z"
COUNTER = Signer(b"\x01" * 32)
SOMEBODY_ELSE = Signer(b"\x02" * 32)
HUB = Identity("AGE-SECRET-KEY-1QVPSXQCRQVPSXQCRQVPSXQCRQVPSXQCRQVPSXQCRQVPSXQCRQVPS2PGGME")
VECTOR = {"as_of": AT, "vector": {SCOPE: {REPLICA: [[9, "ab" * 32]]}}}


def a_day(dossiers: int = 3) -> list[Line]:
    """Receptions one minute apart, each with an event, and then a telephone number that was mended."""
    lines: list[Line] = []

    def add(clock: int, table: str, row: str, seen: int, /, **changes: Any) -> None:
        text = json.dumps(changes, ensure_ascii=False, separators=(",", ":"))
        officer = "01a214c8-26e5-7393-a5e7-fc9fa540faff"
        lines.append(Line(len(lines) + 1, clock, officer, table, row, text, seen, "{}", ""))

    for number in range(dossiers):
        moment = 1_795_395_600_000 + 60_000 * number
        key = f"{moment:012x}"
        dossier = f"{key[:8]}-{key[8:]}-7398-82b4-{number:04x}39dc6374"
        event = f"{key[:8]}-{key[8:]}-7398-82b4-{number + 1:04x}89213cc5"
        seen, clock, at = len(lines), moment << 16, f"2026-11-23T{1 + number // 60:02}:{number % 60:02}:00Z"
        add(clock, "dossier", dossier, seen, code=f"H57-19867-{number + 1:05}", applicant_name="Lê Thị Hoa", sets=1,
            content='Chứng thực "bản sao"', received_at=at)  # fmt: skip
        add(clock, "event", event, seen, dossier=dossier, kind="received", clock=clock, happened_at=at, entered_at=at)
    add((moment + 1) << 16, "dossier", dossier, len(lines), applicant_phone="0905123456", note=None)
    return lines


def frozen(lines: Sequence[Line], size: int = 4, signer: Signer = COUNTER) -> list[Segment]:
    """The lines as signed segments of at most `size` lines."""
    found: list[Segment] = []
    for at in range(0, len(lines), size):
        own = lines[at : at + size]
        seed = bytes([at % 256]) * 32
        digest = lines_digest((line.text for line in own), seed, len(own))
        before = found[-1].digest if found else ""
        header = Header(
            REPLICA, SCOPE, own[0].number, own[-1].number, before, digest, own[-1].clock, 1, signer.public
        ).encode()
        found.append(Segment(header, signer.sign(SIGNED + header), seed, own))
    return found


def refs_of(segments: Sequence[Segment]) -> list[Ref]:
    """What a label says of the segments."""
    return [Ref(s.digest, REPLICA, SCOPE, s.lines[0].number, s.lines[-1].number) for s in segments]


def write_day(folder: Path, segments: Sequence[Segment] | None = None, **more: Any) -> Written:
    """A bundle of the day from the counter to the hub."""
    segments = frozen(a_day()) if segments is None else segments
    given = {
        "sender": COUNTER, "sender_replica": REPLICA, "recipients": [HUB.recipient], "to": [SOMEBODY_ELSE.public],
        "at": AT, "segments": iter(segments), "refs": refs_of(segments), "documents": {"vector": VECTOR},
    }  # fmt: skip
    return write_rows(folder, **given | more)


class Received(NamedTuple):
    """What came out of a bundle."""

    documents: dict[str, Any]
    segments: list[Segment]


def receive(path: Path, identity: Identity = HUB, known: frozenset[str] = frozenset({COUNTER.public})) -> Received:
    """Open, verify and read a bundle of rows as the hub does."""
    received = Received({}, [])
    bundle = open_bundle(path)
    bundle.verify(known)
    bundle.rows(identity, on_document=received.documents.__setitem__, on_segment=received.segments.append)
    return received

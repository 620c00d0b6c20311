"""Makes the test vectors of the bundle: `python sync/vectors/make.py`.

Keys, lines and seeds are fixed. age draws a new key for every file, so the bundles' bytes differ from run to run; what
must be found in them does not.
"""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from communedb.files.age import Identity
from communedb.journal.held import Ref
from communedb.journal.segment import SIGNED, Header, Line, Segment, lines_digest
from communedb.keys.signing import Signer
from communesync.bundle.write import Source, Written, write_files, write_rows

FOLDER: Final = Path(__file__).parent
SENDER: Final = Signer(b"\x01" * 32)
READER: Final = Identity("AGE-SECRET-KEY-1QVPSXQCRQVPSXQCRQVPSXQCRQVPSXQCRQVPSXQCRQVPSXQCRQVPS2PGGME")
OTHER: Final = Identity("AGE-SECRET-KEY-1QSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQMDXKL7")
REPLICA: Final = "01a214c4-07b5-7398-82b4-a76c39dc6374"
SCOPE: Final = "19867"
AT: Final = "2026-11-23T09:30:00Z"
OFFICER: Final = "01a214c8-26e5-7393-a5e7-fc9fa540faff"
START: Final = 1_795_395_600_000
DOSSIERS: Final = 70


def lines() -> list[Line]:
    """Lines in which every way of packing a column occurs."""
    made: list[Line] = []

    def add(
        time: int, count: int, table: str, row: str, changes: str, *, heads: str = "{}", replaces: str = ""
    ) -> None:
        number = len(made) + 1
        clock = (time << 16) + count
        made.append(Line(number, clock, OFFICER, table, row, changes, max(0, number - 2), heads, replaces))

    for place in range(DOSSIERS):
        time = START + 61_000 * place
        dossier, event = key(time, 2 * place), key(time, 2 * place + 1)
        at, late = moment(time), moment(time - 3_600_000)
        add(time, 0, "dossier", dossier, text(
            code=f"H57-19867-{place + 1:05}", applicant_name=f"Nguyễn Văn {chr(65 + place % 26)}{place}",
            applicant_phone=f"09{place * 7_919 % 10**8:08}", content='Chứng thực "bản sao"\n', received_at=at,
            born=moment(place * 86_400_000), channel=("counter", "online", "post")[place % 3], sets=place * place % 7,
            note=None if place % 2 else f"a|b {place}",
        ))  # fmt: skip
        add(time, 1, "event", event, text(
            dossier=dossier, kind="received", clock=(time << 16) + 1, happened_at=late, entered_at=at, printed_at=at,
            day=at[:10], details=json.dumps({"place": place}), amount=place * 1000, known=OFFICER,
        ))  # fmt: skip
    time = START + 61_000 * DOSSIERS
    add(time, 0, "unit", "19867", '{"name":"Xã Quảng Điền","100%":1}', heads=f'{{"{OFFICER}":[4,"0123456789abcdef"]}}')
    add(time, 0, "unit", "19867", '{"name": "spaces", "half": 0.5}')
    add(time, 0, "dossier", key(START, 0), '{"note":null}', replaces=f'[["{REPLICA}",1]]')
    return made


def key(time: int, number: int) -> str:
    """A version 7 key of that millisecond."""
    tail = sha256(f"{number}".encode()).hexdigest()[:8]
    return f"{time >> 16:08x}-{time & 0xFFFF:04x}-7398-{'89ab'[number // 2 % 4]}2b4-{0xA76C + number % 2:04x}{tail}"


def moment(time: int) -> str:
    """A time in milliseconds as the register keeps it."""
    return f"{datetime.fromtimestamp(time // 1000, UTC):%Y-%m-%dT%H:%M:%SZ}"


def text(**changes: Any) -> str:
    """Changes in the triggers' spelling."""
    return json.dumps(changes, ensure_ascii=False, separators=(",", ":"))


def segments(found: list[Line], size: int) -> list[Segment]:
    """The lines as signed segments."""
    made: list[Segment] = []
    for at in range(0, len(found), size):
        own, seed = found[at : at + size], sha256(b"%d" % at).digest()
        whole = lines_digest((line.text for line in own), seed, len(own))
        before = made[-1].digest if made else ""
        clock = max(line.clock for line in own)
        header = Header(REPLICA, SCOPE, own[0].number, own[-1].number, before, whole, clock, 1, SENDER.public).encode()
        made.append(Segment(header, SENDER.sign(SIGNED + header), seed, own))
    return made


def rows(folder: Path) -> tuple[Written, dict[str, Any]]:
    """A bundle of rows and what must be found in it."""
    found = segments(lines(), 100)
    documents = {"vector": {"as_of": AT, "vector": {SCOPE: {REPLICA: [[1, "ab" * 32]]}}}, "note": ["chữ", 1, None]}
    refs = [Ref(s.digest, REPLICA, SCOPE, s.lines[0].number, s.lines[-1].number) for s in found]
    written = write_rows(
        folder, sender=SENDER, sender_replica=REPLICA, recipients=[READER.recipient], to=["cd" * 32], at=AT,
        segments=found, refs=refs, documents=documents,
    )  # fmt: skip
    expected = [{"digest": s.digest, "lines": [line._asdict() for line in s.lines]} for s in found]
    return written, {"kind": "rows", "documents": documents, "segments": expected}


def files(folder: Path) -> tuple[Written, dict[str, Any]]:
    """A bundle of files and what must be found in it."""
    contents = ["Giấy khai sinh\n".encode() * 100, b"", b"\0\n\xff" * 7]
    sources = [Source(sha256(c).hexdigest(), len(c), at, io.BytesIO(c[at:])) for at, c in enumerate(contents[:1], 3)]
    sources += [Source(sha256(c).hexdigest(), len(c), 0, io.BytesIO(c)) for c in contents[1:]]
    written = write_files(
        folder, sender=SENDER, sender_replica=REPLICA, recipients=[READER.recipient], to=[], at=AT, files=sources
    )
    parts = [
        part._asdict() | {"sha256_of_bytes": sha256(content[part.offset :]).hexdigest()}
        for part, content in zip(written.parts, contents, strict=True)
    ]
    return written, {"kind": "files", "parts": parts}


def main() -> None:
    """Write every vector and the list of them."""
    expected: dict[str, Any] = {}
    with TemporaryDirectory() as place:
        whole, good = rows(Path(place))
        data = whole.path.read_bytes()
        made = {"rows": data, "files": (sent := files(Path(place)))[0].path.read_bytes()}
    expected = {"rows": good, "files": sent[1]}
    payload = data.index(b"payload.age\0")
    refused = {
        "cut-short": (data[:-700], "bundle_cut_short"),
        "label-changed": (flipped(data, 600), "bundle_changed"),
        "payload-changed": (flipped(data, payload + 2000), "bundle_changed"),
        "header-changed": (flipped(data, payload + 108), "bundle_changed"),
        "longer": (data + bytes(512), "bundle_changed"),
        "no-bundle": (b"PK\x03\x04" + data[4:], "bundle_not_a_bundle"),
    }
    for name, (content, reason) in refused.items():
        made[name], expected[name] = content, {"refused": reason}
    for name, content in made.items():
        (FOLDER / f"{name}.bundle").write_bytes(content)
    keys = {
        "sender": {"ed25519_seed": SENDER.secret.hex(), "public": SENDER.public},
        "reader": {"identity": READER.secret_text, "recipient": READER.recipient},
        "not_a_reader": {"identity": OTHER.secret_text, "recipient": OTHER.recipient},
    }
    listed = json.dumps({"keys": keys, "bundles": expected}, ensure_ascii=False, indent=1) + "\n"
    (FOLDER / "vectors.json").write_text(listed, encoding="utf-8", newline="\n")


def flipped(data: bytes, at: int) -> bytes:
    """The same bytes with one bit changed."""
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


if __name__ == "__main__":
    main()

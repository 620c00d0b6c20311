"""A bundle that was changed, cut or crafted is refused before anything of its payload is handed out."""

from __future__ import annotations

import io
import json
import tarfile
from base64 import b64decode
from hashlib import sha256
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
import zstandard
from tests.bundle.made import AT, COUNTER, HUB, REPLICA, SOMEBODY_ELSE, receive, write_day

from communedb.domain.refusal import Reason, Refused
from communedb.files.age import encrypt
from communesync.bundle import limits, lines
from communesync.bundle.archive import TRAILER, header, padding
from communesync.bundle.label import Label, Payload, Sender
from communesync.bundle.read import open_bundle
from communesync.keys import dsse

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from communedb.keys.signing import Signer

TIMES = 1000


def refusal(path: Path) -> Reason:
    """Why a bundle is refused; a fault of the test if anything of it was handed out."""
    handed_out: list[Any] = []

    def take() -> None:
        bundle = open_bundle(path)
        bundle.verify({COUNTER.public})
        bundle.rows(HUB, on_document=lambda *found: handed_out.append(found), on_segment=handed_out.append)

    with pytest.raises(Refused) as refused:
        take()
    assert handed_out == []
    return refused.value.reason


def test_a_thousand_flipped_bits_are_refused(tmp_path: Path) -> None:
    whole = write_day(tmp_path).path.read_bytes()
    place = tmp_path / "flipped.bundle"
    random = Random(20261123)
    # Every part gets its share: headers of the tar, label, payload, end.
    parts = ((0, 512), (512, 3072), (3072, 3600), (3600, len(whole)))
    for turn in range(TIMES):
        first, last = parts[turn % len(parts)]
        flipped = bytearray(whole)
        flipped[random.randrange(first, last)] ^= 1 << random.randrange(8)
        place.write_bytes(flipped)
        refusal(place)


def test_a_thousand_truncations_are_refused(tmp_path: Path) -> None:
    whole = write_day(tmp_path).path.read_bytes()
    place = tmp_path / "cut.bundle"
    random = Random(20261124)
    lengths = {0, 1, 511, 512, 513, len(whole) - 1, *random.sample(range(len(whole)), TIMES - 6)}
    for length in lengths:
        place.write_bytes(whole[:length])
        assert refusal(place) in {Reason.BUNDLE_CUT_SHORT, Reason.BUNDLE_NOT_A_BUNDLE}


def test_the_unharmed_bundle_is_taken(tmp_path: Path) -> None:
    assert receive(write_day(tmp_path).path).segments


def test_bytes_after_the_end_are_refused(tmp_path: Path) -> None:
    path = write_day(tmp_path).path
    path.write_bytes(path.read_bytes() + bytes(512))
    assert refusal(path) is Reason.BUNDLE_CHANGED


def test_what_is_no_bundle_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0" * 1000)
    assert refusal(path) is Reason.BUNDLE_NOT_A_BUNDLE


def members_of(path: Path) -> dict[str, bytes]:
    with tarfile.open(path) as tar:
        return {member.name: tar.extractfile(member).read() for member in tar}  # type: ignore[union-attr]


def tar_of(place: Path, members: Iterable[tuple[tarfile.TarInfo, bytes]]) -> Path:
    with tarfile.open(place, "w", format=tarfile.USTAR_FORMAT) as tar:
        for info, content in members:
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return place


def regular(name: str, **more: Any) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    for field, value in more.items():
        setattr(info, field, value)
    return info


def test_only_the_two_members_are_taken_in_their_order_and_under_their_names(tmp_path: Path) -> None:
    found = members_of(write_day(tmp_path).path)
    label, payload = found["label.json"], found["payload.age"]
    place = tmp_path / "crafted.bundle"
    crafted = {
        "a path": [(regular("../label.json"), label), (regular("payload.age"), payload)],
        "a payload elsewhere": [(regular("label.json"), label), (regular("/tmp/payload.age"), payload)],
        "a link": [(regular("label.json"), label), (regular("payload.age", type=tarfile.SYMTYPE, linkname="x"), b"")],
        "a linked label": [(regular("label.json", type=tarfile.LNKTYPE), b""), (regular("payload.age"), payload)],
        "the order": [(regular("payload.age"), payload), (regular("label.json"), label)],
        "a label twice": [(regular("label.json"), label), (regular("label.json"), label)],
        "a third": [(regular("label.json"), label), (regular("payload.age"), payload), (regular("x"), b"x")],
        "an owner": [(regular("label.json", uid=1000), label), (regular("payload.age"), payload)],
    }
    for members in crafted.values():
        assert refusal(tar_of(place, members)) in {Reason.BUNDLE_CHANGED, Reason.BUNDLE_NOT_A_BUNDLE}
    # The control: the same two as they should be, up to the blocks that this tar adds at the end.
    whole = tar_of(place, [(regular("label.json"), label), (regular("payload.age"), payload)]).read_bytes()
    place.write_bytes(whole.rstrip(b"\0") + bytes(padding(len(payload))) + TRAILER)
    assert receive(place).segments


def sealed(place: Path, plain: bytes, *, signer: Signer = COUNTER, claims: dict[str, Any] | None = None) -> Path:
    """A bundle whose payload and label say whatever a signer with a known key wants."""
    payload = encrypt(zstandard.ZstdCompressor().compress(plain), [HUB.recipient])
    facts = {"size": len(payload), "sha256": sha256(payload).hexdigest(), "plain": len(plain)} | (claims or {})
    label = Label(
        kind="rows", sender=Sender(key=signer.public, replica=REPLICA), to=[], segments=[], payload=Payload(**facts),
        made_at=AT,
    )  # fmt: skip
    return stored(place, dsse.encoded(dsse.sign(dsse.LABEL, label.encode(), signer)).encode(), payload)


def stored(place: Path, label: bytes, payload: bytes) -> Path:
    place.write_bytes(
        header("label.json", len(label)) + label + bytes(padding(len(label)))
        + header("payload.age", len(payload)) + payload + bytes(padding(len(payload))) + TRAILER
    )  # fmt: skip
    return place


def lines_of(*bodies: Any) -> bytes:
    return b"".join(json.dumps(body).encode() + b"\n" for body in bodies)


FROM = {"key": COUNTER.public, "replica": REPLICA}
BEGIN = {"format": "communetui bundle", "version": 1, "kind": "rows", "from": FROM}
END = {"end": {"documents": 0, "segments": 0, "lines": 0}}
DEEP: Any = 0
for _ in range(limits.MOST_DEPTH):
    DEEP = [DEEP]


def test_the_least_payload_is_taken(tmp_path: Path) -> None:
    assert receive(sealed(tmp_path / "b", lines_of(BEGIN, END))) == ({}, [])


@pytest.mark.parametrize(
    "plain",
    [
        pytest.param(lines_of(END), id="no first line"),
        pytest.param(lines_of(BEGIN | {"kind": "files"}, END), id="of another kind"),
        pytest.param(lines_of(BEGIN | {"from": FROM | {"key": SOMEBODY_ELSE.public}}, END), id="of another sender"),
        pytest.param(lines_of(BEGIN), id="no end"),
        pytest.param(lines_of(BEGIN, END)[:-1], id="an open last line"),
        pytest.param(lines_of(BEGIN, END, END), id="after the end"),
        pytest.param(lines_of(BEGIN, {"end": {"documents": 1, "segments": 0, "lines": 0}}), id="other counts"),
        pytest.param(lines_of(BEGIN, {"what": 1}, END), id="an unknown line"),
        pytest.param(lines_of(BEGIN, [1], END), id="not an object"),
        pytest.param(lines_of(BEGIN) + b'{"document":"a","document":"b"}\n' + lines_of(END), id="a name twice"),
        pytest.param(lines_of(BEGIN, {"document": "a", "body": DEEP}, END), id="too deep"),
        pytest.param(
            lines_of(BEGIN) + b'{"document":"a","body":' + b"[" * 100_000 + b"\n", id="far too deep"
        ),
    ],
)  # fmt: skip
def test_a_payload_that_is_not_what_it_should_be_is_refused(tmp_path: Path, plain: bytes) -> None:
    assert refusal(sealed(tmp_path / "b", plain)) in {Reason.BUNDLE_CHANGED, Reason.BUNDLE_CUT_SHORT}


def test_a_line_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = sealed(
        tmp_path / "b", lines_of(BEGIN, {"document": "a", "body": "x" * 1000}, {"end": END["end"] | {"documents": 1}})
    )
    assert receive(place).documents
    monkeypatch.setattr(lines, "MOST_LINE", 1000)
    assert refusal(place) is Reason.BUNDLE_CHANGED


def test_a_payload_that_swells_is_refused_before_it_does(tmp_path: Path) -> None:
    swelling = lines_of(BEGIN) + bytes(200 << 20)
    assert refusal(sealed(tmp_path / "b", swelling)) is Reason.BUNDLE_TOO_LARGE
    assert refusal(sealed(tmp_path / "b", swelling, claims={"plain": 1000})) is Reason.BUNDLE_CHANGED


def test_more_than_the_limit_of_a_member_is_refused_by_its_header(tmp_path: Path) -> None:
    place = tmp_path / "b"
    place.write_bytes(header("label.json", limits.MOST_LABEL + 1) + bytes(4096))
    assert refusal(place) is Reason.BUNDLE_TOO_LARGE


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda text: text.replace(b'"version":1', b'"version":2'), Reason.BUNDLE_NEWER),
        (lambda text: text.replace(b'"kind":"rows"', b'"kind":"rows","kind":"rows"'), Reason.BUNDLE_CHANGED),
        (lambda text: text.replace(b'"kind":"rows"', b'"kind": "rows"'), Reason.BUNDLE_CHANGED),
        (lambda text: text.replace(b'"kind":"rows"', b'"kind":"else"'), Reason.BUNDLE_CHANGED),
        (lambda text: text.replace(b'"kind":"rows"', b'"kind":"rows","who":"Hoa"'), Reason.BUNDLE_CHANGED),
        (lambda _: b"[" * 100_000, Reason.BUNDLE_CHANGED),
    ],
)
def test_a_label_in_another_spelling_is_refused_though_it_is_signed(
    tmp_path: Path, change: Any, reason: Reason
) -> None:
    found = members_of(write_day(tmp_path).path)
    text = change(b64decode(json.loads(found["label.json"])["payload"]))
    label = dsse.encoded(dsse.sign(dsse.LABEL, text, COUNTER)).encode()
    assert refusal(stored(tmp_path / "b", label, found["payload.age"])) is reason


def test_a_label_that_another_key_signed_in_the_senders_name_is_refused(tmp_path: Path) -> None:
    found = members_of(write_day(tmp_path).path)
    envelope = json.loads(found["label.json"])
    forged = dsse.sign(dsse.LABEL, b64decode(envelope["payload"]), SOMEBODY_ELSE)
    forged["signatures"][0]["keyid"] = COUNTER.public
    assert refusal(stored(tmp_path / "b", dsse.encoded(forged).encode(), found["payload.age"])) is Reason.BUNDLE_CHANGED


def test_another_payload_under_a_true_label_is_refused(tmp_path: Path) -> None:
    found = members_of(write_day(tmp_path).path)
    other = bytearray(found["payload.age"])
    other[-1] ^= 1
    assert refusal(stored(tmp_path / "b", found["label.json"], bytes(other))) is Reason.BUNDLE_CHANGED

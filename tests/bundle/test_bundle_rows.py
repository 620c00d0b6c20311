"""What goes into a bundle comes out of it, for whom it is meant, and nobody is named on the outside."""

from __future__ import annotations

import json
import tarfile
from base64 import b64decode
from typing import TYPE_CHECKING

import pytest
from tests.bundle.made import COUNTER, HUB, REPLICA, SOMEBODY_ELSE, VECTOR, a_day, frozen, receive, refs_of, write_day

from communedb.domain.refusal import Reason, Refused
from communedb.files.age import Identity
from communesync.bundle.read import open_bundle

if TYPE_CHECKING:
    from pathlib import Path


def test_a_day_arrives_as_it_was_written(tmp_path: Path) -> None:
    written = write_day(tmp_path)
    received = receive(written.path)
    assert received.documents == {"vector": VECTOR}
    assert received.segments == frozen(a_day())
    assert written.segments == 2
    assert [file.name for file in tmp_path.iterdir()] == [f"{written.digest[:32]}.bundle"]
    assert written.path.stat().st_size == written.size


def test_a_bundle_may_hold_documents_only(tmp_path: Path) -> None:
    received = receive(write_day(tmp_path, segments=[]).path)
    assert received == ({"vector": VECTOR}, [])


def test_the_outside_names_keys_and_replicas_and_no_person(tmp_path: Path) -> None:
    path = write_day(tmp_path).path
    with tarfile.open(path) as tar:
        label = tar.extractfile("label.json")
        assert label is not None
        facts = json.loads(b64decode(json.load(label)["payload"]))
    assert facts["from"] == {"key": COUNTER.public, "replica": REPLICA}
    assert facts["to"] == [SOMEBODY_ELSE.public]
    assert [(s["first"], s["last"]) for s in facts["segments"]] == [(1, 4), (5, 7)]
    assert facts.keys() == {"format", "version", "kind", "from", "to", "segments", "payload", "made_at"}
    for person in ("Hoa", "0905123456", "01a214c8-26e5-7393-a5e7-fc9fa540faff"):
        assert person.encode() not in path.read_bytes()
        assert person not in json.dumps(facts)


def test_who_is_not_a_reader_is_told_so(tmp_path: Path) -> None:
    path = write_day(tmp_path).path
    with pytest.raises(Refused) as refused:
        receive(path, identity=Identity.generate())
    assert refused.value.reason is Reason.BUNDLE_NOT_FOR_US
    assert refused.value.facts == {"name": path.name}


def test_a_sender_that_nobody_enrolled_is_told_apart_from_damage(tmp_path: Path) -> None:
    path = write_day(tmp_path).path
    with pytest.raises(Refused) as refused:
        receive(path, known=frozenset({SOMEBODY_ELSE.public}))
    assert refused.value.reason is Reason.BUNDLE_SENDER_UNKNOWN


def test_nothing_is_handed_out_before_the_sender_was_verified(tmp_path: Path) -> None:
    bundle = open_bundle(write_day(tmp_path).path)
    with pytest.raises(ValueError, match="not verified"):
        bundle.rows(HUB, on_document=lambda *_: None, on_segment=lambda _: None)


def test_what_the_taker_raises_comes_out_unchanged(tmp_path: Path) -> None:
    class DiskGoneError(Exception):
        pass

    def fail(_: object) -> None:
        raise DiskGoneError

    bundle = open_bundle(write_day(tmp_path).path)
    bundle.verify({COUNTER.public})
    with pytest.raises(DiskGoneError):
        bundle.rows(HUB, on_document=lambda *_: None, on_segment=fail)


def test_cancelled_while_writing_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        write_day(tmp_path, cancelled=lambda: True)
    assert refused.value.reason is Reason.EXCHANGE_CANCELLED
    assert list(tmp_path.iterdir()) == []


def test_cancelled_while_reading_the_bundle_stays(tmp_path: Path) -> None:
    bundle = open_bundle(write_day(tmp_path).path)
    bundle.verify({COUNTER.public})
    with pytest.raises(Refused) as refused:
        bundle.rows(HUB, on_document=lambda *_: None, on_segment=lambda _: None, cancelled=lambda: True)
    assert refused.value.reason is Reason.EXCHANGE_CANCELLED


def test_progress_ends_at_the_whole(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    written = write_day(tmp_path, progress=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] == open_bundle(written.path).label.payload.size
    told.clear()
    open_bundle(written.path).verify({COUNTER.public}, progress=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1]


def test_segments_that_the_label_does_not_name_are_not_written(tmp_path: Path) -> None:
    segments = frozen(a_day())
    with pytest.raises(ValueError, match="segments"):
        write_day(tmp_path, segments, refs=refs_of(segments[::-1]))
    assert list(tmp_path.iterdir()) == []

"""Attachments travel in bundles of their own, in parts as large as there is room for."""

from __future__ import annotations

import io
from hashlib import sha256
from random import Random
from typing import TYPE_CHECKING

import pytest
from tests.bundle import foreign_reader
from tests.bundle.made import AT, COUNTER, HUB, REPLICA

from communesync.bundle.read import open_bundle
from communesync.bundle.write import Source, Written, write_files

if TYPE_CHECKING:
    from pathlib import Path

    from communesync.bundle.lines import Part

SCAN = Random(1).randbytes(300_000)
FORM = b"%PDF-1.7 a blank form"
EMPTY = b""


def source(content: bytes, offset: int = 0) -> Source:
    return Source(sha256(content).hexdigest(), len(content), offset, io.BytesIO(content[offset:]))


def send(folder: Path, files: list[Source], max_size: int = 1 << 30) -> Written:
    return write_files(
        folder, sender=COUNTER, sender_replica=REPLICA, recipients=[HUB.recipient], to=[], at=AT, files=files,
        max_size=max_size,
    )  # fmt: skip


def receive(path: Path, store: dict[str, bytearray]) -> None:
    def take(part: Part, at: int, chunk: bytes) -> None:
        whole = store.setdefault(part.digest, bytearray(part.size))
        whole[at : at + len(chunk)] = chunk

    bundle = open_bundle(path)
    bundle.verify({COUNTER.public})
    bundle.files(HUB, on_bytes=take)


def test_several_files_arrive_in_one_bundle(tmp_path: Path) -> None:
    written = send(tmp_path, [source(SCAN), source(EMPTY), source(FORM)])
    store: dict[str, bytearray] = {}
    receive(written.path, store)
    assert store == {sha256(content).hexdigest(): content for content in (SCAN, EMPTY, FORM)}
    assert [part.length for part in written.parts] == [len(SCAN), 0, len(FORM)]


def test_a_file_larger_than_a_bundle_goes_on_in_the_next(tmp_path: Path) -> None:
    store: dict[str, bytearray] = {}
    offset, bundles = 0, 0
    while offset < len(SCAN):
        written = send(tmp_path, [source(SCAN, offset), source(FORM)], max_size=120_000)
        assert written.size <= 120_000
        receive(written.path, store)
        offset += written.parts[0].length
        bundles += 1
    assert bundles == 3
    assert store[sha256(SCAN).hexdigest()] == SCAN
    assert sha256(FORM).hexdigest() in store


def test_the_label_names_no_file(tmp_path: Path) -> None:
    written = send(tmp_path, [source(FORM)])
    assert open_bundle(written.path).label.segments == []
    assert sha256(FORM).hexdigest().encode() not in written.path.read_bytes()


def test_a_file_that_became_shorter_leaves_no_bundle(tmp_path: Path) -> None:
    short = Source(sha256(SCAN).hexdigest(), len(SCAN), 0, io.BytesIO(SCAN[:-1]))
    with pytest.raises(ValueError, match="shorter"):
        send(tmp_path, [short])
    assert list(tmp_path.iterdir()) == []


def test_a_bundle_of_files_is_not_read_as_rows(tmp_path: Path) -> None:
    bundle = open_bundle(send(tmp_path, [source(FORM)]).path)
    bundle.verify({COUNTER.public})
    with pytest.raises(ValueError, match="other kind"):
        bundle.rows(HUB, on_document=lambda *_: None, on_segment=lambda _: None)


def test_a_stranger_reads_the_parts(tmp_path: Path) -> None:
    written = send(tmp_path, [source(SCAN), source(FORM)])
    found = foreign_reader.read(written.path, COUNTER.public, HUB.secret_text)
    assert [part["bytes"] for part in found["parts"]] == [SCAN, FORM]

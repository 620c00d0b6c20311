"""The test vectors say what both readers find: ours, and the one written from the page alone."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from tests.bundle import foreign_reader

from communedb.domain.refusal import Refused
from communedb.files.age import Identity
from communesync.bundle.read import open_bundle

VECTORS = Path(__file__).parents[2] / "sync" / "vectors"
LISTED = json.loads((VECTORS / "vectors.json").read_text(encoding="utf-8"))
SENDER = LISTED["keys"]["sender"]["public"]
READER = LISTED["keys"]["reader"]["identity"]
REFUSED = {name: found["refused"] for name, found in LISTED["bundles"].items() if "refused" in found}


def read(name: str, identity: str = READER) -> dict[str, Any]:
    found: dict[str, Any] = {"documents": {}, "segments": [], "parts": {}}
    bundle = open_bundle(VECTORS / f"{name}.bundle")
    bundle.verify({SENDER})
    if bundle.label.kind == "rows":
        bundle.rows(Identity(identity), on_document=found["documents"].__setitem__, on_segment=found["segments"].append)
    else:
        bundle.files(
            Identity(identity),
            on_bytes=lambda part, _, chunk: found["parts"].update({part: found["parts"].get(part, b"") + chunk}),
        )
    return found


def test_rows() -> None:
    expected, ours = LISTED["bundles"]["rows"], read("rows")
    stranger = foreign_reader.read(VECTORS / "rows.bundle", SENDER, READER)
    assert ours["documents"] == stranger["documents"] == expected["documents"]
    for segment, theirs, right in zip(ours["segments"], stranger["segments"], expected["segments"], strict=True):
        assert segment.digest == theirs["digest"] == right["digest"]
        assert [line._asdict() for line in segment.lines] == theirs["lines"] == right["lines"]


def test_every_way_of_packing_occurs() -> None:
    lines = foreign_reader.decrypt(foreign_reader.read_label(VECTORS / "rows.bundle", SENDER)[1], READER).splitlines()
    blocks = [found["block"] for line in lines if "block" in (found := json.loads(line))]
    ways = {way for block in blocks for table in block["tables"] for _, packed in table["columns"] for way in packed}
    ways |= {way for block in blocks for field in block.values() if isinstance(field, dict) for way in field}
    assert any(block["whole"] and block["keys"]["others"] for block in blocks)


def test_files() -> None:
    expected, ours = LISTED["bundles"]["files"], read("files")
    stranger = foreign_reader.read(VECTORS / "files.bundle", SENDER, READER)
    found = [part._asdict() | {"sha256_of_bytes": sha256(data).hexdigest()} for part, data in ours["parts"].items()]
    assert found == expected["parts"]
    assert [sha256(part.pop("bytes")).hexdigest() for part in stranger["parts"]] == [
        part["sha256_of_bytes"] for part in expected["parts"]
    ]


@pytest.mark.parametrize(("name", "reason"), REFUSED.items())
def test_what_must_be_refused(name: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        read(name)
    assert refused.value.reason.value == reason


def test_who_is_not_a_reader() -> None:
    with pytest.raises(Refused) as refused:
        read("rows", LISTED["keys"]["not_a_reader"]["identity"])
    assert refused.value.reason.value == "bundle_not_for_us"

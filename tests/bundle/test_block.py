"""A block gives back the lines it was made of, whatever they say."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bundle.made import a_day

from communedb.journal.segment import Line
from communesync.bundle import block

_texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
_values = st.one_of(
    st.none(), st.integers(-(2**63), 2**63 - 1), st.integers(0, 3), _texts, st.sampled_from(["", "|", '","b":', "%s"]),
    st.sampled_from(["2026-11-23T01:00:00Z", "2026-02-30T01:00:00Z", "0905123456", "H57-00007", "H57-00008"]),
    st.uuids(version=4).map(str), st.integers(0, 2**32 - 1).map("01a214c4-07b5-7398-82b4-a76c{:08x}".format),
)  # fmt: skip
_names = st.one_of(st.sampled_from(["a", "b", "note", "%", '"', ""]), _texts)
_written_by_a_trigger = st.dictionaries(_names, _values, max_size=5).map(
    lambda found: json.dumps(found, ensure_ascii=False, separators=(",", ":"))
)
_anything = st.sampled_from(
    ["", "{", "}", "{}", "[]", "12", '{"a":1}', '{"a": 1}', '{"a":1,"a":2}', '{"a":1.0}', '{"a":true}', '{"a":[1]}',
     '{"a":"\\u0061"}', '{"a":1e3}', '{"a":-0}', '{"a":"x}', '{y"}', '{"b":1},{"c":2}', '{"a":"\ue0c0"}',
     '{"a":123456789012345678901234567890}', '{"a":NaN}', '{"a":"\\ud800"}', '{"a":"\\/"}', '{"a":"\x7f"}'],
)  # fmt: skip
_lines = st.lists(
    st.builds(
        Line,
        number=st.integers(1, 2**53),
        clock=st.integers(0, 2**62),
        officer=_texts,
        table=st.sampled_from(["dossier", "event", "bảng mới"]),
        row=st.one_of(_texts, st.integers(0, 40).map("01a214c4-07b5-7398-82b4-a76c{:08x}".format)),
        changes=st.one_of(_written_by_a_trigger, _anything, _texts),
        seen=st.integers(0, 2**53),
        heads=st.sampled_from(["{}", '{"r":[1,"ab"]}', "không"]),
        replaces=st.sampled_from(["", '[["r",4]]']),
    ),
    min_size=1,
    max_size=12,
)


def through_json(packed: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(packed, ensure_ascii=False))
    return found


@settings(max_examples=150, deadline=None)
@given(_lines)
def test_any_lines_come_back_to_the_byte(lines: list[Line]) -> None:
    assert block.unpack(through_json(block.pack(lines))) == lines


def test_a_day_packs_to_columns_that_say_what_is_alike_only_once() -> None:
    day = a_day(dossiers=100)
    packed = block.pack(day)
    assert block.unpack(through_json(packed)) == day
    dossier, event = (dict(table["columns"]) for table in packed["tables"])
    assert event["clock"] == {"clock": True}
    assert event["entered_at"] == {"like": 3}
    assert event["happened_at"] == {"after": [0] * 100}
    assert event["kind"] == {"all": "received"}
    assert event["dossier"].keys() == {"keys"}
    assert dossier["code"] == {"serial": ["H57-19867-00", 3, [1] * 100]}
    assert packed["whole"] == []


def test_two_keys_in_one_text_are_no_key() -> None:
    key = "01a214c4-07b5-7398-82b4-a76c39dc6374"
    line = a_day()[0]._replace(row=f"{key},{key}", changes=f'{{"dossier":"{key},{key}"}}')
    assert block.unpack(through_json(block.pack([line]))) == [line]


def test_what_the_triggers_never_write_travels_whole() -> None:
    line = a_day()[0]._replace(changes='{"a": 1}')
    assert block.pack([line])["whole"] == ['{"a": 1}']


@pytest.mark.parametrize(
    "harm",
    [
        {"shape": ""},
        {"shape": [-1] * 7},
        {"shape": "A" * 4097},
        {"number": {"list": [True] * 7}},
        {"officer": {"all": 7}},
        {"row": [1] * 6},
        {"others": 3},
        {"tables": []},
    ],
)
def test_a_block_that_was_never_packed_is_an_error_that_the_reader_knows(harm: dict[str, Any]) -> None:
    packed = block.pack(a_day()) | harm
    if harm.keys() == {"others"}:
        packed["keys"] |= harm
    with pytest.raises((ValueError, TypeError, LookupError, AttributeError, OverflowError)):
        block.unpack(packed)


def test_one_text_repeated_in_every_line_is_refused_before_the_lines_are_made() -> None:
    packed = block.pack([a_day()[0]] * 4096)
    for column in packed["tables"][0]["columns"]:
        column[1] = {"all": "x" * 40_000}
    with pytest.raises(ValueError, match="characters"):
        block.unpack(packed)

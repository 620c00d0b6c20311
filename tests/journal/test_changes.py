"""The changes of lines, read many at once: whatever arrives, each line is read as it would be alone."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.journal.changes import BETWEEN, parse_all, parse_changes

# A number beyond 64 bits is poison however it is read: see `test_foreign_lines`.
_NUMBERS = st.integers(-(2**63), 2**64 - 1)
_OBJECTS = st.dictionaries(st.text(), st.none() | _NUMBERS | st.text(), max_size=4)
_TEXTS = st.one_of(
    _OBJECTS.map(lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":"))),
    _OBJECTS.map(json.dumps),
    st.text('{}[]":,\\ud8001a \n' + BETWEEN, max_size=12),
)


@given(st.lists(_TEXTS, max_size=8))
def test_given_any_texts_then_many_at_once_are_read_as_each_alone(texts):
    assert parse_all(texts) == [parse_changes(text) for text in texts]


@pytest.mark.parametrize(
    "texts",
    [
        ['{"name":"Nguyễn Thị Lựu"}', ' {"name":"khoảng trắng trước"}'],
        ['{"a":1},{"b":2}', '{"c":3}'],
        [f'{{"a":1}},"{BETWEEN}",{{"b":2}}', '{"c":3}'],
        ['{"a":[1', "2]}"],
        ['{"a":"x', 'y"}'],
        ['{"note":"\\ud800"}', '{"note":"hai nửa \\ud83d\\ude00"}'],
        ['{"a":' + "[" * 300 + "]" * 300 + "}", '{"b":1}'],
        ['{"amount":' + "9" * 5000 + "}", '{"b":1}'],
        ["[]", "null", "", "{}"],
    ],
    ids=[
        "space before", "two in one", "the separator within", "two that make one", "a text over two", "half a pair",
        "deep", "a number too long", "no objects",
    ],
)  # fmt: skip
def test_given_texts_made_to_mislead_then_none_lends_its_place_to_another(texts):
    assert parse_all(texts) == [parse_changes(text) for text in texts]

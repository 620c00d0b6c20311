"""The units of Vietnam and how an officer finds one."""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.reference.units import Unit, UnitKind, find_units, units

ALL = units()
BY_CODE = {unit.code: unit for unit in ALL}


def test_the_country_has_34_provinces_and_3321_communes() -> None:
    kinds = Counter(unit.kind for unit in ALL)
    assert kinds[UnitKind.PROVINCE] == 34
    assert kinds[UnitKind.COMMUNE] + kinds[UnitKind.WARD] + kinds[UnitKind.SPECIAL_ZONE] == 3321
    assert len(BY_CODE) == len(ALL)


def test_hue_has_40_communes() -> None:
    assert sum(unit.province == "46" for unit in ALL) == 40


def test_quang_dien_is_a_commune_of_hue() -> None:
    unit = BY_CODE["19867"]
    assert (unit.name, unit.kind, unit.province, unit.province_name) == (
        "Xã Quảng Điền",
        UnitKind.COMMUNE,
        "46",
        "Thành phố Huế",
    )
    assert unit.full_name == "Xã Quảng Điền, Thành phố Huế"


def test_codes_keep_their_zeros_and_names_their_kind() -> None:
    assert BY_CODE["00070"].name == "Phường Hoàn Kiếm"
    assert BY_CODE["01"].full_name == "Thành phố Hà Nội"
    assert BY_CODE["04"].full_name == "Tỉnh Cao Bằng"
    assert {unit.name.split()[0] for unit in ALL} == {"Xã", "Phường", "Đặc", "Tỉnh", "Thành"}
    assert {len(unit.code) for unit in ALL if unit.province} == {5}


def test_every_commune_follows_its_province() -> None:
    province = ""
    for unit in ALL:
        if unit.kind is UnitKind.PROVINCE:
            province = unit.code
        else:
            assert unit.province == province
            assert unit.province_name == BY_CODE[province].name


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("19867", "19867"),
        ("46", "46"),
        ("00070", "00070"),
        ("Quảng Điền", "19867"),
        ("quang dien", "19867"),
        ("QUANG DIEN", "19867"),
        ("quang dien hue", "19867"),
        ("hue quang dien", "19867"),
        ("Xã Quảng Điền, Thành phố Huế", "19867"),
        ("x quang dien", "19867"),
        ("q d hue", "19867"),
        ("  quảng   điền ", "19867"),
        (unicodedata.normalize("NFD", "Quảng Điền"), "19867"),
        ("hue", "46"),
        ("tp hue", "46"),
        ("Huế", "46"),
        ("p. hoan kiem", "00070"),
        ("hoan kiem ha noi", "00070"),
    ],
)
def test_a_unit_is_found_by_a_few_letters(typed: str, first: str) -> None:
    assert find_units(ALL, typed, limit=40)[0].code == first


@pytest.mark.parametrize("typed", ["ea hleo", "Ea H'leo", "ea h’leo"])
def test_apostrophes_may_be_left_out(typed: str) -> None:
    assert find_units(ALL, typed)[0].full_name == "Xã Ea H’leo, Tỉnh Đắk Lắk"


@pytest.mark.parametrize("typed", ["", "   ", "…", "'", "không có xã này", "[red]", "999999", "%_\x00"])
def test_what_names_no_unit_finds_none(typed: str) -> None:
    assert find_units(ALL, typed) == []


def test_a_begun_code_lists_its_units_in_their_order() -> None:
    found = find_units(ALL, "1986")
    assert found
    assert all(unit.code.startswith("1986") for unit in found)


def test_numbered_communes_are_told_apart_by_their_number() -> None:
    assert [unit.name for unit in find_units(ALL, "a luoi 3")] == ["Xã A Lưới 3"]


def test_namesakes_are_all_listed_and_stand_before_longer_names() -> None:
    found = find_units(ALL, "tan phu", limit=100)
    namesakes = [unit for unit in ALL if unit.name in {"Xã Tân Phú", "Phường Tân Phú"}]
    assert len(namesakes) > 1
    assert set(found[: len(namesakes)]) == set(namesakes)


@given(st.sampled_from(ALL), st.booleans())
def test_every_unit_is_found_by_its_full_name_with_or_without_marks(unit: Unit, decomposed: bool) -> None:
    typed = unicodedata.normalize("NFD", unit.full_name) if decomposed else unit.full_name
    assert unit in find_units(ALL, typed, limit=60)
    assert unit in find_units(ALL, unit.all_words, limit=60)
    assert find_units(ALL, unit.code, limit=1) == [unit]


@given(st.text(max_size=30))
def test_any_text_is_answered_within_the_limit(typed: str) -> None:
    assert len(find_units(ALL, typed, limit=5)) <= 5


def test_typing_a_name_narrows_the_list() -> None:
    sizes = [len(find_units(ALL, "quang dien hue"[:end], limit=9_999)) for end in range(1, 15)]
    assert all(later <= sooner for sooner, later in pairwise(sizes))


def test_a_key_takes_no_noticeable_time() -> None:
    """5 ms a key on the desk's PC; allowed four times as long, for a busy machine."""
    keys = ["q", "qu", "qua", "quan", "quang", "quang d", "quang dien", "quang dien hue"]
    began = process_time()
    for _ in range(5):
        for key in keys:
            find_units(ALL, key)
    assert (process_time() - began) / (5 * len(keys)) < 0.020

"""A scanner is told from an officer by what and how it types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.domain.codes import looks_like_code
from communedb.domain.idcard import read_card
from communetui.scanning import Scanner, Stroke

CARD = "046090012345||Nguyễn Văn A|01011990|Nam|Thôn 1, Quảng Phước|01012021"


def is_card(text: str) -> bool:
    return read_card(text) is not None


def typing(scanner: Scanner[str], text: str, every: float, start: float = 0.0) -> float:
    time = start
    for character in text:
        time += every
        scanner.typed(Stroke(character, time, "field", f"before {character}"))
    return time


@pytest.fixture
def scanner() -> Scanner[str]:
    return Scanner(is_card, lambda text: text.startswith("H57."))


@pytest.mark.parametrize("every", [0.0, 0.01, 0.5])
def test_given_a_card_at_any_speed_when_enter_comes_then_it_is_a_scan(scanner, every):
    typing(scanner, CARD, every)

    scan = scanner.entered()

    assert scan is not None
    assert (scan.text, scan.card) == (CARD, True)


@pytest.mark.parametrize(
    "card",
    [
        "046090012345|||||||",
        "046090012345|191234567|Lê Thị Bưởi|31121975|Nữ|Huế|01012021||||",
        "]Q1046090012345||TRAN VAN B|01011960|Nam|Quang Dien|",
        "046090012345||A|B|C|D|E|F|G|H|I|J",
    ],
)
def test_given_empty_missing_or_extra_fields_when_a_card_is_scanned_then_it_is_still_one(scanner, card):
    typing(scanner, card, 0.001)

    assert scanner.entered().text == card


@given(before=st.text(st.characters(categories=("Ll", "Lu")), max_size=20))
def test_given_any_letters_typed_before_when_a_card_is_scanned_then_only_the_card_is_taken(before):
    scanner: Scanner[str] = Scanner(is_card, lambda _text: False)
    typing(scanner, before, 0.3)
    typing(scanner, CARD, 0.001)

    scan = scanner.entered()

    assert scan.text == CARD
    assert scan.strokes[0].before == "before 0"


def test_given_a_code_when_it_comes_too_fast_for_a_hand_then_it_is_a_scan(scanner):
    end = typing(scanner, "tìm ", 0.2)
    typing(scanner, "H57.12-261123-0007", 0.01, start=end + 0.3)

    scan = scanner.entered()

    assert (scan.text, scan.card, len(scan.strokes)) == ("H57.12-261123-0007", False, 18)


def test_given_a_code_when_a_hand_types_it_then_it_is_no_scan(scanner):
    typing(scanner, "H57.12-261123-0007", 0.12)

    assert scanner.entered() is None


@pytest.mark.parametrize("text", ["", "a|b|c|d|e|f", "0460900123", "Nguyễn Văn A", "046090012345|", "|||||"])
def test_given_other_text_however_fast_when_enter_comes_then_it_is_no_scan(scanner, text):
    typing(scanner, text, 0.001)

    assert scanner.entered() is None


def test_given_an_input_method_when_it_replaces_letters_then_the_scan_reads_as_the_field_did(scanner):
    typing(scanner, "046090012345||Le", 0.001)
    scanner.erased()
    typing(scanner, "ê|1|2|", 0.001)

    assert scanner.entered().text == "046090012345||Lê|1|2|"


def test_given_another_key_in_between_when_enter_comes_then_what_was_before_is_forgotten(scanner):
    typing(scanner, CARD, 0.001)
    scanner.forget()

    assert scanner.entered() is None


def test_given_a_very_long_burst_when_it_goes_on_then_memory_does_not_grow(scanner):
    typing(scanner, "x" * 5_000, 0.001)
    typing(scanner, CARD, 0.001)

    assert scanner.entered().text == CARD


def test_given_no_field_takes_text_when_a_busy_pc_tears_a_code_apart_then_it_is_still_a_scan(scanner):
    for time, character in enumerate("xH57.19867-261123-0016"):
        scanner.typed(Stroke(character, float(time), "list", None))

    assert scanner.entered().text == "H57.19867-261123-0016"


@pytest.mark.parametrize(
    ("place", "wait", "told"),
    [
        (None, 0.3, "19867.01-261123-0012"),
        (None, 3.0, "867.01-261123-0012"),
        ("what stood in a field", 0.3, "867.01-261123-0012"),
    ],
    ids=["torn where no text is taken", "long before by hand", "in a field, where a hand may have typed it"],
)
def test_given_a_code_whose_rest_looks_like_a_code_too_when_it_is_torn_then_it_is_read_whole(place, wait, told):
    """A busy PC reads the first two characters, and the others later in one go."""
    scanner: Scanner[str] = Scanner(is_card, looks_like_code)
    for character in "19":
        scanner.typed(Stroke(character, 0.0, "list", place))
    for character in "867.01-261123-0012":
        scanner.typed(Stroke(character, wait, "list", place))

    assert scanner.entered().text == told


def test_given_a_field_when_a_code_is_typed_by_hand_then_it_stays_there(scanner):
    typing(scanner, "H57.19867-261123-0016", 0.2)

    assert scanner.entered() is None

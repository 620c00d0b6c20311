"""The QR of an ID card as scanners type it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.domain.birth import BirthDate
from communedb.domain.idcard import CARD_LIMIT, looks_like_card, read_card
from communedb.domain.identity import Sex

CARD = "046090012345||Nguyễn Văn A|01011990|Nam|Thôn 1, Quảng Phước, Quảng Điền, Thừa Thiên Huế|01012021"
FIELDS = CARD.split("|")
DATES_AND_NUMBERS = {"number", "birth", "sex", "issued"}


def test_a_card_is_read_with_numbers_sure_and_words_to_check() -> None:
    card = read_card(CARD)
    assert card is not None
    assert card.number == "046090012345"
    assert card.old_number is None
    assert card.name == "Nguyễn Văn A"
    assert card.birth == BirthDate(1990, 1, 1)
    assert card.sex is Sex.MALE
    assert card.address == "Thôn 1, Quảng Phước, Quảng Điền, Thừa Thiên Huế"
    assert card.issued == BirthDate(2021, 1, 1)
    assert card.sure == DATES_AND_NUMBERS
    assert card.to_check == {"name", "address"}


@pytest.mark.parametrize(
    ("scanned", "name", "address", "sure"),
    [
        # An old number, and fields that newer cards add.
        (
            "046190012345|191234567|Trần Thị B|02031990|Nữ|Sịa|15082022|Trần Văn C|Lê Thị D",
            "Trần Thị B",
            "Sịa",
            {*DATES_AND_NUMBERS, "old_number"},
        ),
        # A scanner without marks.
        ("046190012345||Tran Thi B|02031990|Nu|Thi tran Sia|15082022", "Tran Thi B", "Thi tran Sia", DATES_AND_NUMBERS),
        # VNI was on: "Lô A12" lost a digit to a mark, a mark of the name is gone.
        (
            "046190012345||Trần Thi Hoa|02031990|Nữ|Lô Á2, tổ 5Á|15082022",
            "Trần Thi Hoa",
            "Lô Á2, tổ 5Á",
            DATES_AND_NUMBERS,
        ),
        # The word for the sex is unreadable: the number tells, but it is to be checked.
        ("046190012345||Trần Thị B|02031990|N?|Sịa|15082022", "Trần Thị B", "Sịa", {"number", "birth", "issued"}),
        # Only the year of birth is known.
        ("046145000123||Hồ Thị Mại|1945|Nữ|Sịa|15082022", "Hồ Thị Mại", "Sịa", DATES_AND_NUMBERS),
        # A decoder that leaves out the empty field, and one that announces the kind of code.
        ("046190012345|Trần Thị B|02031990|Nữ|Sịa|15082022", "Trần Thị B", "Sịa", DATES_AND_NUMBERS),
        ("]Q1046190012345||Trần Thị B|02031990|Nữ|Sịa|15082022\r", "Trần Thị B", "Sịa", DATES_AND_NUMBERS),
        # Dates that cannot be, or lost a digit, are left empty.
        ("046190012345||Trần Thị B|30021990|Nữ|Sịa|1508202", "Trần Thị B", "Sịa", {"number", "sex"}),
        # Empty and missing fields.
        ("046190012345||Trần Thị B|", "Trần Thị B", "", {"number"}),
        ("046190012345||||||", "", "", {"number"}),
    ],
)
def test_cards_as_they_really_arrive(scanned: str, name: str, address: str, sure: set[str]) -> None:
    card = read_card(scanned)
    assert card is not None
    assert (card.name, card.address, card.sure) == (name, address, sure)
    assert card.sex in {Sex.FEMALE, None}


@pytest.mark.parametrize("bar", list(r"\~'#*$µ;°Ç¦｜"))
def test_a_bar_that_another_keyboard_layout_makes_another_character_is_seen_through(bar: str) -> None:
    assert looks_like_card(bar.join(FIELDS)[:14])
    assert read_card(bar.join(FIELDS)) == read_card(CARD)


def test_a_name_and_an_address_with_that_character_come_through_whole() -> None:
    card = read_card("066190012345''H'Hen Niê'02031990'Nữ'Buôn 1, Cư M'gar, Đắk Lắk'15082022")
    assert card is not None
    assert (card.name, card.address) == ("H'Hen Niê", "Buôn 1, Cư M'gar, Đắk Lắk")
    assert card.issued == BirthDate(2022, 8, 15)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "046090012345",
        "046090012345 Nguyễn Văn A",
        "19867.01-261123-0001",
        "000.00.00.H57-250701-0001",
        "191234567||Nguyễn Văn A|01011990",
        "0460900123456||Nguyễn Văn A|01011990",
        "046090012345,,Nguyễn Văn A,01011990,Nam,Thôn 1,01012021",
        "046090012345--Nguyễn Văn A-01011990-Nam",
        "số 046090012345||Nguyễn Văn A",
    ],
)
def test_what_an_officer_types_is_no_card(typed: str) -> None:
    assert not looks_like_card(typed)
    assert read_card(typed) is None


def test_a_card_is_recognised_from_its_first_bar_and_read_when_it_has_its_name() -> None:
    assert next(length for length in range(len(CARD)) if looks_like_card(CARD[:length])) == len("046090012345|")
    assert read_card("046090012345|") is None
    assert read_card("046090012345##Nguyễn Văn A#") is None


def test_a_flood_of_characters_is_no_card() -> None:
    assert read_card(CARD + "|" * CARD_LIMIT) is None
    assert read_card("046090012345|" * 1_000_000) is None


@given(st.one_of(st.text(), st.lists(st.text(), max_size=12).map(lambda rest: "|".join(["046090012345", *rest]))))
def test_no_text_makes_reading_fail(text: str) -> None:
    card = read_card(text)
    if card is not None:
        assert looks_like_card(text)
        named = {"old_number", "name", "birth", "sex", "address", "issued"}
        assert card.sure | card.to_check == {"number"} | {field for field in named if getattr(card, field)}
        assert not card.sure & card.to_check


@given(st.data())
def test_whatever_happens_to_the_words_the_numbers_of_a_card_are_kept(data: st.DataObject) -> None:
    word = st.text(st.characters(exclude_characters="|¦｜", exclude_categories=["Nd"]), max_size=40)
    fields = [FIELDS[0], "191234567", data.draw(word), FIELDS[3], data.draw(word), data.draw(word), FIELDS[6]]
    card = read_card("|".join(fields))
    assert card is not None
    assert (card.number, card.old_number) == ("046090012345", "191234567")
    assert (card.birth, card.issued) == (BirthDate(1990, 1, 1), BirthDate(2021, 1, 1))
    assert card.sure >= {"number", "old_number", "birth", "issued"}

"""Personal numbers, names and dates of birth."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.domain.birth import EARLIEST_YEAR
from communedb.domain.birthplace import PROVINCES
from communedb.domain.finding import FindingCode
from communedb.domain.identity import (
    BirthDate,
    IdKind,
    IdNumber,
    Sex,
    clean_name,
    facts_of,
    id_findings,
    parse_birth,
    parse_id_number,
)
from communedb.domain.refusal import Reason, Refused

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "number", "kind"),
    [
        ("046090012345", "046090012345", IdKind.CITIZEN12),
        (" 046 090 012 345 ", "046090012345", IdKind.CITIZEN12),
        ("046.090.012.345", "046090012345", IdKind.CITIZEN12),
        ("046-090\u00a0012345", "046090012345", IdKind.CITIZEN12),
        ("191234567", "191234567", IdKind.OLD9),
        ("191 234 567", "191234567", IdKind.OLD9),
        ("C1234567", "C1234567", IdKind.PASSPORT),
        ("b 1234567", "B1234567", IdKind.PASSPORT),
        ("PA0123456", "PA0123456", IdKind.PASSPORT),
        ("C01X00T47", "C01X00T47", IdKind.PASSPORT),
    ],
)
def test_numbers_are_taken_with_or_without_separators(typed: str, number: str, kind: IdKind) -> None:
    assert parse_id_number(typed) == IdNumber(number, kind)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", Reason.ID_NUMBER_MISSING),
        (" .- ", Reason.ID_NUMBER_MISSING),
        ("04609001234O", Reason.ID_NUMBER_NOT_DIGITS),
        ("19123456O", Reason.ID_NUMBER_NOT_DIGITS),
        ("C12345678901", Reason.ID_NUMBER_NOT_DIGITS),
        ("Nguyễn Văn Đức", Reason.ID_NUMBER_NOT_DIGITS),
        ("Duc1990", Reason.ID_NUMBER_NOT_DIGITS),
        ("٠٤٦٠٩٠٠١٢٣٤٥", Reason.ID_NUMBER_NOT_DIGITS),
        ("04609001234", Reason.ID_NUMBER_LENGTH),
        ("0460900123456", Reason.ID_NUMBER_LENGTH),
        ("1" * 10_000_000, Reason.TEXT_TOO_LONG),
    ],
)
def test_other_numbers_are_refused_and_the_officer_is_told_why(typed: str, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        parse_id_number(typed)
    assert refused.value.reason is reason


@pytest.mark.parametrize(
    ("number", "sex", "year", "province"),
    [
        ("046090012345", Sex.MALE, 1990, "Thừa Thiên Huế"),
        ("046190012345", Sex.FEMALE, 1990, "Thừa Thiên Huế"),
        ("001203012345", Sex.MALE, 2003, "Hà Nội"),
        ("079325000001", Sex.FEMALE, 2025, "Hồ Chí Minh"),
        ("096000000001", Sex.MALE, 1900, "Cà Mau"),
        ("077501000001", Sex.FEMALE, 2101, "Bà Rịa - Vũng Tàu"),
    ],
)
def test_a_personal_number_tells_sex_year_and_province(number: str, sex: Sex, year: int, province: str) -> None:
    facts = facts_of(parse_id_number(number))
    assert (facts.sex, facts.birth_year, facts.province, facts.abroad) == (sex, year, province, False)


def test_the_63_provinces_before_the_merging_are_known() -> None:
    assert len(PROVINCES) == len(set(PROVINCES.values())) == 63


def test_a_birth_registered_abroad_is_noted_and_is_no_finding() -> None:
    number = parse_id_number("132090012345")
    assert facts_of(number).abroad
    assert id_findings(number, Sex.MALE, None) == []


def test_an_old_number_tells_nothing_and_warns_of_nothing() -> None:
    number = parse_id_number("191234567")
    assert facts_of(number).sex is facts_of(number).birth_year is None
    assert id_findings(number, Sex.FEMALE, BirthDate(1960)) == []


PLACE, SEX = FindingCode.ID_NUMBER_PLACE_UNKNOWN, FindingCode.ID_NUMBER_SEX_DIFFERS
YEAR, UNLIKELY = FindingCode.ID_NUMBER_YEAR_DIFFERS, FindingCode.ID_NUMBER_YEAR_UNLIKELY


@pytest.mark.parametrize(
    ("number", "sex", "birth", "codes"),
    [
        ("046090012345", Sex.MALE, BirthDate(1990, 1, 1), []),
        ("046090012345", Sex.MALE, BirthDate(1990), []),
        ("046090012345", None, None, []),
        ("046090012345", Sex.FEMALE, date(1990, 1, 1), [SEX]),
        ("046090012345", Sex.MALE, date(1991, 1, 1), [YEAR]),
        ("099190012345", Sex.MALE, BirthDate(1989), [SEX, YEAR, PLACE]),
        ("000090012345", None, None, [PLACE]),
        ("046490012345", None, None, [UNLIKELY]),
        ("046490012345", None, BirthDate(1990), [YEAR]),
    ],
)
def test_what_does_not_fit_warns(
    number: str, sex: Sex | None, birth: BirthDate | date | None, codes: list[FindingCode]
) -> None:
    assert [finding.code for finding in id_findings(parse_id_number(number), sex, birth)] == codes


def test_a_warning_says_what_the_number_stands_for() -> None:
    (finding,) = id_findings(parse_id_number("046090012345"), None, BirthDate(1991, 2, 3))
    assert finding.facts == {"number": "046090012345", "number_year": "1990", "year": "1991"}


@given(st.from_regex(r"\A[0-9]{12}\Z"), st.sampled_from([None, *Sex]), st.none() | st.dates())
def test_no_number_of_twelve_digits_is_ever_blocked(digits: str, sex: Sex | None, birth: date | None) -> None:
    number = parse_id_number(digits)
    told = facts_of(number)
    assert told.birth_year is not None
    assert 1900 <= told.birth_year <= 2399
    own_year = BirthDate(told.birth_year)
    assert {finding.code for finding in id_findings(number, told.sex, own_year)} <= {PLACE}
    id_findings(number, sex, birth)


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("01/02/1990", "1990-02-01", "01/02/1990"),
        ("1/2/1990", "1990-02-01", "01/02/1990"),
        ("1-2-1990", "1990-02-01", "01/02/1990"),
        ("1.2.1990", "1990-02-01", "01/02/1990"),
        ("1 2 1990", "1990-02-01", "01/02/1990"),
        (" 1 / 2 / 1990 ", "1990-02-01", "01/02/1990"),
        ("01021990", "1990-02-01", "01/02/1990"),
        ("29/02/2024", "2024-02-29", "29/02/2024"),
        ("1990-02-01", "1990-02-01", "01/02/1990"),
        ("1990-02", "1990-02", "02/1990"),
        ("2/1990", "1990-02", "02/1990"),
        ("1945", "1945", "1945"),
        ("00/00/1945", "1945", "1945"),
        ("00001945", "1945", "1945"),
        ("00/05/1945", "1945-05", "05/1945"),
        ("23/11/2026", "2026-11-23", "23/11/2026"),
        ("2026", "2026", "2026"),
    ],
)
def test_a_birth_is_taken_as_far_as_it_is_known(typed: str, kept: str, shown: str) -> None:
    birth = parse_birth(typed, TODAY)
    assert (birth.text, birth.shown) == (kept, shown)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("30/02/1990", Reason.DATE_IMPOSSIBLE),
        ("29/02/2025", Reason.DATE_IMPOSSIBLE),
        ("31/04/1990", Reason.DATE_IMPOSSIBLE),
        ("12/13/1990", Reason.DATE_IMPOSSIBLE),
        ("5/00/1990", Reason.DATE_IMPOSSIBLE),
        ("0000", Reason.DATE_IMPOSSIBLE),
        ("24/11/2026", Reason.BIRTH_IN_FUTURE),
        ("12/2026", Reason.BIRTH_IN_FUTURE),
        ("2027", Reason.BIRTH_IN_FUTURE),
        ("1/1/0199", Reason.BIRTH_TOO_LONG_AGO),
        ("", Reason.DATE_UNREADABLE),
        ("1/2/90", Reason.DATE_UNREADABLE),
        ("010290", Reason.DATE_UNREADABLE),
        ("mồng 1 Tết", Reason.DATE_UNREADABLE),
        ("1/2/1990/3", Reason.DATE_UNREADABLE),
        ("١/٢/١٩٩٠", Reason.DATE_UNREADABLE),
        ("1" * 10_000_000, Reason.TEXT_TOO_LONG),
    ],
)
def test_a_birth_that_cannot_be_is_refused(typed: str, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        parse_birth(typed, TODAY)
    assert refused.value.reason is reason


def test_without_today_no_date_is_in_the_future() -> None:
    assert parse_birth("01012099").text == "2099-01-01"


@given(st.dates(min_value=date(EARLIEST_YEAR, 1, 1), max_value=TODAY), st.sampled_from([1, 2, 3]))
def test_what_is_kept_and_what_is_shown_are_read_back_the_same(day: date, parts: int) -> None:
    birth = BirthDate(*(day.year, day.month, day.day)[:parts])
    assert parse_birth(birth.text, TODAY) == parse_birth(birth.shown, TODAY) == birth


def test_names_are_kept_in_nfc_with_single_spaces_and_their_capitals() -> None:
    assert clean_name(unicodedata.normalize("NFD", "  NGUYỄN  thị Hồng ")) == "NGUYỄN thị Hồng"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("", Reason.NAME_MISSING), (" \u200b", Reason.NAME_MISSING), ("ư" * 201, Reason.TEXT_TOO_LONG)],
)
def test_no_name_and_an_endless_name_are_refused(typed: str, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        clean_name(typed)
    assert refused.value.reason is reason

"""Phone numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communedb.domain.phone import parse_phone, show_phone
from communedb.domain.refusal import Reason, Refused


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("0905123456", "0905123456", "0905 123 456"),
        ("0905.123.456", "0905123456", "0905 123 456"),
        ("+84905123456", "0905123456", "0905 123 456"),
        ("+84 (0) 905 123 456", "0905123456", "0905 123 456"),
        ("0084 905 123 456", "0905123456", "0905 123 456"),
        ("84905123456", "0905123456", "0905 123 456"),
        ("0352-123-456", "0352123456", "0352 123 456"),
        ("(0234) 3822 222", "02343822222", "0234 3822 222"),
        ("+84 234 3822222", "02343822222", "0234 3822 222"),
        ("842438222222", "02438222222", "024 3822 2222"),
        ("028 3822 2222", "02838222222", "028 3822 2222"),
        ("19001234", "19001234", "1900 1234"),
        ("1800 599 920", "1800599920", "1800 599 920"),
    ],
)
def test_one_number_has_one_form(typed: str, kept: str, shown: str) -> None:
    assert parse_phone(typed) == kept
    assert show_phone(kept) == shown


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", Reason.PHONE_NOT_DIGITS),
        ("không có", Reason.PHONE_NOT_DIGITS),
        ("090512345O", Reason.PHONE_NOT_DIGITS),
        ("0905123456 / 0935123456", Reason.PHONE_NOT_DIGITS),
        ("+1 202 555 0100", Reason.PHONE_NOT_DIGITS),
        ("0605123456", Reason.PHONE_PREFIX_UNKNOWN),
        ("191234567", Reason.PHONE_PREFIX_UNKNOWN),
        ("046090012345", Reason.PHONE_PREFIX_UNKNOWN),
        ("090512345", Reason.PHONE_LENGTH),
        ("09051234567", Reason.PHONE_LENGTH),
        ("0234382222", Reason.PHONE_LENGTH),
        ("1900", Reason.PHONE_LENGTH),
        ("0" * 10_000_000, Reason.TEXT_TOO_LONG),
    ],
)
def test_what_is_no_vietnamese_number_is_refused(typed: str, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        parse_phone(typed)
    assert refused.value.reason is reason


@given(st.from_regex(r"\A(0[35789][0-9]{8}|02[0-9]{9}|1[89]00[0-9]{4,6})\Z"))
def test_what_is_shown_is_read_back_the_same(number: str) -> None:
    assert parse_phone(number) == parse_phone(show_phone(number)) == number
    if number.startswith("0"):
        assert parse_phone("+84" + number[1:]) == parse_phone("84" + number[1:]) == number


@given(st.text())
def test_text_of_an_import_is_shown_whole(text: str) -> None:
    assert "".join(show_phone(text).split()) == "".join(text.split())

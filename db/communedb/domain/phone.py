"""Vietnamese phone numbers."""

from __future__ import annotations

import re
from typing import Final

from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import bounded

_TYPED_LIMIT: Final = 60
_BETWEEN_DIGITS: Final = re.compile(r"[\s.\-()]+")
_COUNTRY: Final = re.compile(r"(?:\+|00)840?|84(?=[35789]\d{8}$|2\d{9}$)", re.ASCII)
_SHAPES: Final = (
    # Prefix, and the lengths that a number with it may have: mobile, landline, toll-free and shared cost.
    (re.compile(r"0[35789]"), (10,)),
    (re.compile(r"02"), (11,)),
    (re.compile(r"1[89]00"), (8, 9, 10)),
)


def parse_phone(text: str) -> str:
    """The number in national form, digits only: `0905123456`, `02343822222`, `19001234`.

    Takes `+84`, `0084` and `84` for the leading 0, and spaces, dots, hyphens or brackets between the digits. Refused
    as `PHONE_NOT_DIGITS`, `PHONE_PREFIX_UNKNOWN` or `PHONE_LENGTH` (with the `expected` digits).
    """
    typed = bounded(text.strip(), _TYPED_LIMIT)
    digits = _BETWEEN_DIGITS.sub("", typed)
    if country := _COUNTRY.match(digits):
        digits = "0" + digits[country.end() :]
    if not (digits.isascii() and digits.isdigit()):
        raise Refused(Reason.PHONE_NOT_DIGITS, typed=typed)
    for prefix, lengths in _SHAPES:
        if prefix.match(digits):
            if len(digits) in lengths:
                return digits
            expected = "-".join(str(length) for length in sorted({lengths[0], lengths[-1]}))
            raise Refused(Reason.PHONE_LENGTH, typed=typed, length=len(digits), expected=expected)
    raise Refused(Reason.PHONE_PREFIX_UNKNOWN, typed=typed)


def show_phone(number: str) -> str:
    """The number in groups, as people read it aloud: `0905 123 456`, `0234 3822 222`, `024 3822 2222`.

    Text that is no such number, as an import may bring, is shown as it is.
    """
    if not (number.isascii() and number.isdigit()):
        return number
    if number.startswith(("024", "028")) and len(number) == 11:
        return f"{number[:3]} {number[3:7]} {number[7:]}"
    if number.startswith("02") and len(number) == 11:
        return f"{number[:4]} {number[4:8]} {number[8:]}"
    if len(number) == 10:
        return f"{number[:4]} {number[4:7]} {number[7:]}"
    if number.startswith(("1800", "1900")):
        return f"{number[:4]} {number[4:]}"
    return number

"""The QR of an ID card, as a scanner types it.

`number|old number|name|birth ddmmyyyy|sex|address|issued ddmmyyyy`; the old number is mostly empty, newer cards add
fields at the end. A scanner is a keyboard, so what arrives has gone through the layout and the input method of the PC:

- Marks may be missing, and VNI or Telex may rewrite letters and the digits that follow a letter. Fields of digits alone
  have no letter before them and come through whole: they are sure. Name and address are to be checked.
- The bar is typed with Shift on a US keyboard; other layouts and a lost Shift make another character of it. One is
  taken for the bar only where a card has its first two bars and all the bars before the date of birth, and never a
  character that addresses use (comma, dot, hyphen, slash, space).
- A bar that is lost without trace is not guessed: the officer reads the card.

The address is the one of the day of issue, mostly in a unit from before July 2025: it stays text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from communedb.domain.birth import BirthDate, parse_birth
from communedb.domain.identity import Sex, facts_of, parse_id_number
from communedb.domain.refusal import Refused
from communedb.domain.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

CARD_LIMIT = 1_000
"""Characters; a card has about 150."""

_BARS: Final = "|\N{BROKEN BAR}\N{FULLWIDTH VERTICAL LINE}"
_OTHER_BARS: Final = r"\\~'\"#*$§£µ;:<>°Çç"
# `]Q1` and the like: some scanners announce the kind of code (AIM symbology identifier).
_START: Final = re.compile(
    rf"\s*(?:\]Q\d)?(\d{{12}})\s*(?:[{_BARS}]|([{_OTHER_BARS}])(?:\d{{9}}|\d{{12}})?\2)", re.ASCII
)
_BARS_SEEN: Final = re.compile(rf"[{_BARS}]")
_EIGHT_DIGITS: Final = re.compile(r"\d{8}", re.ASCII)

# Where the fields stand on the card.
_OLD, _NAME, _BIRTH, _ISSUED = 1, 2, 3, 6
_LEAST_FIELDS: Final = 4


@dataclass(frozen=True, slots=True)
class IdCard:
    """What a card says; `None` or an empty text where it says nothing or cannot be read.

    `sure` names the fields that came through whole for certain, `to_check` those that the officer compares with the
    card; together they name every field that has a value. A person whom the register knows by `number` is preferred
    to both.
    """

    number: str
    old_number: str | None
    name: str
    birth: BirthDate | None
    sex: Sex | None
    address: str
    issued: BirthDate | None
    sure: frozenset[str]
    to_check: frozenset[str]


def looks_like_card(text: str) -> bool:
    """Whether what was typed so far begins as a card does; nobody types a number and a bar by hand.

    True from the first bar on, so a field can wait for the Enter at the end of the burst instead of searching.
    """
    return _START.match(text[:CARD_LIMIT]) is not None


def read_card(text: str) -> IdCard | None:
    """What the card says, or `None` if the text is no card; never fails, whatever the text."""
    start = _START.match(text[:CARD_LIMIT])
    if start is None or len(text) > CARD_LIMIT:
        return None
    body, other_bar = text[start.start(1) :], start.group(2)
    fields = [clean(field) for field in (body.split(other_bar) if other_bar else _BARS_SEEN.split(body))]
    if any(character.isalpha() for character in fields[_OLD]):
        fields.insert(_OLD, "")  # some scanners leave the old number out
    if other_bar:
        fields = _regrouped(fields, other_bar)
    if len(fields) < _LEAST_FIELDS:
        return None
    return _card(*(fields + [""] * _ISSUED)[: _ISSUED + 1])


def _regrouped(fields: list[str], bar: str) -> list[str]:
    """The fields of a card whose bar came as another character, which a name or an address may hold too (H'Hen Niê).

    The two dates of eight digits tell where name and address end; without a date of birth it is no card.
    """
    dates = [place for place in range(_BIRTH, len(fields)) if _EIGHT_DIGITS.fullmatch(fields[place])]
    if not dates:
        return []
    birth, issued = dates[0], (*dates[1:], len(fields))[0]
    name, address = bar.join(fields[_NAME:birth]), bar.join(fields[birth + 2 : issued])
    return [*fields[:_NAME], name, fields[birth], *fields[birth + 1 : birth + 2], address, *fields[issued:]]


def _card(number: str, old: str, name: str, born: str, sex_word: str, address: str, issue: str) -> IdCard:
    """The card from its seven fields."""
    told = facts_of(parse_id_number(number)).sex
    read = _sex(sex_word)
    old_number = _or_none(lambda: parse_id_number(old).number)
    birth = _or_none(lambda: parse_birth(born))
    issued = _or_none(lambda: parse_birth(issue))
    exact = {"old_number": old_number, "birth": birth, "issued": issued, "sex": read is told}
    doubtful = {"name": name, "address": address, "sex": read is not told}
    return IdCard(
        number=number,
        old_number=old_number,
        name=name,
        birth=birth,
        sex=read or told,
        address=address,
        issued=issued,
        sure=frozenset({"number"} | {field for field, value in exact.items() if value}),
        to_check=frozenset(field for field, value in doubtful.items() if value),
    )


def _sex(text: str) -> Sex | None:
    """The sex by its word, with or without marks."""
    return {"nam": Sex.MALE, "nu": Sex.FEMALE}.get(fold(text))


def _or_none(read: Callable[[], T]) -> T | None:
    """What was read, or nothing if it is unreadable: a card is never refused for one field."""
    try:
        return read()
    except Refused:
        return None

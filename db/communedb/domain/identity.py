"""Who a citizen is: personal numbers, sex, names, and the date of birth (`communedb.domain.birth`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from communedb.domain.birth import BirthDate, parse_birth
from communedb.domain.birthplace import PROVINCES, is_abroad
from communedb.domain.finding import Finding, FindingCode
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import bounded, clean

if TYPE_CHECKING:
    from datetime import date

__all__ = [
    "NAME_LIMIT",
    "BirthDate",
    "IdFacts",
    "IdKind",
    "IdNumber",
    "Sex",
    "clean_name",
    "facts_of",
    "id_findings",
    "parse_birth",
    "parse_id_number",
]

NAME_LIMIT = 200
"""Characters of a name at most."""

_TYPED_LIMIT: Final = 60
_BETWEEN_DIGITS: Final = re.compile(r"[\s.\-]+")
_PASSPORT: Final = re.compile(r"(?=(?:[A-Z]*\d){5})[A-Z][A-Z0-9]{5,8}", re.ASCII)
_FIRST_CENTURY: Final = 1900
_UNLIKELY_YEAR: Final = 2100


class Sex(StrEnum):
    """The sex that papers state."""

    MALE = "male"
    FEMALE = "female"


class IdKind(StrEnum):
    """Which number it is."""

    CITIZEN12 = "citizen12"
    """The personal number (số định danh cá nhân), 12 digits, for life."""
    OLD9 = "old9"
    """The number of the old identity card (CMND), 9 digits, which says nothing about the person."""
    PASSPORT = "passport"
    """The number of a passport, ours or foreign: a letter first, five digits at least, at most 9 in all (ICAO)."""


@dataclass(frozen=True, slots=True)
class IdNumber:
    """A number of the right shape; it has no check digit, so only the shape is known to be right."""

    number: str
    kind: IdKind


@dataclass(frozen=True, slots=True)
class IdFacts:
    """What a personal number says of its holder; everything is unknown for an old one and for a passport.

    `place_code` is where the birth was registered: `province` is its name, `abroad` says another country.
    """

    sex: Sex | None = None
    birth_year: int | None = None
    place_code: str | None = None
    province: str | None = None
    abroad: bool = False


# Asked again when the form is read, checked and saved.
@lru_cache(maxsize=64)
def parse_id_number(text: str) -> IdNumber:
    """The number that was typed, with spaces, dots or hyphens between the digits or not; a passport's in capitals.

    Refused as `ID_NUMBER_MISSING`, `ID_NUMBER_NOT_DIGITS` (`typed`) or `ID_NUMBER_LENGTH` (`length`).
    """
    typed = bounded(text.strip(), _TYPED_LIMIT)
    digits = _BETWEEN_DIGITS.sub("", typed)
    if not digits:
        raise Refused(Reason.ID_NUMBER_MISSING)
    if _PASSPORT.fullmatch(digits.upper()):
        return IdNumber(digits.upper(), IdKind.PASSPORT)
    if not (digits.isascii() and digits.isdigit()):
        raise Refused(Reason.ID_NUMBER_NOT_DIGITS, typed=typed)
    kinds = {12: IdKind.CITIZEN12, 9: IdKind.OLD9}
    if len(digits) not in kinds:
        raise Refused(Reason.ID_NUMBER_LENGTH, typed=typed, length=len(digits))
    return IdNumber(digits, kinds[len(digits)])


def facts_of(number: IdNumber) -> IdFacts:
    """What the digits say: 3 of place, 1 of century and sex, 2 of year (Decree 137/2015, article 13)."""
    if number.kind is not IdKind.CITIZEN12:
        return IdFacts()
    place = number.number[:3]
    century = int(number.number[3])
    return IdFacts(
        sex=Sex.FEMALE if century % 2 else Sex.MALE,
        birth_year=_FIRST_CENTURY + 100 * (century // 2) + int(number.number[4:6]),
        place_code=place,
        province=PROVINCES.get(place),
        abroad=is_abroad(place),
    )


def id_findings(number: IdNumber, sex: Sex | None, birth: BirthDate | date | None) -> list[Finding]:
    """What does not fit between a number and what else is known; it warns and never blocks.

    Numbers were issued with mistakes, and people changed their sex or year in the books afterwards.
    """
    facts = facts_of(number)
    findings = []
    if sex and facts.sex and sex is not facts.sex:
        told = {"number": number.number, "number_sex": facts.sex.value, "sex": sex.value}
        findings.append(Finding(code=FindingCode.ID_NUMBER_SEX_DIFFERS, facts=told))
    findings += _year_findings(number, facts.birth_year, birth)
    if facts.place_code and not facts.province and not facts.abroad:
        told = {"number": number.number, "place": facts.place_code}
        findings.append(Finding(code=FindingCode.ID_NUMBER_PLACE_UNKNOWN, facts=told))
    return findings


def _year_findings(number: IdNumber, number_year: int | None, birth: BirthDate | date | None) -> list[Finding]:
    """A year of birth that differs, or one that nobody living has."""
    if number_year is None:
        return []
    told = {"number": number.number, "number_year": str(number_year)}
    if birth is not None and birth.year != number_year:
        return [Finding(code=FindingCode.ID_NUMBER_YEAR_DIFFERS, facts={**told, "year": str(birth.year)})]
    if birth is None and number_year >= _UNLIKELY_YEAR:
        return [Finding(code=FindingCode.ID_NUMBER_YEAR_UNLIKELY, facts=told)]
    return []


def clean_name(text: str) -> str:
    """A person's name as it is kept: NFC, single spaces, capitals as typed.

    Refused as `NAME_MISSING` when nothing can be seen in it, as `TEXT_TOO_LONG` beyond `NAME_LIMIT`.
    """
    name = clean(text, NAME_LIMIT)
    if not name:
        raise Refused(Reason.NAME_MISSING)
    return name

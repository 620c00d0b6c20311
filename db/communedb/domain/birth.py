"""Dates of birth, which old people often know only by the year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import bounded

EARLIEST_YEAR = 1850
"""Extracts are asked for people long dead; an earlier year is a slip of the hand."""

_TYPED_LIMIT: Final = 60
_SPACED: Final = re.compile(r"\s*([/.\-\s])\s*")
_DAY_FIRST: Final = re.compile(r"(?:(?:(\d{1,2})[/.\-\s])?(\d{1,2})[/.\-\s])?(\d{4})", re.ASCII)
_DAY_FIRST_DIGITS: Final = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class BirthDate:
    """A date of birth as far as it is known; without a month there is no day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def text(self) -> str:
        """As the register keeps it: `1990-01-01`, `1990-01` or `1990`."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)

    @property
    def shown(self) -> str:
        """As people read it: `01/01/1990`, `01/1990` or `1990`."""
        return "/".join(reversed(self.text.split("-")))

    @property
    def earliest(self) -> date:
        """The first day that it may be."""
        return date(self.year, self.month or 1, self.day or 1)


# Asked again when the form is read, checked and saved.
@lru_cache(maxsize=64)
def parse_birth(text: str, today: date | None = None) -> BirthDate:
    """The date that an officer typed or a card holds: `1/2/1990`, `01021990`, `02/1990`, `1990`, or the kept form.

    `00` for a day or a month means that it is not known. Refused as `DATE_UNREADABLE`, `DATE_IMPOSSIBLE` (30/02),
    `BIRTH_TOO_LONG_AGO` and, when `today` is given, `BIRTH_IN_FUTURE`.
    """
    typed = _SPACED.sub(r"\1", bounded(text.strip(), _TYPED_LIMIT))
    year, month, day = _numbers(typed)
    if (day and not month) or (month or 1) > 12 or not _day_exists(year, month or 1, day or 1):
        raise Refused(Reason.DATE_IMPOSSIBLE, typed=typed)
    if year < EARLIEST_YEAR:
        raise Refused(Reason.BIRTH_TOO_LONG_AGO, typed=typed, earliest=EARLIEST_YEAR)
    birth = BirthDate(year, month or None, day or None)
    if today is not None and birth.earliest > today:
        raise Refused(Reason.BIRTH_IN_FUTURE, typed=typed, today=today.strftime("%d/%m/%Y"))
    return birth


def _numbers(typed: str) -> tuple[int, int, int]:
    """Year, month and day as typed, 0 for what was left out."""
    if found := _YEAR_FIRST.fullmatch(typed):
        year, month, day = found.groups(default="0")
    elif found := _DAY_FIRST.fullmatch(typed) or _DAY_FIRST_DIGITS.fullmatch(typed):
        day, month, year = found.groups(default="0")
    else:
        raise Refused(Reason.DATE_UNREADABLE, typed=typed)
    return int(year), int(month), int(day)


def _day_exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True

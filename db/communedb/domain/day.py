"""Days and times of the clock as officers type them."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Final, TypeAlias

from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import bounded

DayAndClock: TypeAlias = "tuple[date | None, time | None]"

_TYPED_LIMIT: Final = 60
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}))?", re.ASCII)
_DIGITS: Final = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_CLOCK: Final = re.compile(r"(\d{1,2})(?:[:hg](?:(\d{2})(?::\d{2})?)?)?", re.ASCII)


def parse_day(text: str, today: date) -> date:
    """The day that was typed: `27/11/2026`, `27.11.2026`, `27112026`, `2026-11-27`; `27/11` is that of this year.

    Refused as `DATE_UNREADABLE` or `DATE_IMPOSSIBLE` (30/02).
    """
    typed = bounded(text.strip(), _TYPED_LIMIT)
    if found := _YEAR_FIRST.fullmatch(typed):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.fullmatch(typed) or _DIGITS.fullmatch(typed):
        day, month, year = found.groups()
    else:
        raise Refused(Reason.DATE_UNREADABLE, typed=typed)
    try:
        return date(int(year or today.year), int(month), int(day))
    except ValueError:
        raise Refused(Reason.DATE_IMPOSSIBLE, typed=typed) from None


def parse_clock(text: str) -> time:
    """The time of the clock that was typed: `14:05`, `14h05`, `14h`, `14`; seconds are dropped. Refused like a day."""
    typed = bounded(text.strip().lower(), _TYPED_LIMIT)
    found = _CLOCK.fullmatch(typed)
    if found is None:
        raise Refused(Reason.DATE_UNREADABLE, typed=typed)
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        raise Refused(Reason.DATE_IMPOSSIBLE, typed=typed) from None


def parse_day_and_clock(text: str, today: date) -> DayAndClock:
    """`14:05`, `22/11`, `14:05 22/11/2026` or the two the other way round; nothing is (None, None)."""
    words = text.split()
    if not words:
        return (None, None)
    if len(words) > 2:
        raise Refused(Reason.DATE_UNREADABLE, typed=text.strip())
    clocks = [word for word in words if ":" in word or word[-1:].lower() in {"h", "g"} or word.isdigit()]
    days = [word for word in words if word not in clocks]
    if len(clocks) > 1 or len(days) > 1:
        raise Refused(Reason.DATE_UNREADABLE, typed=text.strip())
    return (parse_day(days[0], today) if days else None, parse_clock(clocks[0]) if clocks else None)

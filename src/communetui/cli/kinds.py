"""Kinds of values on the command line: text that can be kept, days and moments as people write them."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import click

from communedb.domain.moment import VIETNAM
from communedb.domain.refusal import Reason, Refused
from communetui.cli.start import as_utf8
from communetui.strings.cli import cli

if TYPE_CHECKING:
    from enum import StrEnum

    from communedb.domain.calendar import WorkCalendar

    _TextKind = click.ParamType[str]
    _DayKind = click.ParamType[date]
else:
    # Only newer versions of click let the class be subscripted.
    _TextKind = _DayKind = click.ParamType

_DAY = re.compile(r"(?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2})-(\d{2}))", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})[:h](\d{2})(?::\d{2})?", re.ASCII)


class _Text(_TextKind):
    """Text in valid UTF-8; Python holds other bytes of an argument in a form that no database takes."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text itself."""
        text = as_utf8(str(value))
        try:
            text.encode()
        except UnicodeEncodeError:
            self.fail(cli().not_utf8, param, ctx)
        return text


class _Day(_DayKind):
    """A date: `23/11/2026` or `2026-11-23`."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date."""
        return value if isinstance(value, date) else parse_day(str(value))


TEXT = _Text()
DAY = _Day()


def one_of(values: type[StrEnum]) -> click.Choice[str]:
    """One of the values of an enumeration, as the register writes it."""
    return click.Choice([member.value for member in values])


def parse_day(text: str) -> date:
    """The date in a text. Refused: DATE_UNREADABLE, DATE_IMPOSSIBLE (30/02)."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        raise Refused(Reason.DATE_UNREADABLE, typed=text)
    day, month, year, iso_year, iso_month, iso_day = found.groups(default="0")
    try:
        return date(int(year) or int(iso_year), int(month) or int(iso_month), int(day) or int(iso_day))
    except ValueError:
        raise Refused(Reason.DATE_IMPOSSIBLE, typed=text) from None


def parse_moment(text: str, calendar: WorkCalendar | None = None) -> datetime:
    """The instant in a text: ISO 8601, or `23/11/2026 14:05` on the clock of the desk.

    A date alone is the end of work of that day, or with no calendar its first minute. Refused as `parse_day`.
    """
    typed = text.strip()
    if "T" in typed:
        try:
            moment = datetime.fromisoformat(typed)
        except ValueError:
            raise Refused(Reason.DATE_UNREADABLE, typed=text) from None
        return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)
    words = sorted(typed.split(), key=len, reverse=True)
    if not 1 <= len(words) <= 2:
        raise Refused(Reason.DATE_UNREADABLE, typed=text)
    day = parse_day(words[0])
    if len(words) == 2:
        return datetime.combine(day, _clock(words[1], text), VIETNAM)
    return calendar.end_of_work(day) if calendar else datetime.combine(day, time(), VIETNAM)


def _clock(word: str, text: str) -> time:
    found = _CLOCK.fullmatch(word)
    if found is None:
        raise Refused(Reason.DATE_UNREADABLE, typed=text)
    try:
        return time(int(found[1]), int(found[2]))
    except ValueError:
        raise Refused(Reason.DATE_IMPOSSIBLE, typed=text) from None

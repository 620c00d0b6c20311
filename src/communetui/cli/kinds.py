"""Kinds of values on the command line: text that can be kept, days and moments as people write them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from communedb.domain.day import parse_day, parse_day_and_clock
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
    """A date: `23/11/2026` or `2026-11-23`; `23/11` is that of this year."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date."""
        return value if isinstance(value, date) else parse_day(str(value), datetime.now(VIETNAM).date())


TEXT = _Text()
DAY = _Day()


def one_of(values: type[StrEnum]) -> click.Choice[str]:
    """One of the values of an enumeration, as the register writes it."""
    return click.Choice([member.value for member in values])


def parse_moment(text: str, today: date, calendar: WorkCalendar) -> datetime:
    """The instant in a text: ISO 8601, or `23/11/2026 14:05` on the clock of the desk; a time alone is today's.

    A date alone is the end of work of that day. Refused: DATE_UNREADABLE, DATE_IMPOSSIBLE (30/02).
    """
    typed = text.strip()
    if "T" in typed:
        try:
            moment = datetime.fromisoformat(typed)
        except ValueError:
            raise Refused(Reason.DATE_UNREADABLE, typed=text) from None
        return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)
    day, clock = parse_day_and_clock(typed, today)
    if clock is not None:
        return datetime.combine(day or today, clock, VIETNAM)
    if day is None:
        raise Refused(Reason.DATE_UNREADABLE, typed=text)
    return calendar.end_of_work(day)

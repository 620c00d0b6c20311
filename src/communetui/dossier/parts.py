"""Rows of the forms: one function for each kind of value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.day import parse_clock, parse_day, parse_day_and_clock
from communedb.domain.intake import LONG
from communedb.domain.moment import VIETNAM
from communedb.domain.money import parse_dong
from communedb.domain.refusal import Reason, Refused
from communetui.screens.entry import Part
from communetui.strings.dossier_forms import form_texts
from communetui.widgets.choice import Choice, Option
from communetui.widgets.field import Field
from communetui.widgets.notearea import NoteArea

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime, time

    from communedb.domain.calendar import WorkCalendar
    from communedb.domain.day import DayAndClock
    from communetui.strings.language import Text

_CLOCK_LIMIT, _MONEY_LIMIT, _QUANTITY_LIMIT = 30, 20, 4


def label(name: str) -> Text:
    """The label of a value."""
    return lambda: form_texts().labels[name]


def hint(name: str) -> Text | None:
    """The hint in an empty field, if there is one."""
    return (lambda: form_texts().hints[name]) if name in form_texts().hints else None


def typed(control: Any) -> str | None:
    """What was typed; None for nothing."""
    return control.value.strip() or None


def line(name: str, value: str = "", *, said: str = "", limit: int = 200, **more: Any) -> Part:
    """One line of text."""
    return Part(name, label(said or name), Field(value, limit=limit, hint=hint(said or name)), typed, **more)


def prose(name: str, value: str = "") -> Part:
    """Several lines of text, for what is printed on a form."""
    return Part(name, label(name), NoteArea(value, limit=LONG), typed)


def money(name: str, value: int) -> Part:
    """An amount in đồng."""

    def read(control: Field) -> int | None:
        return parse_dong(control.value) if control.value.strip() else None

    return Part(name, label(name), Field(str(value) if value else "", limit=_MONEY_LIMIT), read)


def one_of(name: str, words: Callable[[], Mapping[str, str]], value: str = "", **more: Any) -> Part:
    """One of a few values that have names; the empty value is given as None."""
    options = [Option(key, lambda key=key: words()[key]) for key in words()]  # type: ignore[misc]  # a bound default
    return Part(name, label(name), Choice(options, value=value), lambda control: control.value or None, **more)


def one_of_named(name: str, named: Sequence[tuple[str, str]], value: str = "") -> Part:
    """One of some things that are called by their own names."""
    options = [Option(key, lambda said=said: said) for key, said in named]  # type: ignore[misc]  # a bound default
    return Part(name, label(name), Choice(options, value=value))


def yes_no(name: str, *, value: bool = False) -> Part:
    """Yes or no."""
    options = [Option(False, lambda: form_texts().no), Option(True, lambda: form_texts().yes)]
    return Part(name, label(name), Choice(options, value=value))


def count(name: str, value: int) -> Part:
    """A small number."""

    def read(control: Field) -> int:
        text = control.value.strip()
        if not (text.isascii() and text.isdigit()):
            raise Refused(Reason.VALUE_NOT_ACCEPTED, field=form_texts().labels[name].lower(), value=text)
        return int(text)

    return Part(name, label(name), Field(str(value), limit=_QUANTITY_LIMIT), read)


def day(name: str, today: date) -> Part:
    """A day."""

    def read(control: Field) -> date | None:
        return parse_day(control.value, today) if control.value.strip() else None

    return Part(name, label(name), Field(limit=_CLOCK_LIMIT, hint=hint(name)), read)


def clock(name: str) -> Part:
    """A time of the clock; nothing stands for the end of work."""

    def read(control: Field) -> time | None:
        return parse_clock(control.value) if control.value.strip() else None

    return Part(name, label(name), Field(limit=_CLOCK_LIMIT, hint=hint(name)), read)


def happened(today: date) -> Part:
    """When it really was, if not now; Enter passes it over."""

    def read(control: Field) -> DayAndClock:
        return parse_day_and_clock(control.value, today)

    name = "happened_at"
    return Part(name, label(name), Field(limit=_CLOCK_LIMIT, hint=hint(name)), read, aside=True)


def moment_of(given: DayAndClock, today: date, calendar: WorkCalendar) -> datetime | None:
    """The instant that was typed; a day alone is its end of work, nothing or today alone is now (None)."""
    from datetime import datetime

    when, at = given
    if at is not None:
        return datetime.combine(when or today, at, VIETNAM)
    return None if when is None or when == today else calendar.end_of_work(when)

"""Rows of the forms of tasks: one function for each kind of value."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from communedb.domain.day import parse_day
from communedb.domain.intake import LONG
from communedb.domain.money import parse_dong
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import fold
from communedb.reference.units import find_units
from communedb.stores.task_list import TaskFilter, task_rows
from communedb.stores.task_rules import read_rules
from communetui.dossier.parts import typed
from communetui.screens.entry import Part
from communetui.strings.task_forms import task_forms
from communetui.widgets.choice import Choice, Option
from communetui.widgets.field import Field
from communetui.widgets.notearea import NoteArea
from communetui.widgets.picker import Found, Picker
from communetui.widgets.row import Row
from communetui.widgets.ticks import Ticks

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from datetime import date

    from communetui.register_session import RegisterSession
    from communetui.strings.language import Text

_BESIDE: Final[Mapping[Reason, tuple[str, ...]]] = {
    Reason.CHILD_AFTER_PARENT: ("due_on", "new_due", "offered", "new"),
    Reason.CHILDREN_AFTER_PARENT: ("due_on", "new_due", "offered", "new"),
    Reason.EXTENSION_NOT_LATER: ("new_due", "offered"),
    Reason.STEP_IN_FUTURE: ("happened_on",),
    Reason.TASK_CODE_USED: ("code", "new"),
    Reason.TASK_DATES_REVERSED: ("due_on", "new"),
    Reason.TASK_PARENT_LOOP: ("new",),
    Reason.TASK_REPORT_EMPTY: ("report",),
    Reason.TASK_RESULT_MISSING: ("result",),
    Reason.TASK_UNIT_UNKNOWN: ("lead_unit", "new"),
    Reason.UNKNOWN_TASK: ("parent", "new"),
    Reason.VALUE_NOT_ACCEPTED: ("new",),
    Reason.NOTHING_CHANGED: ("new",),
}
"""Beside which row of a form a refusal of the register is said: the first that the form shows."""


@contextmanager
def said_beside(parts: Sequence[Part]) -> Iterator[None]:
    """Let a refusal of the register be said beside the row that it speaks of."""
    try:
        yield
    except Refused as refusal:
        rows = [(part.name, part.control.parent) for part in parts]
        names = {name for name, row in rows if isinstance(row, Row) and row.display}
        named = str(refusal.facts.get("field", "")).removeprefix("task_")
        place = next((name for name in (named, *_BESIDE.get(refusal.reason, ())) if name in names), None)
        if place is None:
            raise
        raise Refused(refusal.reason, **{**refusal.facts, "needs": place}) from refusal


_DAY_LIMIT, _MONEY_LIMIT, _PERCENT_LIMIT = 20, 20, 4
_MOST: Final = 7


def label(name: str) -> Text:
    """The label of a value."""
    return lambda: task_forms().labels[name]


def hint(name: str) -> Text | None:
    """The hint in an empty field, if there is one."""
    return (lambda: task_forms().hints[name]) if name in task_forms().hints else None


def line(name: str, value: str = "", *, limit: int = 200, **more: Any) -> Part:
    """One line of text; None for nothing."""
    return Part(name, label(name), Field(value, limit=limit, hint=hint(name)), typed, **more)


def prose(name: str, value: str = "", **more: Any) -> Part:
    """Several lines of text; None for nothing."""
    return Part(name, label(name), NoteArea(value, limit=LONG), typed, **more)


def money(name: str, value: int | None = None, **more: Any) -> Part:
    """An amount in đồng; None for nothing."""

    def read(control: Field) -> int | None:
        return parse_dong(control.value) if control.value.strip() else None

    field = Field("" if value is None else str(value), limit=_MONEY_LIMIT, hint=hint(name))
    return Part(name, label(name), field, read, **more)


def day(name: str, today: date, value: date | None = None, **more: Any) -> Part:
    """A day; None for nothing."""

    def read(control: Field) -> date | None:
        return parse_day(control.value, today) if control.value.strip() else None

    field = Field(f"{value:%d/%m/%Y}" if value else "", limit=_DAY_LIMIT, hint=hint(name))
    return Part(name, label(name), field, read, **more)


def percent(name: str, value: int) -> Part:
    """A percentage, 0 to 100; nothing leaves it as it is."""

    def read(control: Field) -> int:
        text = control.value.strip().removesuffix("%").strip() or str(value)
        if not (text.isascii() and text.isdigit() and int(text) <= 100):
            raise Refused(Reason.VALUE_NOT_ACCEPTED, field=task_forms().labels[name].lower(), value=control.value)
        return int(text)

    return Part(name, label(name), Field(limit=_PERCENT_LIMIT, hint=hint(name)), read)


def one_of(name: str, words: Callable[[], Mapping[str, str]], value: str = "", **more: Any) -> Part:
    """One of a few values that have names; the empty value is given as None."""
    options = [Option(key, lambda key=key: words()[key]) for key in words()]  # type: ignore[misc]  # a bound default
    return Part(name, label(name), Choice(options, value=value), lambda control: control.value or None, **more)


def one_named(name: str, named: Mapping[str, str], value: str = "", **more: Any) -> Part:
    """One of some things called by their own names, or nobody; nobody is chosen at first and given as None."""
    offered = [("", task_forms().none), *named.items()]
    options = [Option(key, lambda said=said: said) for key, said in offered]  # type: ignore[misc]  # a bound default
    return Part(name, label(name), Choice(options, value=value), lambda control: control.value or None, **more)


def several(name: str, named: Mapping[str, str], ticked: Collection[str] = (), **more: Any) -> Part:
    """Some of several."""
    ticks = Ticks(list(named.items()), ticked=ticked)
    return Part(name, label(name), ticks, lambda control: tuple(control.ticked), **more)


def unit(name: str, session: RegisterSession, own: Sequence[str], value: str = "", said: str = "", **more: Any) -> Part:
    """A unit: one of the office's own departments by name, or an administrative unit by its code."""

    def search(text: str) -> Sequence[Found[str]]:
        wanted = fold(text)
        found = [Found(one, one) for one in own if wanted in fold(one)]
        if wanted:
            units = find_units(session.units(), text, _MOST)
            found += [Found(one.code, one.name, one.province_name) for one in units]
        return found[:_MOST]

    picker: Picker[str] = Picker(search, least=0, hint=hint(name))
    if value:
        picker.pick(value, said or value)
    return Part(name, label(name), picker, lambda control: control.picked or typed(control), **more)


def task_above(name: str, session: RegisterSession, value: str = "", said: str = "", **more: Any) -> Part:
    """Another task, by words of its code or title; None for none."""
    register = session.register

    def search(text: str) -> Sequence[Found[str]]:
        wanted = TaskFilter(search=text, open_only=True)
        rows = task_rows(register.db, wanted, register.now(), read_rules(register.db))
        return [Found(row.key, row.title, row.code) for row in rows[:_MOST]]

    picker: Picker[str] = Picker(search, hint=hint(name))
    if value:
        picker.pick(value, said or value)

    def read(control: Picker[str]) -> str | None:
        if control.picked is None and control.value.strip():
            raise Refused(Reason.UNKNOWN_TASK, task=control.value.strip())
        return control.picked

    return Part(name, label(name), picker, read, **more)

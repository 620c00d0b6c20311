"""Rows of the forms of feedback: one function for each kind of value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communetui.screens.entry import Part
from communetui.strings.feedback import feedback
from communetui.strings.feedback_values import feedback_values
from communetui.widgets.choice import Choice, Option
from communetui.widgets.field import Field
from communetui.widgets.notearea import NoteArea

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from communetui.strings.language import Text

_LONG = 2_000


def label(name: str) -> Text:
    """The label of a value."""
    return lambda: feedback().labels.get(name) or feedback_values().field[name]


def hint(name: str) -> Text | None:
    """The hint in an empty field, if there is one."""
    return (lambda: feedback().hints[name]) if name in feedback().hints else None


def typed(control: Any) -> str | None:
    """What was typed; None for nothing."""
    return control.value.strip() or None


def line(name: str, value: str = "", *, limit: int = 200, **more: Any) -> Part:
    """One line of text."""
    return Part(name, label(name), Field(value, limit=limit, hint=hint(name)), typed, **more)


def prose(name: str, value: str = "") -> Part:
    """Several lines of text, for what the sender is told."""
    return Part(name, label(name), NoteArea(value, limit=_LONG), typed)


def one_of(name: str, words: Callable[[], Mapping[str, str]], value: str = "", **more: Any) -> Part:
    """One of a few values that have names; the empty value is given as None."""
    options = [Option(key, lambda key=key: words()[key]) for key in words()]  # type: ignore[misc]  # a bound default
    return Part(name, label(name), Choice(options, value=str(value)), lambda control: control.value or None, **more)


def one_of_named(name: str, named: Sequence[tuple[str, str]], value: str = "") -> Part:
    """One of some things that are called by their own names; the empty value is given as None."""
    options = [Option(key, lambda said=said: said) for key, said in named]  # type: ignore[misc]  # a bound default
    return Part(name, label(name), Choice(options, value=value), lambda control: control.value or None)


def yes_no(name: str, *, value: bool = False, **more: Any) -> Part:
    """Yes or no."""
    options = [Option(False, lambda: feedback().no), Option(True, lambda: feedback().yes)]
    return Part(name, label(name), Choice(options, value=value), **more)

"""click's own messages in the language of now: click looks every message up by a function `_`, and this is ours."""

from __future__ import annotations

from click import core, decorators, exceptions, formatting, parser, termui, types

from communetui.strings.cli_click import CLICK
from communetui.strings.language import Language, language

_MODULES = (core, decorators, exceptions, formatting, parser, termui, types)


def speak() -> None:
    """Let click ask us for its words."""
    for module in _MODULES:
        for name, ours in (("_", translated), ("ngettext", counted)):
            if hasattr(module, name):
                setattr(module, name, ours)


def translated(message: str) -> str:
    """A message of click's in the language of now; one that we do not know stays as it is."""
    return CLICK.get(message, message) if language() is Language.VI else message


def counted(one: str, many: str, number: int) -> str:
    """The same for messages that differ by number; Vietnamese has one form."""
    return translated(one if number == 1 else many)

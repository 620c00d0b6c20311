"""The steps of a screen on which one thing is open: F7 opens their menu, each has its letter there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communetui.actions.keys import is_sequence
from communetui.actions.registry import Action

if TYPE_CHECKING:
    from communetui.strings.language import ActionText, Words

MENU_KEY: Final = "f7"


def step(name: str, letter: str, text: Words[ActionText], *own_keys: str) -> Action:
    """A step by the menu's letter, and by keys of its own if it has any; the screen says why it is not possible."""

    def available(screen: Any) -> str | None:
        why: str | None = screen.why_not_step(name)
        return why

    return Action(name, (*own_keys, f"{MENU_KEY} {letter}"), text, available=available)


def letter_of(action: Action) -> str:
    """The letter that takes an action in a menu; nothing if it has none."""
    return next((key.partition(" ")[2] for key in action.keys if is_sequence(key)), "")


def writable(screen: Any) -> str | None:
    """Something is open that may be changed, and the register may be written."""
    why: str | None = screen.why_not_write()
    return why


def readable(screen: Any) -> str | None:
    """Something is open."""
    why: str | None = screen.why_not_read()
    return why

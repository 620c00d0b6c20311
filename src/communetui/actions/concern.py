"""What the screen of one piece of feedback offers; a step is reached by F7 and its letter, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communetui.actions.registry import Action
from communetui.strings import feedback_actions as said

if TYPE_CHECKING:
    from communetui.strings.language import ActionText, Words

MENU_KEY: Final = "f7"

LETTERS: Final = {
    "assigned": "c",
    "more_asked": "b",
    "more_received": "n",
    "answered": "t",
    "published": "k",
    "resolved": "g",
    "refused": "o",
    "escalated": "l",
    "closed": "d",
    "reopened": "m",
    "noted": "i",
    "correct": "s",
    "take_back": "h",
    "void": "z",
}
"""The letter of each step, in the order of the menu; what a dossier has too has the same letter there."""


def letter_of(action: Action) -> str:
    """The letter that takes an action in the menu."""
    return LETTERS.get(action.id, "")


def _step(name: str) -> Action:
    text: Words[ActionText] = getattr(said, name)

    def available(screen: Any) -> str | None:
        why: str | None = screen.why_not_step(name)
        return why

    return Action(name, (f"{MENU_KEY} {LETTERS[name]}",), text, available=available)


def _writable(screen: Any) -> str | None:
    """Something is open, and the register may be written."""
    why: str | None = screen.why_not_write()
    return why


def _readable(screen: Any) -> str | None:
    """Something is open."""
    why: str | None = screen.why_not_read()
    return why


def _about_something(screen: Any) -> str | None:
    """It is about a dossier, a procedure or a task."""
    why: str | None = screen.why_not_subject()
    return why


STEP_ACTIONS: Final = tuple(_step(name) for name in LETTERS)

ACTIONS = (
    Action("menu", (MENU_KEY,), said.menu, hint=1, available=_writable),
    Action("next_section", ("tab", "right"), said.next_section, hint=2),
    Action("previous_section", ("shift+tab", "left"), said.previous_section),
    Action("open_subject", ("ctrl+r",), said.open_subject, hint=3, available=_about_something),
    Action("attach", ("ctrl+f",), said.attach, hint=4, available=_writable),
    Action("open_file", ("ctrl+o",), said.open_file, available=_readable),
    *STEP_ACTIONS,
)

"""What the screen of one piece of feedback offers; a step is reached by F7 and its letter, in both languages."""

from __future__ import annotations

from typing import Any, Final

from communetui.actions.registry import Action
from communetui.actions.steps import MENU_KEY, readable, step, writable
from communetui.strings import feedback_actions as said

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


def _about_something(screen: Any) -> str | None:
    """It is about a dossier, a procedure or a task."""
    why: str | None = screen.why_not_subject()
    return why


STEP_ACTIONS: Final = tuple(step(name, letter, getattr(said, name)) for name, letter in LETTERS.items())

ACTIONS = (
    Action("menu", (MENU_KEY,), said.menu, hint=1, available=writable),
    Action("next_section", ("tab", "right"), said.next_section, hint=2),
    Action("previous_section", ("shift+tab", "left"), said.previous_section),
    Action("open_subject", ("ctrl+r",), said.open_subject, hint=3, available=_about_something),
    Action("attach", ("ctrl+f",), said.attach, hint=4, available=writable),
    Action("open_file", ("ctrl+o",), said.open_file, available=readable),
    *STEP_ACTIONS,
)

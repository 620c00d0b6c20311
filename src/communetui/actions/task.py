"""What the screen of a task offers. A step is F7 and its letter, the same in both languages and on the list."""

from __future__ import annotations

from typing import Any, Final

from communetui.actions.registry import Action
from communetui.actions.steps import MENU_KEY, readable, step, writable
from communetui.strings import task_actions as said

LETTERS: Final = {
    "progress": "t",
    "report": "b",
    "complete": "k",
    "ask_extension": "g",
    "decide_extension": "q",
    "answer_counter": "l",
    "difficulty": "v",
    "assign": "c",
    "new_child": "a",
    "noted": "i",
    "correct": "s",
    "reopen": "m",
    "reopen_period": "p",
    "take_back": "h",
    "void": "z",
}
"""The letter of each step, in the order of the menu; what a dossier has too has the same letter there."""


def _may_progress(screen: Any) -> str | None:
    why: str | None = screen.why_not_step("progress")
    return why


STEP_ACTIONS: Final = tuple(step(name, letter, getattr(said, name)) for name, letter in LETTERS.items())

STEPPING: Final = (
    Action("quick_progress", ("f6",), said.quick_progress, hint=1, available=_may_progress),
    Action("menu", (MENU_KEY,), said.menu, hint=2, available=writable),
)
"""What the list and the screen of one task have in common, beside the steps."""

ACTIONS = (
    *STEPPING,
    Action("next_section", ("tab", "right"), said.next_section, hint=3),
    Action("previous_section", ("shift+tab", "left"), said.previous_section),
    Action("attach", ("ctrl+f",), said.attach, hint=4, available=writable),
    Action("open_file", ("ctrl+o",), said.open_file, available=readable),
    Action("detach", ("delete",), said.detach, available=writable),
    *STEP_ACTIONS,
)

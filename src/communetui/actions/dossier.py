"""What the screen of a dossier offers. A step is reached by F7 and its letter, the same in both languages."""

from __future__ import annotations

from typing import Final

from communedb.domain.event import EventKind
from communetui.actions.registry import Action
from communetui.actions.steps import MENU_KEY, readable, step, writable
from communetui.strings import copying
from communetui.strings import dossier_actions as said
from communetui.strings.satisfaction import rated
from communetui.strings.scans import open_scans

LETTERS: Final = {
    EventKind.HANDED_OVER.value: "c",
    EventKind.ACCEPTED.value: "v",
    EventKind.DECLINED.value: "j",
    EventKind.SUPPLEMENT_REQUESTED.value: "b",
    EventKind.SUPPLEMENT_RECEIVED.value: "n",
    EventKind.FEE_REQUESTED.value: "y",
    EventKind.FEE_PAID.value: "t",
    EventKind.FEE_EXEMPTED.value: "f",
    EventKind.FEE_REFUNDED.value: "w",
    EventKind.AGENCY_ASKED.value: "l",
    EventKind.AGENCY_ANSWERED.value: "a",
    EventKind.EXTENDED.value: "g",
    EventKind.DECIDED.value: "q",
    EventKind.SENT_BACK.value: "x",
    EventKind.RESULT_READY.value: "k",
    EventKind.RETURNED.value: "r",
    EventKind.RATED.value: "1",
    EventKind.REFUSED.value: "o",
    EventKind.WITHDRAWN.value: "u",
    EventKind.STOPPED.value: "d",
    EventKind.NOTED.value: "i",
    "correct": "s",
    "checked": "e",
    "match": "p",
    "outside_code": "m",
    "take_back": "h",
    "void": "z",
}
"""The letter of each step, and of what mends or adds, in the order of the menu."""

_OWN_KEYS: Final = {EventKind.RATED.value: ("insert",)}
"""A mark is given in two keystrokes, or nobody asks for it."""


STEP_ACTIONS: Final = tuple(
    step(name, letter, rated if name == EventKind.RATED else getattr(said, name), *_OWN_KEYS.get(name, ()))
    for name, letter in LETTERS.items()
)

ACTIONS = (
    Action("menu", (MENU_KEY,), said.menu, hint=1, available=writable),
    Action("print_form", ("f8",), said.print_form, hint=2, available=readable),
    Action("next_section", ("tab", "right"), said.next_section, hint=3),
    Action("previous_section", ("shift+tab", "left"), said.previous_section),
    Action("save_pdf", ("ctrl+s",), said.save_pdf, hint=7, available=readable),
    Action("attach", ("ctrl+f",), said.attach, hint=5, available=writable),
    Action("open_scans", ("f12",), open_scans, hint=4, available=writable),
    Action("add_paper", ("ctrl+n",), said.add_paper, hint=6, available=writable),
    Action("open_file", ("ctrl+o",), said.open_file, available=readable),
    Action("copy_fields", ("f6",), copying.copy_fields, hint=8, available=readable),
    Action("mark_result", ("ctrl+r",), said.mark_result, available=writable),
    Action("detach", ("delete",), said.detach, available=writable),
    *STEP_ACTIONS,
)

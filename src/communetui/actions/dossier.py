"""What the screen of a dossier offers. A step is reached by F7 and its letter, the same in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communedb.domain.event import EventKind
from communetui.actions.registry import Action
from communetui.strings import copying
from communetui.strings import dossier_actions as said
from communetui.strings.satisfaction import rated
from communetui.strings.scans import open_scans

if TYPE_CHECKING:
    from communetui.strings.language import ActionText, Words

MENU_KEY: Final = "f7"

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


def letter_of(action: Action) -> str:
    """The letter that takes an action in the menu."""
    return LETTERS.get(action.id, "")


def _step(name: str) -> Action:
    text: Words[ActionText] = rated if name == EventKind.RATED else getattr(said, name)

    def available(screen: Any) -> str | None:
        why: str | None = screen.why_not_step(name)
        return why

    return Action(name, (*_OWN_KEYS.get(name, ()), f"{MENU_KEY} {LETTERS[name]}"), text, available=available)


def _writable(screen: Any) -> str | None:
    """Something is open, it is not void, and the register may be written."""
    why: str | None = screen.why_not_write()
    return why


def _readable(screen: Any) -> str | None:
    """Something is open."""
    why: str | None = screen.why_not_read()
    return why


STEP_ACTIONS: Final = tuple(_step(name) for name in LETTERS)

ACTIONS = (
    Action("menu", (MENU_KEY,), said.menu, hint=1, available=_writable),
    Action("print_form", ("f8",), said.print_form, hint=2, available=_readable),
    Action("next_section", ("tab", "right"), said.next_section, hint=3),
    Action("previous_section", ("shift+tab", "left"), said.previous_section),
    Action("save_pdf", ("ctrl+s",), said.save_pdf, hint=7, available=_readable),
    Action("attach", ("ctrl+f",), said.attach, hint=5, available=_writable),
    Action("open_scans", ("f12",), open_scans, hint=4, available=_writable),
    Action("add_paper", ("ctrl+n",), said.add_paper, hint=6, available=_writable),
    Action("open_file", ("ctrl+o",), said.open_file, available=_readable),
    Action("copy_fields", ("f6",), copying.copy_fields, hint=8, available=_readable),
    Action("mark_result", ("ctrl+r",), said.mark_result, available=_writable),
    Action("detach", ("delete",), said.detach, available=_writable),
    *STEP_ACTIONS,
)

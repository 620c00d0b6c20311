"""What the pile offers. What is done with all of it is reached by F7 and a letter, as with one dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communedb.domain.event import EventKind
from communedb.domain.officer import Role
from communetui.actions.dossier import LETTERS
from communetui.actions.registry import Action
from communetui.actions.steps import MENU_KEY
from communetui.strings import pile as said

if TYPE_CHECKING:
    from communetui.strings.language import ActionText, Words

SIGNATURE, PRINT = "signature_all", "print_all"


def _something(screen: Any) -> str | None:
    """There must be something on the pile."""
    why: str | None = screen.why_not_pile()
    return why


def _for_all(name: str, letter: str, text: Words[ActionText]) -> Action:
    return Action(name, (f"{MENU_KEY} {letter}",), text, available=_something)


OF_ALL: Final = {
    "hand_over_all": EventKind.HANDED_OVER,
    "accept_all": EventKind.ACCEPTED,
    "decline_all": EventKind.DECLINED,
    "decide_all": EventKind.DECIDED,
    "ready_all": EventKind.RESULT_READY,
}
"""The steps that can be taken with a whole pile."""

MANY_ACTIONS: Final = (
    *(_for_all(name, LETTERS[kind.value], getattr(said, name)) for name, kind in OF_ALL.items()),
    _for_all(SIGNATURE, "t", said.signature_all),
    _for_all(PRINT, "p", said.print_all),
)

ACTIONS = (
    Action("menu", (MENU_KEY,), said.menu, hint=1, available=_something),
    Action("add_code", ("ctrl+n",), said.add_code, hint=2),
    Action("remove", ("delete",), said.remove, hint=3, available=_something),
    Action("clear", ("f12",), said.clear, hint=4, available=_something),
    Action("absent", ("f8",), said.absent, hint=5, roles=frozenset({Role.LEADER})),
    *MANY_ACTIONS,
)

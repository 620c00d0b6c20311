"""What an action is, and where to find those of a screen.

Each module of this package that is named after a screen holds `ACTIONS`, a tuple; `everywhere` holds those that work
on every screen. Nothing here imports a terminal library: the key docs and the help are made from the same tuples.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from communedb.domain.officer import Role
    from communetui.strings.language import ActionText, Words

EVERYWHERE: Final = "everywhere"
"""The module of actions that every screen of an open session offers."""

_NOT_SCREENS: Final = frozenset({"registry", "keys", "steps"})

Available = Callable[[Any], "str | None"]
"""Asked with the screen: None when the action can run, else a sentence that says why not."""


def _always(_screen: object) -> None:
    """Available on any screen in any state."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something an officer can do by one key.

    `id` names the method that does it: `save` runs `do_save` of the screen, or of the app if the screen has none. One
    that `opens` a screen needs no method.
    `keys` are Textual key names, the first is the one shown; `f7 c` is the letter `c` in the menu that F7 opens, which
    the screen looks after. `roles` empty: every officer. `hint` is the place in the
    hint bar (smaller is further left), None keeps it out; it is in the palette and the help all the same. One that is
    `pinned` stands at the right end of the bar, whatever else has no room.
    """

    id: str
    keys: tuple[str, ...]
    text: Words[ActionText]
    hint: int | None = None
    pinned: bool = False
    opens: str = ""
    roles: frozenset[Role] = frozenset()
    available: Available = field(default=_always)


@cache
def actions_in(module: str) -> tuple[Action, ...]:
    """The actions of one module of this package; none if there is no such module."""
    name = f"{__package__}.{module}"
    if find_spec(name) is None:
        return ()
    found: tuple[Action, ...] = import_module(name).ACTIONS
    return found


def actions_of(screen: str, *, everywhere: bool = True) -> tuple[Action, ...]:
    """What a screen offers: its own first, then what works everywhere, under a key that the screen did not take.

    An action that is left without a key is still found in the palette; one whose id the screen has is the screen's.
    """
    own = actions_in(screen)
    if not everywhere:
        return own
    keys = {key for action in own for key in action.keys}
    ids = {action.id for action in own}
    shared = (a for a in actions_in(EVERYWHERE) if a.id not in ids)
    # A menu's letters go with the key that opens it.
    return (*own, *(replace(a, keys=tuple(key for key in a.keys if key.split(" ")[0] not in keys)) for a in shared))


def action_modules() -> tuple[str, ...]:
    """The names of all modules with actions, `everywhere` first."""
    package = import_module(__package__)
    names = sorted(m.name for m in iter_modules(package.__path__) if m.name not in _NOT_SCREENS)
    return (EVERYWHERE, *(n for n in names if n != EVERYWHERE))


def find(actions: Iterable[Action], action_id: str) -> Action | None:
    """The action of that id, if it is among them."""
    return next((action for action in actions if action.id == action_id), None)

"""Keys: which may be bound, how they are written for people, and the page that lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communetui.actions.registry import EVERYWHERE, Action, action_modules, actions_in
from communetui.strings.frame import key_docs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communetui.strings.language import Language

FORBIDDEN: Final = frozenset({"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"})
"""These are Backspace, Tab, line feed and Enter on the wire; ctrl+h is Unikey's backspace on some PCs."""

EDITING: Final = frozenset(f"ctrl+{letter}" for letter in "aecdkuvwxyz")
"""Taken by the text fields (line start and end, copy, paste, cut, delete, undo), so no screen may use them."""

_PLAIN: Final = {
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "space": "Space",
    "delete": "Del",
    "insert": "Ins",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}


def is_sequence(key: str) -> bool:
    """Whether this is a key that opens a menu and a letter that chooses in it: `f7 c`."""
    return " " in key


def allowed(key: str) -> bool:
    """Whether a key reaches the app in every terminal: F-keys, Ctrl+letter, arrows, Tab, Enter, Escape and kin.

    A menu's key may be followed by the menu's letter or digit.
    """
    if is_sequence(key):
        opens, _, letter = key.partition(" ")
        return allowed(opens) and len(letter) == 1 and letter.isascii() and letter.isalnum()
    if key in FORBIDDEN or key in EDITING:
        return False
    if key.startswith("ctrl+"):
        return len(key) == 6 and key[5].isascii() and key[5].isalpha()
    if key.startswith("f") and key[1:].isdigit():
        return 1 <= int(key[1:]) <= 12
    return key in _PLAIN


def key_label(key: str) -> str:
    """A key as people read it: `F2`, `Ctrl+S`, `Esc`, `F7 C`."""
    if is_sequence(key):
        return " ".join(map(key_label, key.split(" ")))
    if key in _PLAIN:
        return _PLAIN[key]
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:].upper()}"
    return key.upper()


def key_hint(key: str) -> str:
    """A key as short as the hint bar needs it: `^S` for Ctrl+S."""
    return f"^{key[5:].upper()}" if key.startswith("ctrl+") else key_label(key)


def markdown_table(language: Language) -> str:
    """The page of all keys in one language, made from the registry: one table per screen."""
    return "\n".join(_page(language)) + "\n"


def _page(language: Language) -> Iterator[str]:
    words = key_docs.said_in(language)
    yield f"# {words.title}"
    for module in action_modules():
        actions = actions_in(module)
        if not actions:
            continue
        yield ""
        yield f"## {words.everywhere if module == EVERYWHERE else words.screens.get(module, module)}"
        yield ""
        yield f"| {words.key} | {words.action} | {words.meaning} |"
        yield "|---|---|---|"
        yield from (_row(action, language) for action in actions)


def _row(action: Action, language: Language) -> str:
    text = action.text.said_in(language)
    return f"| {', '.join(map(key_label, action.keys))} | {text.name} | {text.help} |"

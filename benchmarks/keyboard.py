"""Keys as a terminal sends them."""

from __future__ import annotations

from typing import NamedTuple

_NAMED = {
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "delete": "\x1b[3~", "enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z",
    "escape": "\x1b", "backspace": "\x7f", "space": " ", "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS",
    "f5": "\x1b[15~", "f6": "\x1b[17~", "f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~", "f10": "\x1b[21~",
}  # fmt: skip


class Key(NamedTuple):
    """One press: what it is counted as, its bytes, and the text (a regular expression) that ends it, if not a paint."""

    label: str
    data: bytes
    until: str | None = None


def key(name: str, until: str | None = None, label: str = "") -> Key:
    """A key by its name: `down`, `f2`, `ctrl+n`, `shift+tab`."""
    control = name.startswith("ctrl+")
    return Key(label or name, bytes([ord(name[-1].upper()) & 0x1F]) if control else _NAMED[name].encode(), until)


def typed(text: str, label: str = "letter") -> list[Key]:
    """A text, each character its own press."""
    return [Key(label, character.encode()) for character in text]

"""A few things to choose from, each by its letter or by the arrows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from rich.cells import cell_len, set_cell_size
from rich.text import Text as Rich
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from communedb.domain.text import fold
from communetui.strings.controls import controls

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

V = TypeVar("V")

ROWS = 16
"""Lines in sight; it fits a screen of 24."""


@dataclass(frozen=True, slots=True)
class Item(Generic[V]):
    """One line: what it stands for, its words, and the letter that takes it at once; `why` it cannot be taken now."""

    value: V
    text: str
    letter: str = ""
    why: str | None = None


class Menu(ModalScreen["tuple[V, str] | None"], Generic[V]):
    """Choose one: `await app.push_screen(Menu(title, items), then)`, with `then((value, key) | None)`.

    `key` is "enter" for Enter or a letter, or one of `also`, the other keys that take a line. An item that cannot be
    taken stands in brackets and says why when it is tried.
    """

    DEFAULT_CSS = """
    Menu { align: center middle; }
    Menu > Vertical {
        width: 76; max-width: 98%; height: auto; max-height: 98%; padding: 0 1;
        border: double $border; background: $panel;
    }
    Menu Static { height: auto; width: 100%; }
    Menu #title { text-style: bold; margin-bottom: 1; }
    Menu #keys { margin-top: 1; }
    """

    def __init__(self, title: str, items: Sequence[Item[V]], *, also: Sequence[str] = (), keys: str = "") -> None:
        super().__init__()
        self._title = title
        self._items = tuple(items)
        self._also = frozenset(also)
        self._keys = keys or controls().menu_keys
        self._at = 0

    def compose(self) -> ComposeResult:
        """Title, lines, keys."""
        yield Vertical(
            Static(self._title, markup=False, id="title"),
            Static(self._lines(), markup=False, id="lines"),
            Static(self._keys, markup=False, id="keys"),
        )

    def on_key(self, event: events.Key) -> None:
        """Arrows choose, Enter and letters take, Escape gives up."""
        steps = {"up": -1, "down": 1, "pageup": -ROWS, "pagedown": ROWS, "home": -999, "end": 999}
        event.stop()
        if event.key == "escape":
            self.dismiss(None)
        elif event.key in steps:
            self._at = max(0, min(self._at + steps[event.key], len(self._items) - 1))
            self._paint(self._keys)
        elif self._items and event.key in {"enter", *self._also}:
            self._take(self._items[self._at], event.key)
        elif event.character:
            self._by_letter(event.character.lower())

    def _by_letter(self, letter: str) -> None:
        """Take the item of this letter; where items have none, go to the next one with a word that starts so."""
        for index, item in enumerate(self._items):
            if item.letter == letter:
                self._at = index
                self._take(item, "enter")
                return
        wanted = fold(letter)
        for step in range(1, len(self._items) + 1):
            index = (self._at + step) % len(self._items)
            item = self._items[index]
            if not item.letter and wanted and any(word.startswith(wanted) for word in fold(item.text).split()):
                self._at = index
                self._paint(self._keys)
                return

    def _take(self, item: Item[V], key: str) -> None:
        if item.why is None:
            self.dismiss((item.value, key))
        else:
            self._paint(f"! {item.why}")

    def _paint(self, foot: str) -> None:
        self.query_one("#lines", Static).update(self._lines())
        self.query_one("#keys", Static).update(foot)

    def _lines(self) -> Rich:
        text = Rich(no_wrap=True, overflow="ellipsis")
        first = max(0, min(self._at - ROWS // 2, len(self._items) - ROWS))
        widest = max((cell_len(item.letter) for item in self._items), default=0)
        for index, item in enumerate(self._items[first : first + ROWS], first):
            here = index == self._at
            said = item.text if item.why is None else f"({item.text})"
            letter = f"{set_cell_size(item.letter.upper(), widest)}  " if widest else ""
            style = "reverse" if here else "" if item.why is None else "dim"
            text.append(f"{'>' if here else ' '} {letter}{said} ", style).append("\n")
        text.rstrip()
        return text

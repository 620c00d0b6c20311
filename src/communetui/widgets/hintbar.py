"""The one line at the foot that shows the keys of this screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.text import Text as Rich
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Iterable


class Hint(NamedTuple):
    """A key, the name of its action, and whether it can run now."""

    key: str
    name: str
    enabled: bool


class HintBar(Widget):
    """Keys and names, as many as fit; painted only when its text changes."""

    DEFAULT_CSS = "HintBar { height: 1; width: 100%; background: $panel; color: $foreground; }"

    def __init__(self) -> None:
        super().__init__()
        self.hints: tuple[Hint, ...] = ()

    def show_hints(self, hints: Iterable[Hint]) -> None:
        """Show these, the first ones first; those that cannot run now stand dim in brackets."""
        told = tuple(hints)
        if told != self.hints:
            self.hints = told
            self.refresh()

    def render(self) -> Rich:
        """The line: `Esc Back  F1 Help  (F2 Receive)`."""
        line = Rich(no_wrap=True, end="")
        room = self.size.width
        for key, name, enabled in self.hints:
            text = f"{key} {name}" if enabled else f"({key} {name})"
            if line.cell_len + cell_len(text) > room:
                continue
            if enabled:
                line.append(key, "reverse").append(f" {name}  ")
            else:
                line.append(f"{text}  ", "dim")
        return line

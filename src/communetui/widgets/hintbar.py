"""The one line at the foot that shows the keys of this screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import cell_len
from rich.text import Text as Rich
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Iterable


_GAP: Final = 2


class Hint(NamedTuple):
    """A key, the name of its action, whether it can run now, and whether it stands at the right end, come what may."""

    key: str
    name: str
    enabled: bool
    pinned: bool = False


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
        """The line: `Esc Back  F1 Help  (F2 Receive)          F10 Lock`."""
        right = _line((hint for hint in self.hints if hint.pinned), self.size.width)
        line = _line((hint for hint in self.hints if not hint.pinned), self.size.width - right.cell_len - _GAP)
        line.pad_right(max(self.size.width - line.cell_len - right.cell_len, 0))
        return line.append_text(right)


def _line(hints: Iterable[Hint], room: int) -> Rich:
    """As many as fit, side by side."""
    line = Rich(no_wrap=True, end="")
    for key, name, enabled, _ in hints:
        text = f"{key} {name}" if enabled else f"({key} {name})"
        gap = " " * _GAP if line else ""
        if line.cell_len + len(gap) + cell_len(text) > room:
            continue
        line.append(gap)
        if enabled:
            line.append(key, "reverse").append(f" {name}")
        else:
            line.append(text, "dim")
    return line

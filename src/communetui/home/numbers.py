"""The numbers of the day, each a way into the list behind it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from rich.cells import set_cell_size
from rich.text import Text as Rich
from textual.message import Message
from textual.widget import Widget

from communetui.strings.home import home

if TYPE_CHECKING:
    from textual import events

    from communedb.reports.today import Today

ORDER: Final = (
    "received", "returned", "due_soon", "overdue", "open", "waiting",
    "mine", "offered", "ready", "parked", "unprinted", "changed_by_others", "to_review", "unsent",
)  # fmt: skip
"""Down the left column, then down the right one."""

_PRESSING: Final = frozenset({"overdue"})
ROWS: Final = 7
"""Numbers in the left column."""


class Numbers(Widget, can_focus=True):
    """Two columns of numbers; arrows choose one, Enter posts `Numbers.Chosen`."""

    DEFAULT_CSS = "Numbers { height: 7; width: 100%; }"

    class Chosen(Message):
        """Enter on a number; `name` is one of `ORDER`."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._at = 0
        self.counts: dict[str, int] = {}

    def show(self, today: Today) -> None:
        """Show the numbers of the day."""
        self.counts |= asdict(today)
        self.refresh()

    def show_review(self, count: int) -> None:
        """Show how many dossiers somebody has to look at: a number that takes longer to find."""
        self.counts["to_review"] = count
        self.refresh()

    def show_unsent(self, count: int | None) -> None:
        """Show how many changes nobody else has; nothing at a station that is alone."""
        self.counts.pop("unsent", None)
        if count is not None:
            self.counts["unsent"] = count
        self.refresh()

    def retranslate(self) -> None:
        """Say the names in the language of now."""
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Choose and open."""
        steps = {"up": -1, "down": 1, "left": -ROWS, "right": ROWS}
        if event.key in steps:
            self._at = min(max(self._at + steps[event.key], 0), len(ORDER) - 1)
            self.refresh()
        elif event.key == "enter":
            self.post_message(self.Chosen(ORDER[self._at]))
        else:
            return
        event.stop()

    def render(self) -> Rich:
        """Seven lines of two numbers."""
        width = max(self.size.width // 2, 20)
        lines = Rich(no_wrap=True, end="")
        for line in range(ROWS):
            for index in (line, line + ROWS):
                if index < len(ORDER):
                    lines.append(*self._cell(index, width))
            lines.append("\n")
        lines.rstrip()
        return lines

    def _cell(self, index: int, width: int) -> tuple[str, str]:
        name = ORDER[index]
        count = self.counts.get(name)
        here = self.has_focus and index == self._at
        sign = "!" if name in _PRESSING and count else " "
        shown = "" if count is None else f"{count:,}".replace(",", ".")
        label = set_cell_size(home().numbers[name], width - 14)
        return f"{'>' if here else ' '}{sign}{label}{shown:>9} ", "reverse" if here else ""

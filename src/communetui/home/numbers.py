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
    from textual.geometry import Size

    from communedb.reports.duties import Duties
    from communedb.reports.today import Today

_DOSSIERS: Final = ("overdue", "due_soon", "mine", "offered", "ready", "waiting")
_WORK: Final = ("tasks_overdue", "tasks_red", "tasks_soon", "reports_owed", "feedback_due", "notices")

NARROW: Final = (
    (*_DOSSIERS, "to_review", "open", "received", "returned"),
    (*_WORK, "parked", "unprinted", "changed_by_others", "unsent"),
)
"""Two columns: dossiers, then everything else; what presses stands first in each."""

WIDE: Final = (
    (*_DOSSIERS, "to_review"),
    (*_WORK, "parked"),
    ("open", "received", "returned", "unprinted", "changed_by_others", "unsent"),
)
"""Three shorter columns, which leave the room below to the pressing dossiers."""

_WIDE_FROM: Final = 110


class Numbers(Widget, can_focus=True):
    """Numbers in columns; arrows choose one, Enter posts `Numbers.Chosen`."""

    DEFAULT_CSS = "Numbers { height: auto; width: 100%; }"

    class Chosen(Message):
        """Enter on a number; `name` is one of those in `NARROW`."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._at = NARROW[0][0]
        self._late: frozenset[str] = frozenset()
        self.counts: dict[str, int] = {}

    # -- what it shows

    def show(self, today: Today) -> None:
        """Show the numbers of the day."""
        self.counts |= asdict(today)
        self.refresh()

    def show_duties(self, duties: Duties) -> None:
        """Show what there is of tasks, feedback and notices."""
        self.counts |= {name: getattr(duties, name) for name in _WORK}
        self._late = duties.late
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

    # -- choosing

    def on_key(self, event: events.Key) -> None:
        """Choose and open."""
        steps = {"up": -1, "down": 1}
        if event.key in steps:
            every = [name for column in self._columns() for name in column]
            self._at = every[min(max(every.index(self._at) + steps[event.key], 0), len(every) - 1)]
            self.refresh()
        elif event.key in {"left", "right"}:
            self._go_across(1 if event.key == "right" else -1)
        elif event.key == "enter":
            self.post_message(self.Chosen(self._at))
        else:
            return
        event.stop()

    def _go_across(self, step: int) -> None:
        columns = self._columns()
        here = next(at for at, column in enumerate(columns) if self._at in column)
        line = columns[here].index(self._at)
        there = columns[min(max(here + step, 0), len(columns) - 1)]
        self._at = there[min(line, len(there) - 1)]
        self.refresh()

    # -- how it is painted

    def _columns(self, width: int | None = None) -> tuple[tuple[str, ...], ...]:
        return WIDE if (self.size.width if width is None else width) >= _WIDE_FROM else NARROW

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the longest column has numbers."""
        return max(map(len, self._columns(width)))

    def render(self) -> Rich:
        """A line for each row of numbers."""
        columns = self._columns()
        width = max(self.size.width // len(columns), 20)
        lines = Rich(no_wrap=True, end="")
        for row in range(max(map(len, columns))):
            for column in columns:
                if row < len(column):
                    lines.append(*self._cell(column[row], width))
            lines.append("\n")
        lines.rstrip()
        return lines

    def _cell(self, name: str, width: int) -> tuple[str, str]:
        count = self.counts.get(name)
        here = self.has_focus and name == self._at
        late = name == "overdue" or name in self._late
        sign = "!" if late and count else " "
        shown = "" if count is None else f"{count:,}".replace(",", ".")
        label = set_cell_size(home().numbers[name], width - 14)
        return f"{'>' if here else ' '}{sign}{label}{shown:>9} ", "reverse" if here else ""

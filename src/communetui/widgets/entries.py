"""A page of entries, each of as many lines as it needs, with a cursor on one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from communetui.strings.controls import controls
from communetui.widgets.control import ShowsFocus
from communetui.widgets.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from communetui.strings.language import Text


@dataclass(frozen=True, slots=True)
class Entry:
    """A label, a text that is wrapped beside it, and what it stands for; line feeds in the text are kept."""

    label: str
    text: str
    value: Any = None


class Entries(ShowsFocus, Widget, can_focus=True):
    """Entries to read and choose: arrows go from one to the next, Enter posts `Entries.Selected`.

    An entry longer than the page is scrolled line by line. Never markup.
    """

    DEFAULT_CSS = "Entries { height: 1fr; width: 100%; }"

    class Selected(Message):
        """Enter on an entry."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, *, label_width: int = 20, empty: Text | None = None, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._entries: tuple[Entry, ...] = ()
        self._label_width = label_width
        self._empty = empty
        self._lines: list[tuple[int, str]] = []
        self._starts: list[int] = []
        self._at = 0
        self._top = 0

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        return self._entries[self._at] if self._entries else None

    @property
    def place(self) -> tuple[int, int]:
        """Where the cursor and the page are, for `show`."""
        return (self._at, self._top)

    def show(
        self, entries: Sequence[Entry], place: tuple[int, int] = (0, 0), *, label_width: int | None = None
    ) -> None:
        """Show these, with the cursor at a place that `place` told earlier."""
        self._entries = tuple(entries)
        self._label_width = self._label_width if label_width is None else label_width
        self._at = max(0, min(place[0], len(self._entries) - 1))
        self._top = place[1]
        self._lay_out()

    def show_again(self, entries: Sequence[Entry]) -> None:
        """Show these as they are now; the cursor stays on what it was on, or in its place."""
        here = self.entry.value if self.entry is not None else None
        places = (index for index, entry in enumerate(entries) if here is not None and entry.value == here)
        self.show(entries, (next(places, self._at), self._top))

    def on_resize(self) -> None:
        """Wrap anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        room = max(self.size.width - self._label_width - 3, 10)
        self._lines, self._starts = [], []
        for index, entry in enumerate(self._entries):
            self._starts.append(len(self._lines))
            for number, line in enumerate(wrapped(entry.text, room)):
                label = entry.label if number == 0 else ""
                self._lines.append((index, f"{_fitted(label, self._label_width)} {line}"))
        self._scroll()
        self.refresh()

    def _end(self, index: int) -> int:
        """The line after the last one of an entry."""
        return self._starts[index + 1] if index + 1 < len(self._starts) else len(self._lines)

    def _scroll(self) -> None:
        """Bring the entry under the cursor into sight, its beginning before its end."""
        if not self._entries:
            self._top = 0
            return
        height = max(self.size.height, 1)
        start, end = self._starts[self._at], self._end(self._at)
        if end - start > height:
            self._top = max(start, min(self._top, end - height))
        else:
            self._top = max(end - height, min(self._top, start))
        self._top = max(0, min(self._top, len(self._lines) - 1))

    def on_key(self, event: events.Key) -> None:
        """Move and select."""
        page = max(self.size.height - 1, 1)
        if event.key in {"up", "down"}:
            self._step(1 if event.key == "down" else -1)
        elif event.key in {"pageup", "pagedown"}:
            self._page(page if event.key == "pagedown" else -page)
        elif event.key in {"home", "end"}:
            self._at = 0 if event.key == "home" else max(len(self._entries) - 1, 0)
            self._moved()
        elif event.key == "enter" and self.entry is not None:
            self.post_message(self.Selected(self.entry))
        else:
            return
        event.stop()

    def _step(self, step: int) -> None:
        """To the next entry; within one that is longer than the page, a line."""
        if not self._entries:
            return
        height = max(self.size.height, 1)
        below, above = self._top + height < self._end(self._at), self._top > self._starts[self._at]
        if self._end(self._at) - self._starts[self._at] > height and (below if step > 0 else above):
            self._top += step
        else:
            self._at = max(0, min(self._at + step, len(self._entries) - 1))
        self._moved()

    def _page(self, step: int) -> None:
        if not self._entries:
            return
        line = max(0, min(self._starts[self._at] + step, len(self._lines) - 1))
        self._at = self._lines[line][0]
        self._moved()

    def _moved(self) -> None:
        self._scroll()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of an entry; the one under the cursor is marked by `>` and, with the focus, reversed."""
        style = self.rich_style
        width = self.size.width
        if not self._lines:
            said = (self._empty() if self._empty else controls().empty_list) if y == 0 else ""
            return Strip([Segment(set_cell_size(f"  {said}", width), style)], width)
        number = self._top + y
        if number >= len(self._lines):
            return Strip([Segment(" " * width, style)], width)
        index, line = self._lines[number]
        here = index == self._at
        sign = ">" if here and number == max(self._starts[index], self._top) else " "
        if here:
            style += Style(reverse=True) if self.has_focus else Style(bold=True)
        return Strip([Segment(set_cell_size(f"{sign} {line}", width), style)], width)


def _fitted(text: str, width: int) -> str:
    """A label in exactly so many cells; what is cut off shows as `~`."""
    return set_cell_size(text, width) if cell_len(text) <= width else set_cell_size(text, width - 1) + "~"

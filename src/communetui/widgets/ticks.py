"""Some of many: a list to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text as Rich
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from communetui.strings.controls import controls
from communetui.widgets.control import Entered, ShowsFocus
from communetui.widgets.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual import events
    from textual.geometry import Size

    from communetui.strings.language import Text


_SIGNS: Final = 6
"""Cells before the text of a line."""


class Ticks(ShowsFocus, Widget, can_focus=True):
    """Lines to tick with Space: `Ticks([("a", "Tờ khai")], ticked={"a"})`. Read `ticked`; Enter leaves the list."""

    DEFAULT_CSS = """
    Ticks { height: auto; width: 100%; border-left: solid $border-blurred; }
    """

    class Changed(Message):
        """A line was ticked or not any more."""

    def __init__(
        self,
        lines: Sequence[tuple[str, str]],
        *,
        ticked: Collection[str] = (),
        empty: Text | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(id=id)
        self._lines = tuple(lines)
        self._ticked = frozenset(ticked)
        self._empty = empty
        self._at = 0

    @property
    def ticked(self) -> list[str]:
        """The keys of the ticked lines, in the order of the list."""
        return [key for key, _ in self._lines if key in self._ticked]

    def retranslate(self) -> None:
        """Say the keys in the language of now."""
        self.refresh()

    def snapshot(self) -> object:
        """What is ticked, and the place of the cursor."""
        return (self._ticked, self._at)

    def restore(self, snapshot: object) -> None:
        """Put back what `snapshot` gave."""
        if isinstance(snapshot, tuple):
            self._ticked, self._at = snapshot
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the texts need, and one for the keys."""
        return sum(map(len, self._wrapped(width))) + 1 if self._lines else 1

    def _wrapped(self, width: int) -> list[list[str]]:
        return [wrapped(said, max(width - _SIGNS, 10)) for _, said in self._lines]

    def render(self) -> Rich:
        """`> [x] Tờ khai`."""
        text = Rich(no_wrap=True, overflow="ellipsis", end="")
        if not self._lines:
            return text.append(self._empty() if self._empty else controls().empty_list, "dim")
        for index, lines in enumerate(self._wrapped(self.size.width)):
            here = self.has_focus and index == self._at
            sign = "x" if self._lines[index][0] in self._ticked else " "
            said = ("\n" + " " * _SIGNS).join(lines)
            text.append(f"{'>' if here else ' '} [{sign}] {said}", "reverse" if here else "").append("\n")
        return text.append(controls().tick_keys, "dim")

    def on_key(self, event: events.Key) -> None:
        """Tick and move."""
        if event.key == "enter":
            self.post_message(Entered(self))
        elif event.key == "space" and self._lines:
            self._ticked ^= {self._lines[self._at][0]}
            self.post_message(self.Changed())
            self._move(1)
        elif event.key in {"up", "down"}:
            self._move(1 if event.key == "down" else -1)
        else:
            return
        event.stop()

    def _move(self, step: int) -> None:
        self._at = max(0, min(self._at + step, len(self._lines) - 1))
        self.refresh()
        above = sum(map(len, self._wrapped(self.size.width)[: self._at]))
        self.screen.scroll_to_region(Region(self.region.x, self.region.y + above, 1, 1), animate=False, force=True)

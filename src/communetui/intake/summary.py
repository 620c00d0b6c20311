"""The fixed lines under the form: when the result is due, what is paid, what is still to be looked at."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.text import Text as Rich

from communetui.widgets.fitted import Fitted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Size

_MOST: Final = 4
"""Lines of warnings at most: the form needs the rest of a small screen."""


class SummaryLines(Fitted):
    """Facts side by side where they fit, and a line for each warning; painted only when something changed."""

    DEFAULT_CSS = """
    SummaryLines {
        height: auto; width: 100%; text-style: bold; border-top: solid $border-blurred;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.facts: tuple[str, ...] = ()
        self.warnings: tuple[str, ...] = ()

    def show(self, facts: Sequence[str], warnings: Sequence[str]) -> None:
        """Show these."""
        told = (tuple(facts), tuple(warnings))
        if told == (self.facts, self.warnings):
            return
        before = len(self._lines(self.size.width))
        self.facts, self.warnings = told
        self.refresh(layout=len(self._lines(self.size.width)) != before)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are."""
        return len(self._lines(width))

    def render(self) -> Rich:
        """Facts, then warnings with their sign."""
        return Rich("\n".join(self._lines(self.size.width)), no_wrap=True, overflow="ellipsis", end="")

    def _lines(self, width: int) -> list[str]:
        """The facts in as few lines as they need, each warning in full; what is too much is counted."""
        room = max(width, 20)
        rows: list[str] = []
        for fact in self.facts:
            if rows and cell_len(rows[-1]) + cell_len(fact) + 4 < room:
                rows[-1] += f"    {fact}"
            else:
                rows.append(f" {fact}")
        told: list[str] = []
        for count, warning in enumerate(self.warnings):
            lines = wrap(f"? {warning}", room, subsequent_indent="  ")
            if told and len(told) + len(lines) > _MOST:
                told[-1] += f" (+{len(self.warnings) - count})"
                break
            told += lines
        return rows + told

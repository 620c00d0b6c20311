"""The list of tasks, in which the line that heads a group runs over all columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from communetui.tasks.groups import Head, Shown
from communetui.widgets.cells import strip_of
from communetui.widgets.pagedlist import PagedList

if TYPE_CHECKING:
    from collections.abc import Hashable

    from textual.strip import Strip

    from communetui.widgets.page_source import PageSource
    from communetui.widgets.window import Window


class GroupedList(PagedList[Shown]):
    """A paged list whose rows are tasks and heads of groups."""

    DEFAULT_CSS = "GroupedList { height: 1fr; width: 100%; }"

    _wanted: Hashable = None
    """The key of the row that the cursor goes to once the rows are there."""

    def show_at(self, source: PageSource[Shown], key: Hashable) -> None:
        """Show another source with the cursor on the row of this key, or on the first one."""
        self._wanted = key
        self.show(source)

    def _take(self, window: Window[Shown]) -> None:
        source, wanted, self._wanted = self._source, self._wanted, None
        if wanted is not None and source is not None:
            keys = [source.key(row) for row in window.rows]
            window.move(keys.index(wanted) if wanted in keys else 0)
        super()._take(window)

    def render_line(self, y: int) -> Strip:
        """A head over the whole width, anything else in columns."""
        window = self._window
        index = window.top + y - 1
        row = window.rows[index] if y > 0 and index < len(window.rows) else None
        if not isinstance(row, Head):
            return super().render_line(y)
        here = index == window.cursor
        style = self.rich_style + Style(bold=True)
        if here and self.has_focus:
            style += Style(reverse=True)
        return strip_of(f"{'>' if here else ' '} {row.text}", self.size.width, style)

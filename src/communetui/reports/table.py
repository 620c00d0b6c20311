"""The table of a report: what a row is about stays in sight, the numbers scroll sideways under their headings."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from communetui.reports.grid import HEAD_LINES, wrapped
from communetui.strings.controls import controls
from communetui.strings.reports import shared
from communetui.widgets.cells import fit, strip_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events

    from communetui.reports.grid import Cell, Grid

_SIGN: Final = 2
"""Cells before each row, `>` for the cursor; as many are kept at the other edge for the sign that there is more."""
_NARROW, _WIDE = 30, 48
"""The most cells of a column of words, on a screen of 80 and on a wide one."""
_FROM_WIDE: Final = 116


class _Column(NamedTuple):
    """A column in sight: which one it is, where it begins and how wide it is."""

    at: int
    left: int
    width: int


class FigureTable(Widget, can_focus=True):
    """A grid with one cell under the cursor: `FigureTable(id="figures")`, then `show(grid)`.

    Arrows move by a cell, PgUp and PgDn by a page, Home and End to the first and the last row. Enter posts `Selected`.
    """

    DEFAULT_CSS = "FigureTable { height: 1fr; width: 100%; }"

    class AtCell(Message):
        """Something about the cell under the cursor; None where there are no rows."""

        def __init__(self, table: FigureTable, cell: Cell | None) -> None:
            super().__init__()
            self.table = table
            self.cell = cell

        @property
        def control(self) -> FigureTable:
            """The table, for `@on(FigureTable.Selected, "#figures")`."""
            return self.table

    class Selected(AtCell):
        """Enter on a cell."""

    class Moved(AtCell):
        """The cursor is on another cell."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._grid: Grid | None = None
        self._row = self._column = self._top = self._left = 0

    # -- what it shows

    def show(self, grid: Grid) -> None:
        """Show a grid; the cursor stays where it was as far as there is such a cell."""
        first = self._grid is None or self._grid.figures.report != grid.figures.report
        self._grid = grid
        if first:
            self._row = self._top = 0
            self._left = self._column = min(grid.frozen, len(grid.heads) - 1)
        self._move(0, 0)

    @property
    def cell(self) -> Cell | None:
        """What is under the cursor."""
        grid = self._grid
        return grid.cell(self._row, self._column) if grid is not None and grid.rows else None

    @property
    def told(self) -> tuple[str, str]:
        """The heading of the cell under the cursor, and its text in full."""
        grid = self._grid
        if grid is None or not grid.rows:
            return "", ""
        return grid.heads[self._column].whole, grid.in_full(self._row, self._column)

    @property
    def row_told(self) -> str:
        """What the row under the cursor is about, in full."""
        grid = self._grid
        if grid is None or not grid.rows:
            return ""
        return grid.in_full(self._row, grid.frozen - 1)

    def retranslate(self) -> None:
        """Words change with the grid; whoever made it makes it anew."""
        self.refresh()

    # -- moving

    def on_key(self, event: events.Key) -> None:
        """Move, select."""
        page = max(self._page, 1)
        steps = {
            "up": (-1, 0), "down": (1, 0), "left": (0, -1), "right": (0, 1),
            "pageup": (-page, 0), "pagedown": (page, 0), "home": (-(10**9), 0), "end": (10**9, 0),
        }  # fmt: skip
        if event.key == "up" and self._row == 0:
            # The screen goes on to what stands above.
            return
        if event.key in steps:
            self._move(*steps[event.key])
        elif event.key == "enter" and self.cell is not None:
            self.post_message(self.Selected(self, self.cell))
        else:
            return
        event.stop()

    def _move(self, down: int, right: int) -> None:
        grid = self._grid
        if grid is None:
            return
        self._row = max(0, min(self._row + down, len(grid.rows) - 1))
        self._column = max(0, min(self._column + right, len(grid.heads) - 1))
        self._scroll()
        self.refresh()
        self.post_message(self.Moved(self, self.cell))

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._scroll()

    @property
    def _page(self) -> int:
        return self.size.height - self._head_height

    def _scroll(self) -> None:
        """Bring the cursor into sight, down and sideways."""
        grid = self._grid
        if grid is None:
            return
        page = max(self._page, 1)
        self._top = max(self._row - page + 1, min(self._top, self._row))
        self._top = max(0, min(self._top, len(grid.rows) - page))
        self._left = max(grid.frozen, min(self._left, self._column))
        if self._column < grid.frozen:
            return
        while self._left < self._column and self._column not in {one.at for one in self._in_sight()}:
            self._left += 1

    # -- painting

    def _in_sight(self) -> list[_Column]:
        """The columns that there is room for, those that stay first; the last one may be cut."""
        grid = self._grid
        if grid is None:
            return []
        most = _WIDE if self.size.width >= _FROM_WIDE else _NARROW
        columns: list[_Column] = []
        left = _SIGN
        for at in (*range(grid.frozen), *range(self._left, len(grid.heads))):
            head = grid.heads[at]
            width = max(min(head.values, most), head.least, 3)
            if columns and left + width > self.size.width - _SIGN and at > self._left:
                break
            columns.append(_Column(at, left, min(width, max(self.size.width - left - 1, 1))))
            left += width + 1
        return columns

    @property
    def _head_height(self) -> int:
        grid = self._grid
        if grid is None:
            return 1
        deepest = max((len(wrapped(grid.heads[one.at].text, one.width)) for one in self._in_sight()), default=1)
        return min(deepest, HEAD_LINES) + grid.has_groups

    def render_line(self, y: int) -> Strip:
        """A line of the headings, or a row."""
        grid, style, width = self._grid, self.rich_style, self.size.width
        if grid is None:
            return strip_of(f"  {controls().reading}" if y == 1 else "", width, style)
        height = self._head_height
        if y < height:
            return self._head_line(grid, y, height, style)
        row = self._top + y - height
        if row >= len(grid.rows):
            instead = f"  {shared().no_rows}" if y == height + 1 and not grid.rows else ""
            return strip_of(instead, width, style)
        return self._row_line(grid, row, style)

    def _head_line(self, grid: Grid, y: int, height: int, style: Style) -> Strip:
        bold = style + Style(bold=True, underline=y == height - 1)
        columns = self._in_sight()
        if grid.has_groups and y == 0:
            return strip_of("".join(self._groups(grid, columns)), self.size.width, bold)
        line = y - grid.has_groups
        parts = ["  "]
        for one in columns:
            head = grid.heads[one.at]
            lines = wrapped(head.text, one.width)
            # Headings stand on the rule below them.
            at = line - (height - grid.has_groups - min(len(lines), HEAD_LINES))
            parts.append(fit(lines[at] if 0 <= at < len(lines) else "", one.width, right=head.right) + " ")
        return strip_of(self._with_arrows("".join(parts), columns, is_last=y == height - 1), self.size.width, bold)

    def _with_arrows(self, line: str, columns: list[_Column], *, is_last: bool) -> str:
        """Signs at the edges that there is more to the left or to the right."""
        grid = self._grid
        if grid is None or not is_last:
            return line
        more_left, more_right = self._left > grid.frozen, columns[-1].at < len(grid.heads) - 1
        line = fit(line, self.size.width - 1, right=False) if more_right else line
        return ("< " + line[2:] if more_left else line) + (">" if more_right else "")

    def _groups(self, grid: Grid, columns: list[_Column]) -> Iterator[str]:
        """The groups over the columns in sight, each over all of its own."""
        yield "  "
        for group, held in groupby(columns, key=lambda one: grid.heads[one.at].group):
            widths = [one.width for one in held]
            yield fit(group, sum(widths) + len(widths) - 1, right=False) + " "

    def _row_line(self, grid: Grid, row: int, style: Style) -> Strip:
        here = row == self._row
        if grid.rows[row].heading or grid.is_total(row):
            style += Style(bold=True)
        segments = [Segment("> " if here else "  ", style)]
        for one in self._in_sight():
            text = fit(grid.text(row, one.at), one.width, right=grid.heads[one.at].right)
            marked = here and one.at == self._column
            pointed = style + (Style(reverse=True) if self.has_focus else Style(bold=True, underline=True))
            segments += [Segment(text, pointed if marked else style), Segment(" ", style)]
        return Strip(segments).adjust_cell_length(self.size.width, style)

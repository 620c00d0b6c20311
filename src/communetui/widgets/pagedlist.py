"""A list over any number of rows: only those in sight are read, by key, never by counting from the top."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from rich.cells import cell_len
from rich.style import Style
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from communedb.domain.refusal import Refused
from communetui.numbers import count_text
from communetui.strings.controls import controls
from communetui.threads import run_in_thread
from communetui.widgets.cells import fit, sized, strip_of
from communetui.widgets.control import ShowsFocus
from communetui.widgets.page_source import PageSource, read_again
from communetui.widgets.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, MutableSet, Sequence

    from textual import events
    from textual.strip import Strip

    from communetui.screens.base import BaseScreen
    from communetui.strings.language import Text

RowT = TypeVar("RowT")


@dataclass(frozen=True)
class Column(Generic[RowT]):
    """A column: its title, how a row's cell is worded, and its width in cells.

    `grow` columns share what is left over, `width` is their least. A column `from_width` cells appears only in a list
    at least that wide. `right` puts numbers to the right.
    """

    title: Text
    cell: Callable[[RowT], str]
    width: int
    grow: bool = False
    from_width: int = 0
    right: bool = False


class PagedList(ShowsFocus, Widget, Generic[RowT], can_focus=True):
    """Rows of a source in columns, with a cursor and marks: `PagedList(columns, id="dossiers")`, then `show(source)`.

    Arrows, PgUp, PgDn, Home, End move; Enter posts `PagedList.Selected`; Space marks where `marked`
    is given: the set that holds what `mark_of` says of a row; it belongs to whoever gave it. `mark_at` is the row that
    was marked last. `row` is the one under the cursor. `reload` reads again and keeps the place. Letters are left
    to the screen. A column of one cell before each row shows `>` for the cursor and `*` for a mark.
    """

    DEFAULT_CSS = "PagedList { height: 1fr; width: 100%; }"

    class AtRow(Message):
        """Something about a row; None when there are none."""

        def __init__(self, paged: PagedList[Any], row: Any) -> None:
            super().__init__()
            self.paged = paged
            self.row = row

        @property
        def control(self) -> PagedList[Any]:
            """The list, for `@on(PagedList.Selected, "#dossiers")`."""
            return self.paged

    class Selected(AtRow):
        """Enter on a row."""

    class Moved(AtRow):
        """The cursor is on another row."""

    def __init__(
        self,
        columns: Sequence[Column[RowT]],
        *,
        empty: Text | None = None,
        marked: MutableSet[Any] | None = None,
        mark_of: Callable[[RowT], Hashable] | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.columns = tuple(columns)
        self.marked = marked
        self.mark_at: RowT | None = None
        self.total: int | None = None
        self._source: PageSource[RowT] | None = None
        self._window: Window[RowT] = Window()
        self._empty = empty
        self._mark_of = mark_of
        self._reading = self._anew = False
        self._style = Style()

    # -- what it shows

    @property
    def row(self) -> RowT | None:
        """The row under the cursor."""
        return self._window.row

    def show(self, source: PageSource[RowT]) -> None:
        """Show another source from its first row; keys typed ahead wait for the very first rows that are shown."""
        first_time, self._source = self._source is None, source
        self.mark_at = None
        self._anew = True
        self.total = None
        self._read(lambda: Window(source.first(self._ahead)), hold=first_time)

    def reload(self, source: PageSource[RowT] | None = None) -> None:
        """Read again what is in sight; the cursor stays where it is.

        A new `source` must have the same order: it is the same list as things stand now.
        """
        old = self._window
        source = self._source = source or self._source
        if source is not None and self._anew:
            # What is in sight is still of the source before, in whatever order.
            self.show(source)
        elif source is not None:
            self._read(lambda: read_again(source, old, self._ahead))

    @property
    def page(self) -> int:
        """Rows in sight."""
        return max(self.size.height - 1, 1)

    @property
    def _ahead(self) -> int:
        return max(self.page, 25) * 2

    def _read(self, read: Callable[[], Window[RowT]], *, hold: bool = False) -> None:
        self._reading = True
        run_in_thread(self, read, self._take, refused=self._refuse, group="page", hold=hold)

    def _take(self, window: Window[RowT]) -> None:
        self._reading = self._anew = False
        self._window = window
        self._moved()
        if self._source is not None:
            # Counting a million rows takes longer than reading a page, and would compete with it.
            run_in_thread(self, self._source.count, self._counted, refused=self._refuse, group="count")

    def _counted(self, total: int) -> None:
        self.total = total
        self.refresh(Region(0, 0, self.size.width, 1))

    def _refuse(self, refusal: Refused) -> None:
        self._reading = False
        screen: BaseScreen[Any] = self.screen  # type: ignore[assignment]  # lists stand on screens of ours
        screen.refuse(refusal)

    # -- keys

    async def on_key(self, event: events.Key) -> None:
        """Move, mark, select."""
        steps = {"up": -1, "down": 1, "pageup": -self.page, "pagedown": self.page}
        if event.key in steps:
            await self._move(steps[event.key])
        elif event.key in {"home", "end"} and self._source is not None:
            await self._go_to_end(self._source, first=event.key == "home")
        elif event.key == "enter" and self.row is not None:
            self.post_message(self.Selected(self, self.row))
        elif event.key == "space" and self.marked is not None and self.row is not None:
            await self._turn_mark(self.marked, self.row)
        else:
            return
        event.stop()

    async def _turn_mark(self, marked: MutableSet[Any], row: RowT) -> None:
        """Mark a row, or take its mark away, and go on to the next one."""
        mark = self._mark(row)
        try:
            (marked.discard if mark in marked else marked.add)(mark)
        except Refused as refusal:
            self._refuse(refusal)
            return
        self.mark_at = row
        await self._move(1)

    def _mark(self, row: RowT) -> Hashable:
        if self._mark_of is not None:
            return self._mark_of(row)
        return self._source.key(row) if self._source is not None else None

    async def _move(self, step: int) -> None:
        source, window = self._source, self._window
        if source is None or not window.rows:
            return
        try:
            if window.lacks_after(step):
                last = source.key(window.rows[-1])
                window.extend(await asyncio.to_thread(source.after, last, self._ahead), self._ahead)
            elif window.lacks_before(step):
                key = source.key(window.rows[0])
                window.prepend(await asyncio.to_thread(source.before, key, self._ahead), self._ahead)
        except Refused as refusal:
            self._refuse(refusal)
            return
        window.move(step)
        self._moved()

    async def _go_to_end(self, source: PageSource[RowT], *, first: bool) -> None:
        """Home and End: the window starts anew at that end."""
        try:
            if first:
                self._window = Window(await asyncio.to_thread(source.first, self._ahead))
            else:
                rows = await asyncio.to_thread(source.last, self._ahead)
                start = None if self.total is None else max(self.total - len(rows), 0)
                self._window = Window(rows, cursor=len(rows) - 1, start=start, at_end=True)
        except Refused as refusal:
            self._refuse(refusal)
            return
        self._moved()

    def _moved(self) -> None:
        self._window.scroll(self.page)
        self._window.trim(self._ahead * 3)
        self.refresh()
        self.post_message(self.Moved(self, self.row))

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._window.scroll(self.page)

    def retranslate(self) -> None:
        """Say titles and cells in the language of now."""
        self.refresh()

    def snapshot(self) -> object:
        """The marks; letters change nothing else."""
        return frozenset(self.marked or ())

    def restore(self, snapshot: object) -> None:
        """Put the marks back."""
        if not isinstance(snapshot, frozenset) or self.marked is None:
            return
        for mark in snapshot.symmetric_difference(self.marked):
            (self.marked.add if mark in snapshot else self.marked.discard)(mark)
        self.refresh()

    # -- painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of one painting, which have one style."""
        self._style = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """The titles, or a row."""
        style, width = self._style, self.size.width
        if y == 0:
            return strip_of(self._titles(width), width, style + Style(bold=True, underline=True))
        window = self._window
        index = window.top + y - 1
        if index >= len(window.rows):
            return strip_of(self._instead() if y == 2 and not window.rows else "", width, style)
        row, here = window.rows[index], index == window.cursor
        marked = bool(self.marked) and self._mark(row) in (self.marked or ())
        sign = f"{'>' if here else ' '}{'*' if marked else ' '}"
        if here:
            style += Style(reverse=True) if self.has_focus else Style(bold=True)
        cells = " ".join(fit(column.cell(row), size, right=column.right) for column, size in self._widths(width))
        return strip_of(sign + cells, width, style)

    def _instead(self) -> str:
        if self._reading or self._source is None:
            return f"  {controls().reading}"
        return f"  {self._empty() if self._empty else controls().empty_list}"

    def _titles(self, width: int) -> str:
        titles = "  " + " ".join(fit(c.title(), size, right=c.right) for c, size in self._widths(width))
        place = self._place()
        return sized(titles, max(width - cell_len(place) - 1, 0)) + " " + place

    def _place(self) -> str:
        """`12/1.000.000`; the place is not known while a list read from the middle has not met an end."""
        if self.total is None or not self._window.rows:
            return ""
        total, start = count_text(self.total), self._window.start
        if start is None:
            return controls().position_unknown.format(total=total)
        return controls().position.format(at=count_text(start + self._window.cursor + 1), total=total)

    def _widths(self, width: int) -> list[tuple[Column[RowT], int]]:
        shown = [column for column in self.columns if width >= column.from_width]
        room = width - 2 - sum(column.width + 1 for column in shown) + 1
        growing = sum(column.grow for column in shown)
        share = max(room, 0) // growing if growing else 0
        return [(column, column.width + share * column.grow) for column in shown]

"""The tasks from above: a list in groups, a board by status, search as one types, progress in three keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from textual import on
from textual.widgets import Input

from communedb.stores.task_list import TaskFilter
from communetui.screens.base import BaseScreen
from communetui.searching import pass_on
from communetui.strings.tasks import tasks
from communetui.tasks.board import TaskBoard
from communetui.tasks.columns import columns, row_key
from communetui.tasks.detail import detail_text
from communetui.tasks.entering import Entering
from communetui.tasks.filtering import Filtering
from communetui.tasks.filters import summary_text
from communetui.tasks.grouped_list import GroupedList
from communetui.tasks.groups import Grouping, Head, Shown, grouped
from communetui.tasks.lines import Line, Read, Wanted, read_tasks
from communetui.tasks.offering import why_not_row
from communetui.tasks.scanned import CodeTaking
from communetui.tasks.stepping import Stepping
from communetui.tasks.view import View, read_view
from communetui.widgets.control import Entered
from communetui.widgets.field import Field
from communetui.widgets.row import Row
from communetui.widgets.rows_in_memory import RowsInMemory
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from textual import events
    from textual.app import ComposeResult

    from communedb.journal.pen import Shown as Vector
    from communedb.stores.task_list import TaskRow


class TasksScreen(Stepping, Filtering, Entering, CodeTaking, BaseScreen[None]):
    """A search over a list or a board. Down goes into it, a letter back to the search, Enter opens a task.

    `search` is typed for the officer; `ready` is one of `communetui.tasks.lines.Ready`, the filter behind a number of
    the home page.
    """

    NAME = "tasks"
    AUTO_FOCUS = "#search"
    READS_AGAIN = True
    SHOWS_NEWS = True

    DEFAULT_CSS = """
    TasksScreen Row > * { margin-left: 6; }
    TasksScreen #summary { height: 1; text-style: italic; text-wrap: nowrap; text-overflow: ellipsis; }
    TasksScreen #detail { height: 4; background: $panel; }
    """

    def __init__(self, search: str = "", ready: str = "", wanted: Wanted | None = None) -> None:
        super().__init__()
        self.wanted = wanted or Wanted(TaskFilter(search=search), ready)
        self._read = Read([], {}, {})
        self._by = Grouping.NONE
        self._folded: set[str] = set()
        self._on_board = False
        self.start_entering()
        self._was_shown = self._has_read = False

    def place(self) -> dict[str, Any] | None:
        """Its filter, its grouping, and whether the board is shown."""
        return {**self.wanted.as_place(), "by": self._by.value, "board": self._on_board}

    @classmethod
    def at_place(cls, place: Mapping[str, Any]) -> Self:
        """As it was."""
        made = cls(wanted=Wanted.of_place(place))
        made._by, made._on_board = Grouping(place.get("by", Grouping.NONE)), bool(place.get("board"))
        return made

    def heading(self) -> str:
        """The title, and how the list is grouped."""
        words = tasks()
        if self._by is Grouping.NONE or self._on_board:
            return words.title
        return words.title_grouped.format(what=words.groupings[self._by])

    def body(self) -> ComposeResult:
        """Search, figures, list or board, and what they have no room for."""
        yield Row(
            lambda: f" {tasks().search}", Field(self.wanted.search, hint=lambda: tasks().search_hint, id="search")
        )
        yield Said(lambda: f" {self._summary()}", id="summary")
        yield GroupedList(columns(()), id="tasks", empty=self._nothing)
        yield TaskBoard(id="board")
        yield Said(self._detail, id="detail")

    @property
    def paged(self) -> GroupedList:
        """The list."""
        return self.query_one("#tasks", GroupedList)

    @property
    def board(self) -> TaskBoard:
        """The board."""
        return self.query_one("#board", TaskBoard)

    @property
    def _main(self) -> GroupedList | TaskBoard:
        return self.board if self._on_board else self.paged

    @property
    def shown_row(self) -> Shown | None:
        """What is under the cursor: a task or the head of a group."""
        return self._main.row if self.is_mounted else None

    @property
    def line(self) -> Line | None:
        """The task under the cursor."""
        row = self.shown_row
        return row if isinstance(row, Line) else None

    def _nothing(self) -> str:
        return tasks().nothing_filtered if self.wanted.narrowed else tasks().nothing

    def _summary(self) -> str:
        return summary_text(self.wanted, self._read.lines, self._read.officers) if self._has_read else ""

    def _detail(self) -> str:
        row = self.shown_row
        return detail_text(row, self.app.size.width) if row is not None else ""

    # -- reading

    def on_mount(self) -> None:
        """Read the tasks."""
        self._show_main()
        self._show(anew=True)

    def do_refresh(self) -> None:
        """Read again, in the same place."""
        self._show(anew=False)

    def _show(self, *, anew: bool) -> None:
        register, wanted = self.session.register, self.wanted
        first, self._was_shown = not self._was_shown, True
        self.run_in_thread(
            lambda: read_tasks(register, wanted), lambda found: self._take(found, anew=anew), group="rows", hold=first
        )

    def _take(self, found: Read, *, anew: bool) -> None:
        self._read, self._has_read = found, True
        self.paged.columns = columns(found.lines)
        self._paint(anew=anew)

    def _paint(self, *, anew: bool) -> None:
        """Show what was read, grouped; `anew` from the first row."""
        (self.paged.show if anew else self.paged.reload)(self._source())
        self.board.show(self._read.lines)
        self.query_one("#summary", Said).retranslate()
        self.tell_detail()

    def _source(self) -> RowsInMemory[Shown]:
        return RowsInMemory(grouped(self._read.lines, self._by, self._folded), row_key)

    def want(self, wanted: Wanted) -> None:
        """Show other tasks; the search field says what is searched among them."""
        self.wanted = wanted
        field = self.query_one("#search", Field)
        if field.value != wanted.search:
            field.value = wanted.search
            field.cursor_position = len(wanted.search)
        self._show(anew=True)
        self.desk.note_place()

    # -- searching and opening

    @on(Input.Changed, "#search")
    def search(self, event: Input.Changed) -> None:
        """Narrow what is shown as one types."""
        event.stop()
        if event.value != self.wanted.search:
            self.wanted = self.wanted.searching(event.value)
            self._show(anew=True)

    @on(GroupedList.Moved, "#tasks")
    @on(TaskBoard.Moved, "#board")
    def tell_detail(self) -> None:
        """Say of the task under the cursor what the columns have no room for."""
        self.query_one("#detail", Said).retranslate()

    def on_key(self, event: events.Key) -> None:
        """Keys pass between the search and the list or the board; a space stays."""
        if event.key != "space":
            pass_on(event, self.query_one("#search", Field), self._main)

    @on(Entered, "#search")
    async def open_from_search(self, event: Entered) -> None:
        """Enter in the search opens the task under the cursor."""
        event.stop()
        await self._open(self.shown_row)

    @on(GroupedList.Selected, "#tasks")
    async def open_from_list(self, event: GroupedList.Selected) -> None:
        """Open the task under the cursor, or fold its group."""
        await self._open(event.row)

    @on(TaskBoard.Selected, "#board")
    async def open_from_board(self, event: TaskBoard.Selected) -> None:
        """Open the task under the cursor."""
        await self._open(event.row)

    async def _open(self, row: Shown | None) -> None:
        if isinstance(row, Head):
            self._folded ^= {row.name}
            self._paint(anew=False)
        elif row is not None:
            await self.desk.show("task", task=row.row.key)

    # -- board and groups

    def do_board(self) -> None:
        """Change between the list and the board."""
        in_it = self._main.has_focus
        self._on_board = not self._on_board
        self._show_main()
        if in_it:
            self._main.focus()
        self.update_heading()
        self.tell_detail()
        self.desk.note_place()
        if self._on_board:
            self.notice.tell(tasks().on_board)

    def _show_main(self) -> None:
        self.paged.display, self.board.display = not self._on_board, self._on_board

    def do_turn_groups(self) -> None:
        """Group in the next way."""
        if self._on_board:
            self.do_board()
        here = self.line
        self._by = self._by.following
        self._folded.clear()
        self.paged.show_at(self._source(), here.row.key if here else None)
        self.update_heading()
        self.desk.note_place()
        words = tasks()
        grouped_now = self._by is not Grouping.NONE
        self.notice.tell(words.turned.format(what=words.groupings[self._by]) if grouped_now else words.not_grouped)

    def do_fold_groups(self) -> None:
        """Fold all groups, or open them when all are folded."""
        heads = {row.name for row in grouped(self._read.lines, self._by, ()) if isinstance(row, Head)}
        unfold = self._folded >= heads
        self._folded = set() if unfold else heads
        self._paint(anew=True)
        self.notice.tell(tasks().unfolded if unfold else tasks().folded)

    # -- what can be done

    async def with_view(self, then: Callable[[View], Awaitable[None]]) -> None:
        """Read the task under the cursor, then go on."""
        line = self.line
        if line is None:
            self.notice.error(tasks().on_head if self.shown_row is not None else tasks().no_row)
            return
        key = line.row.key
        self.run_in_thread(lambda: self.reread(key), then, group="view", hold=True)

    def reread(self, key: str) -> View:
        """A task as it is now; from a thread."""
        return read_view(self.session.register, key)

    def quick_target(self) -> tuple[TaskRow, Mapping[str, Vector]] | None:
        """The task under the cursor."""
        return (self.line.row, self._read.shown) if self.line else None

    def why_not_step(self, name: str) -> str | None:
        """Why a step is not possible with the task under the cursor, as far as its row tells."""
        row = self.shown_row
        if isinstance(row, Head):
            return tasks().on_head
        return why_not_row(self.session.register, row.row if row else None, name)

    def why_not_write(self) -> str | None:
        """Why nothing can be changed."""
        return self.why_not_step("")

    def retranslate(self) -> None:
        """Rows and detail are words, too."""
        super().retranslate()
        self._paint(anew=False)

"""The tasks from above: a list in groups, a board by status, search as one types, progress in three keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from textual import on
from textual.widgets import Input

from communedb.domain.moment import local
from communedb.journal.pen import shown_now
from communedb.stores.officers import officer_names, read_officers
from communedb.stores.task_list import TaskFilter
from communedb.stores.task_rules import read_rules
from communedb.stores.tasks import find_task
from communetui.scanned_code import open_code
from communetui.screens.base import BaseScreen
from communetui.strings.task_forms import task_forms
from communetui.strings.tasks import tasks
from communetui.tasks.board import TaskBoard
from communetui.tasks.detail import detail_text
from communetui.tasks.fact_forms import new_form
from communetui.tasks.filters import FilterFacts, filter_form, read_facts, ready_items, summary_text
from communetui.tasks.grouped_list import GroupedList
from communetui.tasks.groups import Grouping, Head, Shown, grouped
from communetui.tasks.lines import Line, Wanted, read_lines
from communetui.tasks.offering import why_not_new, why_not_row
from communetui.tasks.stepping import Stepping
from communetui.tasks.told import mark, progress_text, row_time, short_day
from communetui.tasks.view import View, read_view
from communetui.widgets.control import Entered
from communetui.widgets.field import Field
from communetui.widgets.menu import Menu
from communetui.widgets.pagedlist import Column
from communetui.widgets.row import Row
from communetui.widgets.rows_in_memory import RowsInMemory
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult

    from communedb.desk.task_entry import Entered as NewlyEntered
    from communedb.domain.refusal import Refused
    from communedb.domain.task import NewTask
    from communedb.domain.task_rules import TaskRules
    from communedb.journal.pen import Shown as Vector
    from communedb.stores.task_list import TaskRow
    from communetui.scanning import Scanned


class Read(NamedTuple):
    """What was read: the tasks, officers' names, and what the reader had been shown."""

    lines: list[Line]
    officers: Mapping[str, str]
    shown: Mapping[str, Vector]


class TasksScreen(Stepping, BaseScreen[None]):
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
        self._wanted = wanted or Wanted(TaskFilter(search=search), ready)
        self._read = Read([], {}, {})
        self._by = Grouping.NONE
        self._folded: set[str] = set()
        self._on_board = False
        self._last_new: NewTask | None = None
        self._was_shown = False

    def place(self) -> dict[str, Any] | None:
        """Its filter, its grouping, and whether the board is shown."""
        return {**self._wanted.as_place(), "by": self._by.value, "board": self._on_board}

    @classmethod
    def at_place(cls, place: Mapping[str, Any]) -> Self:
        """As it was."""
        made = cls(wanted=Wanted.of_place(place))
        made._by, made._on_board = Grouping(place["by"]), bool(place["board"])
        return made

    def heading(self) -> str:
        """The title."""
        return tasks().title

    def body(self) -> ComposeResult:
        """Search, figures, list or board, and what they have no room for."""
        yield Row(
            lambda: f" {tasks().search}", Field(self._wanted.search, hint=lambda: tasks().search_hint, id="search")
        )
        yield Said(lambda: f" {self._summary()}", id="summary")
        yield GroupedList(_columns(), id="tasks", empty=self._nothing)
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
        return tasks().nothing_filtered if self._wanted.narrowed else tasks().nothing

    def _summary(self) -> str:
        by = Grouping.NONE if self._on_board else self._by
        return summary_text(self._wanted, self._read.lines, by, self._read.officers)

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
        register, wanted = self.session.register, self._wanted

        def read() -> Read:
            shown = shown_now(register.db)
            return Read(read_lines(register, wanted), officer_names(register.db), shown)

        first, self._was_shown = not self._was_shown, True
        self.run_in_thread(read, lambda found: self._take(found, anew=anew), group="rows", hold=first)

    def _take(self, found: Read, *, anew: bool) -> None:
        self._read = found
        self._paint(anew=anew)

    def _paint(self, *, anew: bool) -> None:
        """Show what was read, grouped; `anew` from the first row."""
        (self.paged.show if anew else self.paged.reload)(self._source())
        self.board.show(self._read.lines)
        self.query_one("#summary", Said).retranslate()
        self.tell_detail()

    def _source(self) -> RowsInMemory[Shown]:
        return RowsInMemory(grouped(self._read.lines, self._by, self._folded), _key)

    def _want(self, wanted: Wanted) -> None:
        """Show other tasks; the search field says what is searched among them."""
        self._wanted = wanted
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
        if event.value != self._wanted.search:
            self._wanted = self._wanted.searching(event.value)
            self._show(anew=True)

    @on(GroupedList.Moved, "#tasks")
    @on(TaskBoard.Moved, "#board")
    def tell_detail(self) -> None:
        """Say of the task under the cursor what the columns have no room for."""
        self.query_one("#detail", Said).retranslate()

    def on_key(self, event: events.Key) -> None:
        """Down and the page keys go from the search into the list; letters and digits go back."""
        field, main = self.query_one("#search", Field), self._main
        if field.has_focus and event.key in {"down", "pagedown"}:
            main.focus()
        elif main.has_focus and event.character and event.is_printable and event.key != "space":
            field.focus()
            field.insert_text_at_cursor(event.character)
        else:
            return
        event.stop()

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

    def on_scanned(self, event: Scanned) -> None:
        """A task's code, typed as fast as a scanner or scanned from a plan, opens that task; others are the app's."""
        if event.card:
            return
        event.stop()
        register, code = self.session.register, event.text

        async def found(key: str) -> None:
            await self.desk.show("task", task=key)

        def unknown(_: Refused) -> None:
            open_code(self, code, lambda: self.desk.show("dossier", code=code))

        self.run_in_thread(lambda: find_task(register.db, code), found, refused=unknown, group="scan", hold=True)

    # -- board and groups

    def do_board(self) -> None:
        """Change between the list and the board."""
        in_it = self._main.has_focus
        self._on_board = not self._on_board
        self._show_main()
        if in_it:
            self._main.focus()
        self.query_one("#summary", Said).retranslate()
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
        self.query_one("#summary", Said).retranslate()
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

    # -- filters

    def do_open_filter(self) -> None:
        """Open the form of the filters."""
        register = self.session.register
        self.run_in_thread(lambda: read_facts(register), self._ask_filter, group="facts", hold=True)

    async def _ask_filter(self, facts: FilterFacts) -> None:
        await self.app.push_screen(filter_form(self._wanted, facts), self._filtered)

    def _filtered(self, wanted: Wanted | None) -> None:
        if wanted is not None:
            self._want(wanted)

    async def do_ready_filters(self) -> None:
        """Offer the filters that are ready."""
        await self.app.push_screen(Menu(task_forms().ready_title, ready_items()), self._ready_chosen)

    def _ready_chosen(self, chosen: tuple[str, str] | None) -> None:
        if chosen is not None:
            self._want(Wanted(TaskFilter(search=self._wanted.search), chosen[0], self._wanted.order))

    def do_clear_filters(self) -> None:
        """No filter, no search; order and groups stay."""
        self._want(replace(self._wanted, filter=TaskFilter(), ready=""))

    # -- what can be done

    def do_new_task(self) -> None:
        """Enter a task; the directive of the one entered before stays in the form."""
        register = self.session.register

        def read() -> tuple[TaskRules, Mapping[str, str]]:
            return read_rules(register.db), {one.id: one.name for one in read_officers(register.db)}

        self.run_in_thread(read, self._ask_new, group="facts", hold=True)

    async def _ask_new(self, facts: tuple[TaskRules, Mapping[str, str]]) -> None:
        today = local(self.session.register.now()).date()
        form = new_form(self.session, (*facts, today), None, self._last_new)
        await self.app.push_screen(form, self._newly_entered)

    def _newly_entered(self, answer: tuple[NewlyEntered, NewTask] | None) -> None:
        if answer is not None:
            self._last_new = answer[1]
        self.entered(answer)

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

    def why_not_new(self) -> str | None:
        """Why no task can be entered."""
        return why_not_new(self.session.register)

    def retranslate(self) -> None:
        """Rows and detail are words, too."""
        super().retranslate()
        self._paint(anew=False)


def _key(row: Shown) -> Hashable:
    return ("head", row.name) if isinstance(row, Head) else row.row.key


def _columns() -> Sequence[Column[Any]]:
    """The columns of the list; the officer and the unit come where there is room."""
    return [
        Column(lambda: "", lambda line: mark(line.row), 4),
        Column(lambda: tasks().code, lambda line: line.row.code, 12),
        Column(lambda: tasks().task, lambda line: line.row.title, 24, grow=True),
        Column(lambda: tasks().lead_unit, lambda line: line.unit, 18, from_width=128),
        Column(lambda: tasks().responsible, lambda line: line.officer_short, 12, from_width=100),
        Column(lambda: tasks().percent, lambda line: progress_text(line.row), 8),
        Column(lambda: tasks().due, lambda line: short_day(line.row.due_on), 8),
        Column(lambda: "", lambda line: row_time(line.row), 12),
    ]

"""The reports: found by a few letters, each with when it was last sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.widgets import Input

from communedb.domain.text import fold
from communetui.reports.leader import LeaderPage
from communetui.reports.listing import ReportLine, report_lines
from communetui.strings.report_screens import report_screens
from communetui.widgets.control import Entered
from communetui.widgets.field import Field
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.row import Row
from communetui.widgets.rows_in_memory import RowsInMemory

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult


class ReportsScreen(LeaderPage):
    """A search field over the list; Enter opens a report, F7 makes the leader's page of the week."""

    NAME = "reports"
    AUTO_FOCUS = "#search"
    READS_AGAIN = True

    DEFAULT_CSS = "ReportsScreen Row > * { margin-left: 14; }"

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[ReportLine] = []

    def place(self) -> dict[str, Any] | None:
        """One comes back to it."""
        return {}

    def heading(self) -> str:
        """The title."""
        return report_screens().title

    def body(self) -> ComposeResult:
        """Search and list."""
        yield Row(lambda: f" {report_screens().search}", Field(hint=lambda: report_screens().search_hint, id="search"))
        yield PagedList[ReportLine](
            [
                Column(lambda: report_screens().report, lambda line: line.title, 40, grow=True),
                Column(lambda: report_screens().last_sent, lambda line: line.last_sent, 24),
            ],
            id="reports",
            empty=lambda: report_screens().none_found,
        )

    @property
    def _list(self) -> PagedList[ReportLine]:
        return self.query_one("#reports", PagedList)

    # -- reading

    def on_mount(self) -> None:
        """Read what was sent; Enter typed ahead is for the first of the list."""
        register = self.session.register
        self.run_in_thread(lambda: report_lines(register.db), self._take, group="read", hold=True)

    def do_refresh(self) -> None:
        """Read again."""
        register = self.session.register
        self.run_in_thread(lambda: report_lines(register.db), self._take, group="read")

    def _take(self, lines: list[ReportLine]) -> None:
        first, self._lines = not self._lines, lines
        (self._list.show if first else self._list.reload)(self._found())

    def _found(self) -> RowsInMemory[ReportLine]:
        """The reports each of whose typed words begins a word of the title or the name."""
        wanted = fold(self.query_one("#search", Field).value).split()
        found = [
            line for line in self._lines if all(any(word.startswith(one) for word in line.words) for one in wanted)
        ]
        return RowsInMemory(found, lambda line: line.name)

    @on(Input.Changed, "#search")
    def search(self) -> None:
        """Narrow the list as one types."""
        self._list.show(self._found())

    def on_key(self, event: events.Key) -> None:
        """Down and the page keys go from the search into the list."""
        if event.key in {"down", "pagedown"} and self.query_one("#search", Field).has_focus:
            self._list.focus()
            event.stop()

    # -- opening

    @on(Entered, "#search")
    async def open_first(self, event: Entered) -> None:
        """Enter in the search opens the report under the cursor."""
        event.stop()
        if self._list.row is not None:
            await self.desk.show("report", report=self._list.row.name)

    @on(PagedList.Selected, "#reports")
    async def open_report(self, event: PagedList.Selected) -> None:
        """Open the report under the cursor."""
        await self.desk.show("report", report=event.row.name)

    def retranslate(self) -> None:
        """The titles are words, too: by them one searches."""
        super().retranslate()
        self.do_refresh()

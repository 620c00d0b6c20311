"""What was sent of a report: each time with whether it still holds; Enter shows what differs, or that period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from textual import on

from communetui.report_files.wording import title_of
from communetui.reports.points import difference_points
from communetui.reports.reading import known_report
from communetui.reports.sent_lines import SentLine, compare, sent_lines
from communetui.screens.base import BaseScreen
from communetui.strings.report_screens import report_screens
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.rows_in_memory import RowsInMemory

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult


class SentScreen(BaseScreen[None]):
    """The sendings of one report, the last first; those that hold as the last word are compared one by one."""

    NAME = "sent"
    AUTO_FOCUS = "#sent"
    READS_AGAIN = True

    def __init__(self, report: str = "ii06a") -> None:
        super().__init__()
        self._report = report
        self._lines: list[SentLine] = []

    def place(self) -> dict[str, Any] | None:
        """One comes back to it."""
        return {"report": self._report}

    @classmethod
    def at_place(cls, place: Mapping[str, Any]) -> Self:
        """Those of that report."""
        return cls(known_report(place["report"]))

    def heading(self) -> str:
        """Of which report."""
        return report_screens().sent_title.format(title=title_of(self._report))

    def body(self) -> ComposeResult:
        """The list."""
        yield PagedList[SentLine](
            [
                Column(lambda: report_screens().period, lambda line: line.period, 26, grow=True),
                Column(lambda: report_screens().sent_at, lambda line: line.at, 16),
                Column(lambda: report_screens().sent_by, lambda line: line.officer, 16, from_width=100),
                Column(lambda: report_screens().as_sent, lambda line: line.state, 16),
            ],
            id="sent",
            empty=lambda: report_screens().none_sent,
        )

    @property
    def _list(self) -> PagedList[SentLine]:
        return self.query_one("#sent", PagedList)

    # -- reading

    def on_mount(self) -> None:
        """Read them; Enter typed ahead is for the first of the list."""
        register = self.session.register
        self.run_in_thread(lambda: sent_lines(register, self._report), self._take, group="read", hold=True)

    def do_refresh(self) -> None:
        """Read and compare again."""
        register = self.session.register
        self.run_in_thread(lambda: sent_lines(register, self._report), self._take, group="read")

    def _take(self, lines: list[SentLine]) -> None:
        first, self._lines = not self._lines, lines
        rows = RowsInMemory(lines, lambda line: line.sent.id)
        (self._list.show if first else self._list.reload)(rows)
        self._compare_next()

    def _compare_next(self) -> None:
        """Compare the next one, until all are: an officer sees the first long before a year is worked out."""
        line = next((one for one in self._lines if one.now is None and not one.is_corrected), None)
        if line is not None:
            register = self.session.register
            self.run_in_thread(lambda: compare(register, line), lambda _: self._compared(), group="compare")

    def _compared(self) -> None:
        self._list.refresh()
        self._compare_next()

    def why_nothing_was_sent(self) -> str | None:
        """There must be a line to show."""
        return report_screens().none_sent if self._list.row is None else None

    # -- opening

    async def do_show_as_sent(self) -> None:
        """Show the report under the cursor as it went up, with its lists as they were then."""
        line = self._list.row
        if line is not None:
            await self.desk.show("report", report=self._report, period=line.sent.period, as_sent=line.sent)

    @on(PagedList.Selected, "#sent")
    async def open_line(self, event: PagedList.Selected) -> None:
        """What differs, if anything does; else the report of that period."""
        line: SentLine = event.row
        title = title_of(self._report)
        if line.now is None or not line.differences:
            await self.desk.show("report", report=self._report, period=line.sent.period)
            return
        await self.desk.show(
            "points",
            points=difference_points(line.now, line.differences),
            title=report_screens().differs_title.format(at=line.at),
            report=title,
            subjects=line.now.subjects,
        )

"""Looking closer at a report: what a number counts, what does not add up, what is not as it was sent, its chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import on
from textual.containers import VerticalScroll

from communetui.charts.terminal import lines as chart_lines
from communetui.report_files.wording import title_of
from communetui.reports.opening import open_keys
from communetui.reports.points import doubt_points
from communetui.reports.reading import LEADER
from communetui.reports.table import FigureTable
from communetui.screens.base import BaseScreen
from communetui.strings.report_screens import report_screens
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from communetui.reports.reading import Read

DRAWN_FIRST: Final = frozenset({"by-day", "due-ahead", "on-time", LEADER})
"""Reports that are charts or sentences above all: these open with them."""


class Looking(BaseScreen[None]):
    """What Enter, the doubts, the sent ones and the chart do on the screen of one report."""

    read: Read | None
    report_name: str

    if TYPE_CHECKING:

        def why_nothing_is_open(self) -> str | None:
            """Why no figures are shown."""

    @property
    def table(self) -> FigureTable:
        """The table."""
        return self.query_one("#figures", FigureTable)

    # -- behind a number

    @on(FigureTable.Selected, "#figures")
    def open_behind(self, event: FigureTable.Selected) -> None:
        """Open what the cell counts: one thing at once, more as a list."""
        read, cell = self.read, event.cell
        if read is None or cell is None:
            return
        if not cell.keys:
            self.notice.tell(report_screens().nothing_behind)
            return
        heading, _ = self.table.told
        what = f"{self.table.row_told} | {heading}"
        open_keys(self, cell.keys, read.figures.subjects, title_of(self.report_name), what)

    # -- what does not add up, and what was sent

    async def do_show_doubts(self) -> None:
        """List what does not add up; each leads to its dossier."""
        read, words = self.read, report_screens()
        if read is None or not read.figures.doubts:
            self.notice.tell(words.no_doubts)
            return
        await self.desk.show(
            "points",
            points=doubt_points(self.report_name, read.figures.doubts),
            title=words.doubts_title.format(count=len(read.figures.doubts)),
            report=title_of(self.report_name),
            subjects=read.figures.subjects,
        )

    async def do_show_sent(self) -> None:
        """What was sent, and whether it still holds."""
        await self.desk.show("sent", report=self.report_name)

    # -- the chart

    def why_no_chart(self) -> str | None:
        """Why there is no chart to change to."""
        if self.read is None:
            return self.why_nothing_is_open()
        return None if self.read.is_drawn else report_screens().no_chart

    def do_show_chart(self) -> None:
        """Change between the table and the chart."""
        self.show_chart(wanted=bool(self.table.display))

    def show_chart(self, *, wanted: bool) -> None:
        """Show the chart, or the table."""
        scroll = self.query_one("#chart", VerticalScroll)
        scroll.display, self.table.display = wanted, not wanted
        for said in self.query("#drawn, #cell").results(Said):
            said.retranslate()
        (scroll if wanted else self.table).focus()

    def drawn(self) -> str:
        """The chart, or the leader's page, as text."""
        read = self.read
        if read is None:
            return ""
        if read.figures.report == LEADER:
            from communetui.leader.words import lines as page_lines

            return "\n".join(page_lines(read.figures))
        return "\n".join(chart_lines(read.series, max(self.app.size.width - 3, 20))) if read.series else ""

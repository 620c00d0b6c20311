"""Looking closer at a report: what a number counts, what does not add up, what is not as it was sent, its chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import on
from textual.containers import VerticalScroll

from communetui.charts.terminal import lines as chart_lines
from communetui.numbers import count_text
from communetui.report_files.wording import doubt_text, heading_of, row_text, title_of, value_of
from communetui.reports.behind import subjects_of
from communetui.reports.period_words import period_text
from communetui.reports.reading import LEADER, all_sent
from communetui.reports.table import FigureTable
from communetui.reports.told import moment_text, subject_word
from communetui.screens.base import BaseScreen
from communetui.screens.behind import open_subject
from communetui.strings.report_screens import report_screens
from communetui.widgets.menu import Item, Menu
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from communedb.domain.period import Period
    from communedb.reports.figures import Doubt
    from communedb.stores.sent_reports import Difference, Sent
    from communetui.reports.reading import Read

DRAWN_FIRST: Final = frozenset({"by-day", "due-ahead", "on-time", LEADER})
"""Reports that are charts or sentences above all: these open with them."""


class Looking(BaseScreen[None]):
    """What Enter, the doubts, the sent ones and the chart do on the screen of one report."""

    read: Read | None
    report_name: str

    if TYPE_CHECKING:

        def turn_to(self, period: Period) -> None:
            """Show another period."""

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
        self._open_keys(cell.keys, self.table.row_told, heading)

    def _open_keys(self, keys: tuple[str, ...], row: str, heading: str) -> None:
        """Open what the keys name."""
        register, told = self.session.register, self.read.figures.subjects if self.read else ""

        async def show(subjects: str) -> None:
            if len(keys) == 1:
                await open_subject(self, subjects, keys[0])
                return
            what = report_screens().behind_count.format(
                row=row, column=heading, count=count_text(len(keys)), what=subject_word(subjects)
            )
            await self.desk.show("behind", keys=keys, subjects=subjects, report=title_of(self.report_name), what=what)

        self.run_in_thread(lambda: subjects_of(register.db, keys, told), show, group="behind", hold=True)

    # -- what does not add up

    async def do_show_doubts(self) -> None:
        """List what does not add up; each leads to its dossier."""
        read, words = self.read, report_screens()
        if read is None or not read.figures.doubts:
            self.notice.tell(words.no_doubts)
            return
        items = [Item(doubt, doubt_text(doubt, self.report_name)) for doubt in read.figures.doubts]
        await self.app.push_screen(Menu(words.doubts_title.format(count=len(items)), items), self._doubt_chosen)

    def _doubt_chosen(self, chosen: tuple[Doubt, str] | None) -> None:
        if chosen is None:
            return
        doubt = chosen[0]
        if doubt.subject:
            self._open_keys((doubt.subject,), "", "")
        else:
            self.notice.tell(f"{doubt_text(doubt, self.report_name)} {report_screens().doubt_without_subject}")

    # -- what was sent

    async def do_show_sent(self) -> None:
        """Where the figures differ from what was sent, else the list of what was sent."""
        if self.read is not None and self.read.differences and self.read.sent is not None:
            await self._offer_differences(self.read, self.read.sent)
            return
        register, name = self.session.register, self.report_name
        self.run_in_thread(lambda: all_sent(register, name), self._offer_sent, group="sent")

    async def _offer_differences(self, read: Read, sent: Sent) -> None:
        words = report_screens()
        items = [Item(one, self._difference_line(read, one)) for one in read.differences]
        title = words.differs_title.format(at=moment_text(sent.sent_at))
        await self.app.push_screen(Menu(title, items, keys=words.difference_keys), self._difference_chosen)

    def _difference_line(self, read: Read, one: Difference) -> str:
        column = next(column for column in read.figures.columns if column.name == one.column)
        group, heading = heading_of(read.figures.report, column)
        return report_screens().difference.format(
            row=row_text(read.figures, one.row),
            column=f"{group}: {heading}" if group else heading,
            sent=value_of(read.figures.report, column, one.sent) or "-",
            now=value_of(read.figures.report, column, one.now) or "-",
        )

    def _difference_chosen(self, chosen: tuple[Difference, str] | None) -> None:
        if chosen is None or self.read is None:
            return
        one = chosen[0]
        keys = (*one.gone, *one.came)
        if keys:
            self._open_keys(keys, self._difference_line(self.read, one), report_screens().came_or_went)
        else:
            self.notice.tell(report_screens().nothing_behind)

    async def _offer_sent(self, found: list[Sent]) -> None:
        words = report_screens()
        if not found:
            self.notice.tell(words.none_sent)
            return
        officers = self.read.officers if self.read else {}
        items = [
            Item(
                one,
                words.sent_line.format(
                    period=period_text(one.period),
                    at=moment_text(one.sent_at),
                    officer=officers.get(one.officer, "-"),
                    corrects=words.corrects if one.corrects else "",
                ),
            )
            for one in found
        ]
        await self.app.push_screen(Menu(words.sent_title, items, keys=words.sent_keys), self._sent_chosen)

    def _sent_chosen(self, chosen: tuple[Sent, str] | None) -> None:
        if chosen is not None:
            self.turn_to(chosen[0].period)

    # -- the chart

    def do_show_chart(self) -> None:
        """Change between the table and the chart."""
        if self.read is None or not self.read.is_drawn:
            self.notice.tell(report_screens().no_chart)
            return
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

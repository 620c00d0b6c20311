"""One report: its period, its table, what does not add up, and what becomes of it."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from textual import on
from textual.containers import VerticalScroll

from communedb.domain.moment import local
from communedb.domain.period import Period, PeriodKind, parse, period_of
from communedb.domain.refusal import Refused
from communetui.report_files.wording import title_of
from communetui.reports.giving_out import GivingOut
from communetui.reports.grid import Grid
from communetui.reports.looking import DRAWN_FIRST, Looking
from communetui.reports.period_form import range_form
from communetui.reports.period_picker import PeriodPicker
from communetui.reports.reading import Read, known_report, read_as_sent, read_report
from communetui.reports.table import FigureTable
from communetui.reports.told import cell_line, first_kind, state_line
from communetui.strings.report_screens import report_screens
from communetui.widgets.menu import Item, Menu
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer

    from communedb.stores.sent_reports import Sent
    from communetui.widgets.control import Entered

_TICK: Final = 1.0
"""Seconds after which an officer is told how long it has taken so far."""
_LETTERS: Final = {
    PeriodKind.DAY: "n",
    PeriodKind.WEEK: "t",
    PeriodKind.MONTH: "h",
    PeriodKind.QUARTER: "q",
    PeriodKind.HALF: "6",
    PeriodKind.YEAR: "m",
    PeriodKind.OFFICIAL_MONTH: "1",
    PeriodKind.OFFICIAL_QUARTER: "2",
    PeriodKind.OFFICIAL_HALF: "3",
    PeriodKind.OFFICIAL_YEAR: "4",
    PeriodKind.RANGE: "d",
}
"""By kind of period, its letter in the menu: những tiếng Ngày, Tuần, tHáng, Quý, năM; từ ngày đến (D)."""


class ReportScreen(Looking, GivingOut):
    """The period on top, the table below; Enter on a number opens what it counts.

    With `as_sent` it shows what went up, until the officer turns to another period.
    """

    NAME = "report"
    AUTO_FOCUS = "#figures"
    READS_AGAIN = True

    DEFAULT_CSS: ClassVar[str] = """
    ReportScreen #state { height: 1; text-style: italic; text-wrap: nowrap; text-overflow: ellipsis; }
    ReportScreen #cell { height: 2; background: $panel; text-wrap: nowrap; text-overflow: ellipsis; }
    ReportScreen #chart { height: 1fr; display: none; }
    """

    def __init__(self, report: str = "ii06a", period: Period | None = None, as_sent: Sent | None = None) -> None:
        super().__init__()
        self._as_sent = as_sent
        self.report_name = report
        self._asked_period = period
        self.read: Read | None = None
        self._began = 0.0
        self._ticking: Timer | None = None
        self._holds_keys = False

    @property
    def period(self) -> Period:
        """The period shown, or being read; at first that of today."""
        if self._asked_period is None:
            today = local(self.session.register.now()).date()
            self._asked_period = period_of(first_kind(self.report_name), today)
        return self._asked_period

    def place(self) -> dict[str, Any] | None:
        """The report and its period."""
        return {"report": self.report_name, "period": self.period.name}

    @classmethod
    def at_place(cls, place: Mapping[str, Any]) -> Self:
        """That report for that period."""
        # A later version may have kept a report, or a kind of period, that this one does not know.
        known_report(place["report"])
        try:
            return cls(report=place["report"], period=parse(place["period"]))
        except Refused as refusal:
            raise ValueError(str(refusal)) from refusal

    def heading(self) -> str:
        """The report's title."""
        return title_of(self.report_name)

    def body(self) -> ComposeResult:
        """Period, state, table or chart, the cell under the cursor."""
        yield PeriodPicker(self.period, id="period")
        yield Said(self._state, id="state")
        yield FigureTable(id="figures")
        yield VerticalScroll(Said(self.drawn, id="drawn"), id="chart")
        yield Said(self._cell, id="cell")

    def why_nothing_is_open(self) -> str | None:
        """Nothing can be done with a report before its figures are there."""
        return report_screens().nothing_open if self.read is None else None

    # -- reading

    def on_mount(self) -> None:
        """Read the report; keys typed ahead are for its table, unless it takes long: then Escape must be heard."""
        self._holds_keys = True
        self.desk.hold_keys()
        self.do_refresh()

    def on_unmount(self) -> None:
        """Whatever comes next takes the keys."""
        self._let_keys_in()

    def _let_keys_in(self) -> None:
        if self._holds_keys:
            self._holds_keys = False
            self.desk.release_keys()

    def do_refresh(self) -> None:
        """Read again, in the same place."""
        register, name, period, before = self.session.register, self.report_name, self.period, self._as_sent
        self._began = monotonic()
        if self._ticking is None:
            self._ticking = self.set_interval(_TICK, self._tick)
        self.query_one("#state", Said).retranslate()
        self.run_in_thread(
            lambda: read_as_sent(register, before) if before else read_report(register, name, period),
            self._take,
            refused=self._not_read,
            group="read",
        )

    def _take(self, read: Read) -> None:
        first = self.read is None
        self.read = read
        self._stop_ticking()
        self.table.show(read.grid)
        if first and read.figures.report in DRAWN_FIRST:
            self.show_chart(wanted=True)
        self.query_one("#drawn", Said).retranslate()
        self._tell()

    def _not_read(self, refusal: Refused) -> None:
        self._stop_ticking()
        self.refuse(refusal)
        self._tell()

    def _stop_ticking(self) -> None:
        self._let_keys_in()
        if self._ticking is not None:
            self._ticking.stop()
            self._ticking = None

    def _tick(self) -> None:
        self._let_keys_in()
        self.query_one("#state", Said).retranslate()

    def _tell(self) -> None:
        for said in self.query("#state, #cell").results(Said):
            said.retranslate()
        self.update_hints()

    def _state(self) -> str:
        words = report_screens()
        if self._ticking is not None:
            seconds = int(monotonic() - self._began)
            return f" {words.reading_long.format(seconds=seconds) if seconds else words.reading}"
        return f" {state_line(self.read)}" if self.read else ""

    def _cell(self) -> str:
        if self.read is None or not self.is_mounted or not self.table.display:
            return ""
        return cell_line(self.table, self.read.figures.subjects)

    @on(FigureTable.Moved, "#figures")
    def tell_cell(self) -> None:
        """Say the cell under the cursor in full."""
        self.query_one("#cell", Said).retranslate()

    # -- the period

    def turn_to(self, period: Period) -> None:
        """Show another period, as the register has it now."""
        self._asked_period, self._as_sent = period, None
        self.query_one("#period", PeriodPicker).show(period)
        self.do_refresh()
        self.desk.note_place()

    @on(PeriodPicker.Turned)
    def turn(self, event: PeriodPicker.Turned) -> None:
        """The period before or after, as far as the calendar goes."""
        try:
            self.turn_to(self.period.next if event.step > 0 else self.period.previous)
        except Refused as refusal:
            self.refuse(refusal)

    async def on_entered(self, event: Entered) -> None:
        """Enter on the period offers the kinds."""
        event.stop()
        await self.do_period_kind()

    def on_key(self, event: events.Key) -> None:
        """Up from the first row goes to the period, down from the period into the table."""
        picker, scroll = self.query_one("#period", PeriodPicker), self.query_one("#chart", VerticalScroll)
        below = self.table if self.table.display else scroll
        if event.key == "down" and picker.has_focus:
            below.focus()
        elif event.key == "up" and not picker.has_focus and (below is self.table or scroll.scroll_offset.y == 0):
            picker.focus()
        else:
            return
        event.stop()

    async def do_period_kind(self) -> None:
        """Offer the kinds of period."""
        words = report_screens()
        items = [Item(kind, words.kinds[kind], letter) for kind, letter in _LETTERS.items()]
        await self.app.push_screen(Menu(words.choose_kind, items), self._kind_chosen)

    async def _kind_chosen(self, chosen: tuple[PeriodKind, str] | None) -> None:
        if chosen is None:
            return
        today = local(self.session.register.now()).date()
        if chosen[0] is PeriodKind.RANGE:
            await self.app.push_screen(range_form(self.period, today), self._range_given)
            return
        # The kind of period in which today lies, unless one is looking at another time.
        day = today if today in self.period else self.period.last
        self.turn_to(period_of(chosen[0], day))

    def _range_given(self, period: Period | None) -> None:
        if period is not None:
            self.turn_to(period)

    def retranslate(self) -> None:
        """The table is made of words."""
        if self.read is not None:
            self.table.show(Grid(self.read.figures))
        super().retranslate()
        self.update_heading()

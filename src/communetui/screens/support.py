"""The log of the Community Digital Technology Team: what was done, and what it adds up to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from textual import on
from textual.widgets import Input

from communedb.domain.moment import local
from communedb.domain.officer import holds
from communedb.domain.refusal import Reason, Refused
from communedb.journal.pen import Shown, shown_now
from communedb.stores.support import (
    Support,
    SupportFilter,
    SupportTotal,
    last_support,
    support_rows,
    support_totals,
)
from communetui.notices.told import day_text
from communetui.screens.base import BaseScreen
from communetui.searching import pass_on
from communetui.strings.reasons import reason_text
from communetui.strings.support import support as words
from communetui.support.told import kind_text, month_text, procedure_text, total_lines
from communetui.widgets.control import Entered
from communetui.widgets.field import Field
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.row import Row
from communetui.widgets.rows_in_memory import RowsInMemory
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from communedb.register import Register


class _Read(NamedTuple):
    """What the screen shows, and what had been shown of the register then."""

    lines: list[Support]
    totals: list[SupportTotal]
    last: Support | None
    seen: dict[str, Shown]


class SupportScreen(BaseScreen[None]):
    """A search, the lines, and this month's sum; F12 turns to the totals by month and kind."""

    NAME = "support"
    AUTO_FOCUS = "#support"
    READS_AGAIN = True
    SHOWS_NEWS = True

    DEFAULT_CSS = """
    SupportScreen #detail { height: 2; background: $panel; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, search: str = "") -> None:
        super().__init__()
        self._search = search
        self._found = _Read([], [], None, {})
        self._read_once = False

    def place(self) -> dict[str, Any] | None:
        """Its search."""
        return {"search": self._search}

    def heading(self) -> str:
        """The title."""
        return words().title

    def body(self) -> ComposeResult:
        """Search, lines, totals, and what the columns have no room for."""
        field = Field(self._search, hint=lambda: words().search_hint, id="search")
        yield Row(lambda: f" {words().search}", field)
        yield PagedList[Support](
            [
                Column(lambda: words().day, lambda one: day_text(one.helped_on), 10),
                Column(lambda: words().kind, _kind, 20, grow=True),
                Column(lambda: words().people, lambda one: str(one.people), 5, right=True),
                Column(lambda: words().filed, lambda one: words().yes if one.filed_online else "", 6),
                Column(lambda: words().procedure, procedure_text, 20, grow=True, from_width=110),
                Column(lambda: words().place, lambda one: one.place, 12, grow=True),
                Column(lambda: words().helper, lambda one: one.helper, 16),
            ],
            id="support",
            empty=lambda: words().not_found if self._search else words().nothing,
        )
        heads = range(5)
        yield PagedList[tuple[str, ...]](
            [
                Column(lambda at=at: words().totals_heads[at], lambda line, at=at: line[at], *_TOTALS[at])  # type: ignore[misc]
                for at in heads
            ],
            id="totals",
            empty=lambda: words().no_totals,
        )
        yield Said(self._detail, id="detail")

    @property
    def _list(self) -> PagedList[Support]:
        return self.query_one("#support", PagedList)

    @property
    def _totals(self) -> PagedList[tuple[str, ...]]:
        return self.query_one("#totals", PagedList)

    def _detail(self) -> str:
        one = self._line() if self.is_mounted else None
        told = (one.place, one.helper, procedure_text(one), one.note, one.void_reason) if one else ()
        about = " - ".join(part for part in told if part)
        return f" {about}\n {self._this_month()}"

    def _this_month(self) -> str:
        month = f"{local(self.session.register.now()):%Y-%m}"
        of_month = [one for one in self._found.totals if one.month == month]
        times, people, filed = (
            sum(getattr(one, name) for one in of_month) for name in ("times", "people", "filed_online")
        )
        return words().this_month.format(month=month_text(month), times=times, people=people, filed=filed)

    def _line(self) -> Support | None:
        """The line under the cursor, while lines are shown."""
        return next((paged.row for paged in self.query("#support").results(PagedList) if paged.display), None)

    # -- reading

    def on_mount(self) -> None:
        """Read the lines; Enter typed ahead is for the first of them."""
        self._totals.display = False
        self._read(hold=True)

    def do_refresh(self) -> None:
        """Read again, in the same place."""
        self._read()

    def _read(self, *, hold: bool = False) -> None:
        register, search = self.session.register, self._search
        self.run_in_thread(lambda: _read(register, search), self._show, group="read", hold=hold)

    def _show(self, found: _Read) -> None:
        first, self._read_once, self._found = not self._read_once, True, found
        (self._list.show if first else self._list.reload)(RowsInMemory(found.lines, lambda one: one.id))
        self._show_totals()
        self.query_one("#detail", Said).retranslate()

    def _show_totals(self) -> None:
        self._totals.show(RowsInMemory(total_lines(self._found.totals), lambda line: line[:2]))

    @on(Input.Changed, "#search")
    def search(self, event: Input.Changed) -> None:
        """Narrow the list as one types."""
        event.stop()
        if event.value != self._search:
            self._search, self._read_once = event.value, False
            self._read()

    @on(Entered, "#search")
    def leave_search(self, event: Entered) -> None:
        """Enter goes into the list."""
        event.stop()
        self._list.focus()

    @on(PagedList.Moved, "#support")
    def tell_detail(self) -> None:
        """Say of the line under the cursor what the columns have no room for."""
        self.query_one("#detail", Said).retranslate()
        self.update_hints()

    def on_key(self, event: events.Key) -> None:
        """Keys pass between the search and the list; from the totals no letter goes back."""
        listed = self._list if self._list.display else self._totals
        if listed is self._list or not event.is_printable:
            pass_on(event, self.query_one("#search", Field), listed)

    # -- what can be done

    def why_not_write(self) -> str | None:
        """The register is only read here."""
        session = self.desk.session
        return reason_text(Refused(Reason.READ_ONLY)) if session is not None and self.session.read_only else None

    def why_not_change(self) -> str | None:
        """There must be a line that stands, of one's own unless one is a leader."""
        from communedb.desk.support import MAY_CORRECT_OTHERS

        line = self._line()
        if line is None:
            return words().none_chosen
        if not line.active:
            return reason_text(Refused(Reason.SUPPORT_VOIDED))
        if line.officer != self.session.officer and not holds(self.session.roles, MAY_CORRECT_OTHERS):
            return reason_text(Refused(Reason.ROLE_NOT_ALLOWED, roles=", ".join(sorted(MAY_CORRECT_OTHERS))))
        return self.why_not_write()

    async def do_new_support(self) -> None:
        """Enter one time of help."""
        from communetui.support.forms import new_form

        await self.app.push_screen(new_form(self.session.register, self._found.last), self._added)

    async def do_correct_support(self) -> None:
        """Correct the line under the cursor."""
        from communetui.support.forms import correct_form

        line = self._line()
        if line is not None:
            await self.app.push_screen(correct_form(self.session.register, line, self._found.seen), self._done)

    async def do_void_support(self) -> None:
        """Strike the line under the cursor."""
        from communetui.support.forms import void_form

        line = self._line()
        if line is not None:
            await self.app.push_screen(void_form(self.session.register, line, self._found.seen), self._done)

    @on(PagedList.Selected, "#support")
    async def correct_chosen(self) -> None:
        """Enter corrects, or says why that cannot be."""
        await self.action_act("correct_support")

    def do_show_totals(self) -> None:
        """Turn to the totals, or back to the lines."""
        lines = not self._list.display
        self._list.display, self._totals.display = lines, not lines
        (self._list if lines else self._totals).focus()
        self.query_one("#detail", Said).retranslate()

    def _added(self, told: str | None) -> None:
        # The new line stands in sight, and not where the cursor was.
        self._read_once = self._read_once and told is None
        self._done(told)

    def _done(self, told: str | None) -> None:
        if told is not None:
            self.notice.tell(told)
            self.do_refresh()

    def retranslate(self) -> None:
        """Rows are words, too."""
        super().retranslate()
        self._list.refresh()
        self._show_totals()


_TOTALS = ((8,), (20, True), (8, False, 0, True), (8, False, 0, True), (20,))
"""Width, whether it grows, from which width it is there, whether it stands to the right."""


def _kind(one: Support) -> str:
    return kind_text(one.kind) if one.active else f"({words().struck}) {kind_text(one.kind)}"


def _read(register: Register, search: str) -> _Read:
    db = register.db
    seen = shown_now(db)
    lines = support_rows(db, SupportFilter(search=search))
    return _Read(lines, support_totals(db), last_support(db, register.officer.id), seen)

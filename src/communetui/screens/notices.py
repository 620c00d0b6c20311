"""Notices and directives from above: unread ones first; Enter reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.widgets import Input

from communedb.domain.moment import local
from communedb.journal.pen import shown_now
from communedb.stores.notices import Notice, notices
from communetui.notices.doing import NoticeActions
from communetui.notices.told import at_text, day_text, kind_text
from communetui.searching import pass_on
from communetui.strings.notices import notices as words
from communetui.widgets.control import Entered
from communetui.widgets.field import Field
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.row import Row
from communetui.widgets.rows_in_memory import RowsInMemory
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events
    from textual.app import ComposeResult

    from communedb.journal.pen import Shown


class NoticesScreen(NoticeActions):
    """The list; `withdrawn` shows those that were taken back, too."""

    NAME = "notices"
    AUTO_FOCUS = "#notices"
    READS_AGAIN = True
    SHOWS_NEWS = True

    DEFAULT_CSS = """
    NoticesScreen #detail { height: 2; background: $panel; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, search: str = "", withdrawn: bool = False) -> None:
        super().__init__()
        self._search = search
        self._withdrawn_too = withdrawn
        self._read_once = False

    def place(self) -> dict[str, Any] | None:
        """One comes back to it."""
        return {"search": self._search, "withdrawn": self._withdrawn_too}

    def heading(self) -> str:
        """The title."""
        return words().title

    def body(self) -> ComposeResult:
        """A search, the list, and what the columns have no room for."""
        field = Field(self._search, hint=lambda: words().search_hint, id="search")
        yield Row(lambda: f" {words().search}", field)
        yield PagedList[Notice](
            [
                Column(lambda: words().read, _read, 11),
                Column(lambda: words().issued_on, lambda one: day_text(one.issued_on), 10),
                Column(lambda: words().kind, lambda one: kind_text(one.kind), 9),
                Column(lambda: words().number, lambda one: one.number, 16, from_width=100),
                Column(lambda: words().subject, lambda one: one.title, 20, grow=True),
                Column(lambda: words().due_on, lambda one: day_text(one.due_on), 10),
            ],
            id="notices",
            empty=lambda: words().not_found if self._search else words().nothing,
        )
        yield Said(self._detail, id="detail")

    @property
    def _list(self) -> PagedList[Notice]:
        return self.query_one("#notices", PagedList)

    def notice_here(self) -> Notice | None:
        """The one under the cursor."""
        return next((paged.row for paged in self.query(PagedList)), None)

    def _detail(self) -> str:
        one = self.notice_here() if self.is_mounted else None
        if one is None:
            return f" {words().advice}"
        about = " - ".join(part for part in (one.number, one.issued_by, one.title) if part)
        return f" {about}\n {words().advice}"

    # -- reading

    def on_mount(self) -> None:
        """Read the list; Enter typed ahead is for the first of it."""
        self._read_list(hold=True)

    def do_refresh(self) -> None:
        """Read again, in the same place."""
        self._read_list()

    def _read_list(self, *, hold: bool = False) -> None:
        register, withdrawn, search = self.session.register, self._withdrawn_too, self._search

        def work() -> tuple[Mapping[str, Shown], list[Notice]]:
            seen = shown_now(register.db)
            return seen, notices(register.db, register.officer.id, withdrawn=withdrawn, search=search)

        self.run_in_thread(work, self._show, group="read", hold=hold)

    def _show(self, found: tuple[Mapping[str, Shown], list[Notice]]) -> None:
        self.seen, lines = found
        first, self._read_once = not self._read_once, True
        (self._list.show if first else self._list.reload)(RowsInMemory(lines, lambda one: one.id))

    @on(Input.Changed, "#search")
    def search(self, event: Input.Changed) -> None:
        """Narrow the list as one types."""
        event.stop()
        if event.value != self._search:
            self._search, self._read_once = event.value, False
            self._read_list()

    @on(Entered, "#search")
    def leave_search(self, event: Entered) -> None:
        """Enter goes into the list."""
        event.stop()
        self._list.focus()

    def on_key(self, event: events.Key) -> None:
        """Keys pass between the search and the list."""
        pass_on(event, self.query_one("#search", Field), self._list)

    @on(PagedList.Moved, "#notices")
    def tell_detail(self) -> None:
        """Say of the one under the cursor what the columns have no room for."""
        self.query_one("#detail", Said).retranslate()
        self.update_hints()

    @on(PagedList.Selected, "#notices")
    async def read_one(self, event: PagedList.Selected) -> None:
        """Open its page."""
        await self.desk.show("notice", notice=event.row.id)

    # -- what can be done

    async def do_new_notice(self) -> None:
        """Enter one that came by hand."""
        from communetui.notices.forms import notice_form

        register = self.session.register
        await self.app.push_screen(notice_form(register, local(register.now()).date()), self._added)

    def _added(self, title: str | None) -> None:
        if title is not None:
            self.notice.tell(words().added.format(title=title))
            self.do_refresh()

    def do_show_withdrawn(self) -> None:
        """Show withdrawn ones too, or no more."""
        self._withdrawn_too = not self._withdrawn_too
        self._read_list()
        self.desk.note_place()

    def retranslate(self) -> None:
        """Rows are words, too."""
        super().retranslate()
        self._list.refresh()


def _read(one: Notice) -> str:
    if not one.active:
        return words().withdrawn
    return f"* {at_text(one.read_at)[6:]}" if one.read_at else f"! {words().unread}"

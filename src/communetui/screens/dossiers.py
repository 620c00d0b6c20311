"""The list of dossiers: search as one types, filters, orders, any number of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from textual import on
from textual.widgets import Input

from communedb.desk.office import drop_filter, save_filter
from communedb.domain.dossier_filter import DossierFilter, Sort
from communedb.domain.idcard import read_card
from communedb.domain.moment import local
from communedb.stores.filters import SavedFilter, read_filters
from communetui.dossiers.coding import Coding
from communetui.dossiers.columns import dossier_columns
from communetui.dossiers.filter_form import FilterFacts, filter_form, read_facts
from communetui.dossiers.filter_words import filter_line, is_narrowed, ordered
from communetui.dossiers.lines import Line, LineSource
from communetui.dossiers.marking import Marking
from communetui.screens.base import BaseScreen
from communetui.searching import pass_on
from communetui.strings.dossier_filters import filter_texts
from communetui.strings.dossiers import dossiers
from communetui.strings.pile import pile_texts
from communetui.widgets.control import Entered
from communetui.widgets.dialogs import Ask
from communetui.widgets.field import Field
from communetui.widgets.menu import Item, Menu
from communetui.widgets.pagedlist import PagedList
from communetui.widgets.row import Row
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer

    from communetui.scanning import Scanned

_NAME_LIMIT = 60
_QUIET = 1.0
"""Seconds without a letter after which the search is remembered."""


class DossiersScreen(Marking, Coding, BaseScreen[None]):
    """A search over a paged list. Down goes into the list, a letter back to the search, Enter opens a dossier.

    `search` is typed for the officer; `wanted` is the filter behind a number of the home page.
    """

    NAME = "dossiers"
    AUTO_FOCUS = "#search"
    READS_AGAIN = True
    SHOWS_NEWS = True

    DEFAULT_CSS = """
    DossiersScreen Row > * { margin-left: 6; }
    DossiersScreen #filters { height: 1; text-style: italic; }
    DossiersScreen #detail { height: 2; background: $panel; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, search: str = "", wanted: DossierFilter | None = None) -> None:
        super().__init__()
        self._wanted = (wanted or DossierFilter()).model_copy(update={"text": search})
        self._facts = FilterFacts([], {})
        self._typed_from_list: tuple[str, str] | None = None
        self._noting: Timer | None = None
        self.start_coding()

    @property
    def wanted(self) -> DossierFilter:
        """What the list shows now."""
        return self._wanted

    def place(self) -> dict[str, Any] | None:
        """Its filter and what is searched."""
        return {"wanted": self._wanted.model_dump(mode="json", exclude_defaults=True)}

    @classmethod
    def at_place(cls, place: Mapping[str, Any]) -> Self:
        """With that filter."""
        wanted = DossierFilter.model_validate(place["wanted"])
        return cls(search=wanted.text, wanted=wanted)

    def heading(self) -> str:
        """The title, and how many dossiers are marked."""
        title, marked = dossiers().title, len(self.session.pile)
        return pile_texts().on_pile.format(title=title, count=marked) if marked else title

    def body(self) -> ComposeResult:
        """Search, filters, list, and what the columns have no room for."""
        yield Row(
            lambda: f" {dossiers().search}", Field(self._wanted.text, hint=lambda: dossiers().search_hint, id="search")
        )
        yield Said(lambda: f" {filter_line(self._wanted, self._facts.officers)}", id="filters")
        yield PagedList[Line](
            dossier_columns(),
            id="dossiers",
            marked=self.session.pile,
            mark_of=lambda line: line.row.dossier,
            empty=self._nothing,
        )
        yield Said(self._detail, id="detail")

    @property
    def paged(self) -> PagedList[Line]:
        """The list."""
        return self.query_one("#dossiers", PagedList)

    def _nothing(self) -> str:
        return dossiers().nothing_filtered if is_narrowed(self._wanted) else dossiers().nothing

    def _detail(self) -> str:
        line = self.paged.row if self.is_mounted else None
        if line is None:
            return ""
        return dossiers().detail.format(
            procedure=f"{line.row.procedure_code} {line.row.procedure_name}".strip(),
            received=line.received_told,
            due=line.due_in_full,
            hands=line.hands,
        )

    # -- reading

    def on_mount(self) -> None:
        """Read the list and what the filters offer."""
        register = self.session.register
        self.run_in_thread(lambda: read_facts(register), self._take_facts, group="facts")
        if self._wanted.offered_to == self.session.officer:
            self.notice.tell(pile_texts().how_to_accept)
        self._show()

    def do_refresh(self) -> None:
        """Read again what is in sight."""
        self.update_heading()
        self.paged.reload(LineSource(self.session.register, self._wanted))

    def _take_facts(self, facts: FilterFacts) -> None:
        self._facts = facts
        self.query_one("#filters", Said).retranslate()

    def _show(self) -> None:
        """Show the list from its first row."""
        self.paged.show(LineSource(self.session.register, self._wanted))
        self.query_one("#filters", Said).retranslate()

    def _want(self, wanted: DossierFilter) -> None:
        """Show another filter; the search field says what is searched in it."""
        self._wanted = wanted
        field = self.query_one("#search", Field)
        if field.value != wanted.text:
            field.value = wanted.text
            field.cursor_position = len(wanted.text)
        self._show()
        self.desk.note_place()

    # -- searching and opening

    @on(Input.Changed, "#search")
    def search(self, event: Input.Changed) -> None:
        """Narrow the list as one types."""
        event.stop()
        if event.value != self._wanted.text:
            self._wanted = self._wanted.model_copy(update={"text": event.value})
            self._show()
            self._note_soon()

    def _note_soon(self) -> None:
        """Each letter is not worth a write: remember the search once nobody types."""
        if self._noting is not None:
            self._noting.stop()
        self._noting = self.set_timer(_QUIET, self.desk.note_place)

    @on(PagedList.Moved, "#dossiers")
    def tell_detail(self) -> None:
        """Say of the row under the cursor what the columns have no room for, and of the marks how many there are."""
        self.update_heading()
        self.query_one("#detail", Said).retranslate()

    def on_key(self, event: events.Key) -> None:
        """Keys pass between the search and the list; a space marks."""
        field = self.query_one("#search", Field)
        before = field.value
        if event.key != "space" and pass_on(event, field, self.paged) and event.is_printable:
            self._typed_from_list = (before, field.value)

    @on(Entered, "#search")
    async def open_from_search(self, event: Entered) -> None:
        """Enter in the search opens the row under the cursor."""
        event.stop()
        if self.paged.row is not None:
            await self._open(self.paged.row)

    @on(PagedList.Selected, "#dossiers")
    async def open_from_list(self, event: PagedList.Selected) -> None:
        """Open the dossier under the cursor."""
        await self._open(event.row)

    async def _open(self, line: Line) -> None:
        await self.desk.show("dossier", dossier=line.row.dossier)

    def on_scanned(self, event: Scanned) -> None:
        """An ID card shows that person's dossiers here; a dossier code is left to the app, which opens the dossier."""
        self._untype(event.text)
        card = read_card(event.text) if event.card else None
        if card is not None:
            event.stop()
            self._want(DossierFilter(text=card.number, sort=self._wanted.sort, descending=self._wanted.descending))
            self.notice.tell(dossiers().card_shown.format(name=card.name or "-", number=card.number))

    def _untype(self, scanned: str) -> None:
        """The first character of a scan into the list went to the search: take it out again."""
        field = self.query_one("#search", Field)
        if self._typed_from_list is not None:
            before, after = self._typed_from_list
            if field.value == after and scanned.startswith(after[len(before) :][:1] or scanned[:1]):
                field.value = before
        self._typed_from_list = None

    # -- filters and orders

    async def do_open_filter(self) -> None:
        """Open the form of the filters."""
        today = local(self.session.register.now()).date()
        await self.app.push_screen(filter_form(self._wanted, self._facts, today), self._filtered)

    def _filtered(self, wanted: DossierFilter | None) -> None:
        if wanted is not None:
            self._want(wanted)

    async def do_order(self) -> None:
        """Offer the orders; the one that the list has is turned round."""
        words, now = dossiers(), self._wanted.sort
        said = {sort: words.sorts[sort] for sort in Sort} | {now: words.turn_order.format(what=words.sorts[now])}
        items = [Item(sort, said[sort], str(number)) for number, sort in enumerate(Sort, start=1)]
        await self.app.push_screen(Menu(words.choose_order, items), self._order)

    def _order(self, chosen: tuple[Sort, str] | None) -> None:
        if chosen is not None:
            self._want(ordered(self._wanted, chosen[0]))

    def do_clear_filters(self) -> None:
        """No filter, no search; the order stays."""
        self._want(DossierFilter(sort=self._wanted.sort, descending=self._wanted.descending))
        self.notice.tell(dossiers().cleared)

    async def do_save_filter(self) -> None:
        """Ask for a name and keep the filter under it."""
        await self.app.push_screen(Ask(filter_texts().name, limit=_NAME_LIMIT), self._save_filter)

    def _save_filter(self, name: str | None) -> None:
        if not name:
            return
        register = self.session.register
        body = self._wanted.model_dump(mode="json")
        told = filter_texts().saved.format(name=name)
        self.run_in_thread(lambda: register.write(save_filter, name, body), lambda _: self.notice.tell(told))

    def do_saved_filters(self) -> None:
        """Offer the saved filters."""
        session = self.session
        self.run_in_thread(lambda: read_filters(session.register.db, session.officer), self._offer_filters)

    async def _offer_filters(self, saved: list[SavedFilter]) -> None:
        if not saved:
            self.notice.tell(filter_texts().none_saved)
            return
        items = [Item(kept, kept.name, str(n) if n < 10 else "") for n, kept in enumerate(saved, start=1)]
        menu = Menu(filter_texts().choose, items, also=("delete",), keys=filter_texts().keys)
        await self.app.push_screen(menu, self._use_filter)

    def _use_filter(self, chosen: tuple[SavedFilter, str] | None) -> None:
        if chosen is None:
            return
        kept, key = chosen
        if key == "delete":
            register = self.session.register
            told = filter_texts().dropped.format(name=kept.name)
            self.run_in_thread(lambda: register.write(drop_filter, kept.name), lambda _: self.notice.tell(told))
        else:
            self._want(kept.wanted)

    def retranslate(self) -> None:
        """The filters and the detail are words, too."""
        super().retranslate()
        self.paged.refresh()

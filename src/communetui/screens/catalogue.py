"""The catalogue: every procedure of today, found by a few letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.widgets import Input

from communedb.domain.moment import local
from communedb.stores.procedures import procedures_on
from communetui.catalogue.search import ProcedureSearch
from communetui.catalogue.wording import fee_words, limits_words, procedure_name
from communetui.screens.base import BaseScreen
from communetui.strings.catalogue import catalogue
from communetui.widgets.control import Entered
from communetui.widgets.field import Field
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.row import Row
from communetui.widgets.rows_in_memory import RowsInMemory

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult


class CatalogueScreen(BaseScreen[None]):
    """A search field over a list; Enter opens a procedure."""

    NAME = "catalogue"
    AUTO_FOCUS = "#search"

    def __init__(self) -> None:
        super().__init__()
        self._procedures = ProcedureSearch()

    def place(self) -> dict[str, Any] | None:
        """One comes back to it."""
        return {}

    def heading(self) -> str:
        """The title."""
        return catalogue().title

    def body(self) -> ComposeResult:
        """Search and list."""
        yield Row(lambda: f" {catalogue().search}", Field(id="search"))
        yield PagedList(
            [
                Column(lambda: catalogue().code, lambda p: p.code or catalogue().own_code, 9),
                Column(lambda: catalogue().name, procedure_name, 30, grow=True),
                Column(lambda: catalogue().limit, lambda p: limits_words(p.limits), 18),
                Column(lambda: catalogue().fee, lambda p: fee_words(p.fee), 24, from_width=100),
                Column(lambda: catalogue().field, lambda p: p.field, 20, from_width=116),
            ],
            id="procedures",
            empty=lambda: catalogue().nothing,
        )

    def on_mount(self) -> None:
        """Read the catalogue."""
        self.do_refresh()

    def do_refresh(self) -> None:
        """Read the catalogue again."""
        register = self.session.register

        def read() -> ProcedureSearch:
            return ProcedureSearch(procedures_on(register.db, local(register.now()).date()))

        self.run_in_thread(read, self._take, group="catalogue")

    def _take(self, procedures: ProcedureSearch) -> None:
        self._procedures = procedures
        self._show_found()

    @on(Input.Changed, "#search")
    def search(self) -> None:
        """Narrow the list as one types, the nearest first."""
        self._show_found()

    def _show_found(self) -> None:
        found = self._procedures.find(self.query_one("#search", Field).value)
        self.query_one(PagedList).show(RowsInMemory(found, lambda p: p.id))

    def on_key(self, event: events.Key) -> None:
        """Down goes from the search into the list."""
        if event.key == "down" and self.query_one("#search", Field).has_focus:
            self.query_one(PagedList).focus()
            event.stop()

    @on(Entered, "#search")
    async def open_first(self, event: Entered) -> None:
        """Enter in the search opens the row under the cursor."""
        event.stop()
        row = self.query_one(PagedList).row
        if row is not None:
            await self.desk.show("procedure", procedure=row)

    @on(PagedList.Selected, "#procedures")
    async def open_procedure(self, event: PagedList.Selected) -> None:
        """Open the procedure under the cursor."""
        await self.desk.show("procedure", procedure=event.row)

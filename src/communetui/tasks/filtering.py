"""Filters of the list of tasks on its screen: the form, those that are ready, none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communedb.stores.task_list import TaskFilter
from communetui.screens.base import BaseScreen
from communetui.strings.task_forms import task_forms
from communetui.tasks.filters import FilterFacts, filter_form, read_facts, ready_items
from communetui.tasks.lines import Wanted
from communetui.widgets.menu import Menu


class Filtering(BaseScreen[None]):
    """What the list does to show other tasks."""

    wanted: Wanted

    if TYPE_CHECKING:

        def want(self, wanted: Wanted) -> None:
            """Show other tasks."""

    def do_open_filter(self) -> None:
        """Open the form of the filters."""
        register = self.session.register
        self.run_in_thread(lambda: read_facts(register), self._ask_filter, group="facts", hold=True)

    async def _ask_filter(self, facts: FilterFacts) -> None:
        await self.app.push_screen(filter_form(self.wanted, facts), self._filtered)

    def _filtered(self, wanted: Wanted | None) -> None:
        if wanted is not None:
            self.want(wanted)

    async def do_ready_filters(self) -> None:
        """Offer the filters that are ready."""
        await self.app.push_screen(Menu(task_forms().ready_title, ready_items()), self._ready_chosen)

    def _ready_chosen(self, chosen: tuple[str, str] | None) -> None:
        if chosen is not None:
            self.want(Wanted(TaskFilter(search=self.wanted.search), chosen[0], self.wanted.order))

    def do_clear_filters(self) -> None:
        """No filter, no search; order and groups stay."""
        self.want(replace(self.wanted, filter=TaskFilter(), ready=""))

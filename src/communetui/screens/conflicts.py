"""Values that differ because two officers wrote without having seen each other; each waits for an officer's choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on

from communetui.conflicts.reading import Conflicts, read_conflicts
from communetui.conflicts.told import about_text, column_text, shown_value, subject_text
from communetui.screens.base import BaseScreen
from communetui.strings.conflicts import conflicts
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.rows_in_memory import RowsInMemory
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from communedb.reports.contested import Contested


class ConflictsScreen(BaseScreen[None]):
    """Every field with differing values, or those of some `rows`; Enter shows the values, F8 the dossier."""

    NAME = "conflicts"
    AUTO_FOCUS = "#conflicts"
    READS_AGAIN = True
    SHOWS_NEWS = True

    DEFAULT_CSS = """
    ConflictsScreen #advice { height: 2; background: $panel; }
    """

    def __init__(self, rows: list[str] | None = None) -> None:
        super().__init__()
        self._rows = rows
        self._found = Conflicts([], {})
        self._read_once = False

    def place(self) -> dict[str, Any] | None:
        """One comes back to it."""
        return {} if self._rows is None else {"rows": self._rows}

    def heading(self) -> str:
        """The title."""
        return conflicts().title

    def body(self) -> ComposeResult:
        """The list, and what it is about."""
        yield PagedList["Contested"](
            [
                Column(lambda: conflicts().about, about_text, 20),
                Column(lambda: conflicts().subject, subject_text, 16, grow=True),
                Column(lambda: conflicts().field, _field, 16),
                Column(lambda: conflicts().shown, self._value, 16, grow=True),
            ],
            id="conflicts",
            empty=lambda: conflicts().nothing,
        )
        yield Said(lambda: conflicts().advice, id="advice")

    def _value(self, one: Contested) -> str:
        return shown_value(self._found, one, one.conflict.heads[-1].value)

    @property
    def _list(self) -> PagedList[Contested]:
        return self.query_one("#conflicts", PagedList)

    # -- reading

    def on_mount(self) -> None:
        """Read them; Enter typed ahead is for the first of the list."""
        self.run_in_thread(self._read, self._show, group="read", hold=True)

    def do_refresh(self) -> None:
        """Read again, in the same place."""
        self.run_in_thread(self._read, self._show, group="read")

    def _read(self) -> Conflicts:
        return read_conflicts(self.session.register.db, self._rows)

    def _show(self, found: Conflicts) -> None:
        first, self._found = not self._read_once, found
        self._read_once = True
        rows = RowsInMemory(found.lines, lambda one: one.conflict[1:3])
        (self._list.show if first else self._list.reload)(rows)

    # -- what can be done

    @on(PagedList.Selected, "#conflicts")
    async def choose(self, event: PagedList.Selected) -> None:
        """Show the values."""
        await self.desk.show("conflict", row=event.row.conflict.row, column=event.row.conflict.column)

    async def do_open_dossier(self) -> None:
        """Open the dossier under the cursor."""
        one = self._list.row
        if one is None or not one.dossier:
            self.notice.warn(conflicts().opens_dossier if one else conflicts().nothing)
            return
        await self.desk.show("dossier", dossier=one.dossier)


def _field(one: Contested) -> str:
    return column_text(one.conflict.table, one.conflict.column)

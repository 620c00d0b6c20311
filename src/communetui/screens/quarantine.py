"""What arrived and may not be taken in, each with why and what can be done; Enter tries it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from textual import on

from communetui.exchange.stations import Stations
from communetui.exchange.told import moment_text, quarantine_reason, quarantine_what
from communetui.screens.base import BaseScreen
from communetui.strings.quarantine import quarantine
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.rows_in_memory import RowsInMemory
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from communedb.register import Register
    from communesync.exchange.quarantine import Entry
    from communetui.exchange.stations import Place


class _Line(NamedTuple):
    """An entry and the station that it comes from."""

    entry: Entry
    place: Place | None


class QuarantineScreen(BaseScreen[None]):
    """One list; what can be done about the line under the cursor stands below it."""

    NAME = "quarantine"
    AUTO_FOCUS = "#quarantine"
    READS_AGAIN = True
    SHOWS_NEWS = True

    DEFAULT_CSS = """
    QuarantineScreen #advice { height: 3; background: $panel; }
    """

    def place(self) -> dict[str, Any] | None:
        """One comes back to it."""
        return {}

    def heading(self) -> str:
        """The title."""
        return quarantine().title

    def body(self) -> ComposeResult:
        """The list, and what to do."""
        yield PagedList[_Line](
            [
                Column(lambda: quarantine().at, self._at, 14),
                Column(lambda: quarantine().what, lambda line: quarantine_what(*line), 24, grow=True),
                Column(lambda: quarantine().why, lambda line: quarantine_reason(line.entry), 30, grow=True),
            ],
            id="quarantine",
            empty=lambda: quarantine().nothing,
        )
        yield Said(self._advice, id="advice")

    def _at(self, line: _Line) -> str:
        return moment_text(line.entry.at, self.session.register.now())

    def _advice(self) -> str:
        line = self._list.row if self.is_mounted else None
        return quarantine().remedies[line.entry.remedy.value] if line else ""

    @property
    def _list(self) -> PagedList[_Line]:
        return self.query_one("#quarantine", PagedList)

    def on_mount(self) -> None:
        """Read the list."""
        register = self.session.register
        self.run_in_thread(lambda: _read(register), lambda rows: self._list.show(rows), group="read", hold=True)

    def do_refresh(self) -> None:
        """Read again, in the same place."""
        register = self.session.register
        self.run_in_thread(lambda: _read(register), lambda rows: self._list.reload(rows), group="read")

    @on(PagedList.Moved, "#quarantine")
    def tell_advice(self) -> None:
        """Say what can be done about the line under the cursor."""
        self.query_one("#advice", Said).retranslate()

    @on(PagedList.Selected, "#quarantine")
    def try_again(self, event: PagedList.Selected) -> None:
        """Try the line under the cursor again."""
        self._retry([event.row.entry.id])

    def do_retry_all(self) -> None:
        """Try everything again."""
        self._retry(None)

    def _retry(self, keys: list[str] | None) -> None:
        register = self.session.register

        def work() -> int:
            from communesync.exchange.inbox import retry
            from communesync.exchange.quarantine import count

            before = count(register.db)
            retry(register, keys)
            return before - count(register.db)

        def tell(taken: int) -> None:
            if taken > 0:
                self.notice.tell(quarantine().taken.format(taken=taken))
            else:
                self.notice.warn(quarantine().still)
            self.do_refresh()

        self.run_in_thread(work, tell, group="retry", hold=True)


def _read(register: Register) -> RowsInMemory[_Line]:
    from communesync.exchange.quarantine import entries

    found = entries(register.db)
    places = Stations(register.db) if found else None
    lines = [_Line(one, places.of_replica(one.replica) if places and one.replica else None) for one in found]
    return RowsInMemory(lines, lambda line: line.entry.id)

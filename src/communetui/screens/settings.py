"""The settings: of the office, of this PC, officers, and days of this office's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from textual import on

from communedb.desk.office import close_day, reopen_day, set_setting
from communedb.desk.officers import disable_officer
from communedb.domain.day import parse_day
from communedb.domain.moment import local
from communedb.domain.refusal import Refused
from communedb.journal.pen import Shown, shown_now
from communetui.exchange.service import SETTINGS as EXCHANGE_SETTINGS
from communetui.screens.base import BaseScreen
from communetui.settings.entries import SWITCHES, Entry, read_entries
from communetui.strings.settings import settings
from communetui.widgets.dialogs import Ask, Confirm
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.rows_in_memory import RowsInMemory

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from textual.app import ComposeResult

    from communedb.desk.office import DayChanged

T = TypeVar("T")


class SettingsScreen(BaseScreen[None]):
    """One list; Enter changes the line under the cursor."""

    NAME = "settings"
    AUTO_FOCUS = "#entries"

    def __init__(self) -> None:
        super().__init__()
        self._seen: dict[str, Shown] = {}

    def place(self) -> dict[str, Any] | None:
        """One comes back to it."""
        return {}

    def heading(self) -> str:
        """The title."""
        return settings().title

    def body(self) -> ComposeResult:
        """The list."""
        yield PagedList(
            [
                Column(lambda: settings().group, lambda e: settings().groups[e.group], 10),
                Column(lambda: settings().name, lambda e: e.label, 26),
                Column(lambda: settings().value, lambda e: e.value, 30, grow=True),
            ],
            id="entries",
        )

    def on_mount(self) -> None:
        """Read the settings."""
        self.do_refresh()

    def on_screen_resume(self) -> None:
        """A form may have changed something."""
        self.do_refresh()

    def retranslate(self) -> None:
        """The lines are words, too."""
        super().retranslate()
        self.do_refresh()

    def do_refresh(self) -> None:
        """Read the settings again."""
        register = self.session.register

        def read() -> tuple[dict[str, Shown], list[Entry]]:
            # Before the settings are read: what comes in between counts as not seen.
            return shown_now(register.db), read_entries(register.db, register.by.unit)

        self.run_in_thread(read, self._show, group="entries")

    def _show(self, read: tuple[dict[str, Shown], list[Entry]]) -> None:
        self._seen, entries = read
        # The place is kept: whoever changed one line often changes its neighbour next.
        self.query_one(PagedList).show(RowsInMemory(entries, lambda e: (e.group, e.key)))

    @on(PagedList.Selected, "#entries")
    async def change(self, event: PagedList.Selected) -> None:
        """Change the line under the cursor."""
        entry: Entry = event.row
        if entry.group == "officer":
            await self.desk.show("officer", officer=entry.officer, shown=self._seen)
        elif entry.key in SWITCHES:
            values = SWITCHES[entry.key]
            self._set(entry.key, values[(values.index(entry.raw) + 1) % len(values)], self._seen)
        elif entry.group in {"office", "station"}:
            seen = self._seen
            await self._ask(settings().ask[entry.key], lambda value: self._set(entry.key, value, seen), value=entry.raw)

    async def do_add_officer(self) -> None:
        """A form for a new officer."""
        await self.desk.show("officer", officer=None)

    async def do_own_passphrase(self) -> None:
        """A form for one's own passphrase."""
        await self.desk.show("passphrase")

    async def do_close_day(self) -> None:
        """Ask which day, then why."""

        def why(typed: str) -> None:
            try:
                day = parse_day(typed, local(self.session.register.now()).date())
            except Refused as refusal:
                self.refuse(refusal)
                return
            self.run_worker(self._ask(settings().why_closed, lambda name: self._close(day, name)))

        await self._ask(settings().which_day, why)

    def _close(self, day: date, name: str) -> None:
        register = self.session.register
        self.run_in_thread(lambda: register.write(close_day, day, name), self._day_changed, group="save")

    async def _day_changed(self, changed: DayChanged) -> None:
        """Tell how many promises the change touches, and offer to look at them."""
        self._saved(changed)

        async def answered(look: bool | None) -> None:
            if look:
                await self.desk.show("review")

        if changed.affected:
            words = settings()
            question = words.affected.format(count=changed.affected)
            await self.app.push_screen(Confirm(question, yes=words.look, no=words.later), answered)

    async def do_remove(self) -> None:
        """Ask, then disable the officer or take the day back."""
        entry: Entry | None = self.query_one(PagedList).row
        register, seen = self.session.register, self._seen
        if entry is not None and entry.group == "officer":
            question = settings().sure_disable.format(name=entry.label)
            await self._confirm(
                question,
                lambda: register.write_as_shown(seen, disable_officer, register.folder, entry.key),
                self._saved,
            )
        elif entry is not None and entry.group == "day":
            question = settings().sure_reopen.format(day=entry.label)
            await self._confirm(
                question, lambda: register.write_as_shown(seen, reopen_day, entry.key), self._day_changed
            )
        else:
            self.notice.error(settings().nothing_to_remove)

    def _set(self, name: str, value: str, seen: dict[str, Shown]) -> None:
        register = self.session.register
        service = self.session.exchange

        def work() -> None:
            register.write_as_shown(seen, set_setting, name, value)
            if name in EXCHANGE_SETTINGS:
                service.start()

        self.run_in_thread(work, self._saved, group="save")

    def _saved(self, _: object) -> None:
        self.notice.tell(settings().saved)
        self.do_refresh()

    async def _ask(self, question: str, then: Callable[[str], None], *, value: str = "") -> None:
        def answered(answer: str | None) -> None:
            if answer is not None:
                then(answer)

        await self.app.push_screen(Ask(question, value=value, limit=500, needed=not value), answered)

    async def _confirm(self, question: str, work: Callable[[], T], then: Callable[[T], object]) -> None:
        def answered(sure: bool | None) -> None:
            if sure:
                self.run_in_thread(work, then, group="save")

        await self.app.push_screen(Confirm(question), answered)

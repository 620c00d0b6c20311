"""The end of the day: its numbers, whom to call, what is due next, and the backup."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import on

from communedb.domain.moment import local
from communedb.reports.end_of_day import EndOfDay, Waiting, end_of_day
from communedb.stores.backups import usual_folder
from communetui.evening.told import day_lines, day_text, done_text, phones
from communetui.exchange.unsent import unsent_lines
from communetui.screens.base import BaseScreen
from communetui.strings.evening import evening
from communetui.strings.forms import waits_text
from communetui.threads import run_in_thread
from communetui.widgets.dialogs import Ask
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.rows_in_memory import RowsInMemory
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from communedb.backup import Backup
    from communedb.domain.refusal import Refused
    from communetui.printing.plain.print_plain import Plain

_FOLDER_LIMIT = 500


class EveningScreen(BaseScreen[None]):
    """Numbers on top; below them one of two lists: results that nobody collected, or what is due next."""

    NAME = "evening"
    AUTO_FOCUS = "#waiting"
    SHOWS_NEWS = True

    DEFAULT_CSS = """
    EveningScreen #day { height: auto; max-height: 10; }
    EveningScreen #which { text-style: bold; margin-top: 1; height: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._day: EndOfDay | None = None
        self._next = False

    def place(self) -> dict[str, Any] | None:
        """One comes back to it."""
        return {}

    def heading(self) -> str:
        """The title and the day."""
        return f"{evening().title} {local(self.session.register.now()):%d/%m/%Y}"

    def body(self) -> ComposeResult:
        """The day, and one of its lists."""
        yield Said(self._told, id="day")
        yield Said(self._which, id="which")
        yield PagedList[Waiting](
            [
                Column(lambda: evening().code, lambda one: one.code, 20),
                Column(lambda: evening().applicant, lambda one: one.applicant, 16, grow=True),
                Column(lambda: evening().phone, _phones, 20, grow=True),
                Column(self._when, self._moment, 10),
                Column(lambda: evening().procedure, lambda one: one.procedure, 16, grow=True, from_width=100),
            ],
            id="waiting",
            empty=lambda: evening().nothing_due if self._next else evening().nobody,
        )

    def _told(self) -> str:
        return "\n".join(f" {line}" for line in day_lines(self._day)) if self._day else ""

    def _which(self) -> str:
        if self._day is None:
            return ""
        words = evening()
        waiting = words.uncollected.format(count=len(self._day.uncollected))
        due = words.due_next.format(day=f"{self._day.next_day:%d/%m/%Y}", count=len(self._day.due_next))
        here, other = (due, waiting) if self._next else (waiting, due)
        return f" {here}     {words.turn.format(other=other)}"

    def _when(self) -> str:
        return evening().due if self._next else evening().ready

    def _moment(self, one: Waiting) -> str:
        return day_text(one.due_at if self._next else one.since)

    # -- reading

    def on_mount(self) -> None:
        """Read the day; Enter typed ahead is for the first line."""
        self._read(hold=True)

    def on_screen_resume(self) -> None:
        """A dossier may have been settled meanwhile."""
        if self._day is not None:
            self.do_refresh()

    def do_refresh(self) -> None:
        """Read the day again."""
        self._read()

    def _read(self, *, hold: bool = False) -> None:
        register, service = self.session.register, self.session.exchange

        def read() -> EndOfDay:
            day = end_of_day(register.db, register.now(), register.calendar())
            return replace(day, unsent=unsent_lines(register.db, service.heard))

        self.run_in_thread(read, self._show, group="day", hold=hold)

    def _show(self, day: EndOfDay) -> None:
        self._day = day
        for name in ("#day", "#which"):
            self.query_one(name, Said).retranslate()
        self._show_list()

    @property
    def _lines(self) -> tuple[Waiting, ...]:
        if self._day is None:
            return ()
        return self._day.due_next if self._next else self._day.uncollected

    def _show_list(self) -> None:
        self.query_one(PagedList).show(RowsInMemory(self._lines, lambda one: one.dossier))

    @on(PagedList.Selected, "#waiting")
    async def open_dossier(self, event: PagedList.Selected) -> None:
        """Open the dossier under the cursor."""
        await self.desk.show("dossier", dossier=event.row.dossier)

    # -- what the actions do

    def do_other_list(self) -> None:
        """Turn to the other list."""
        self._next = not self._next
        self.query_one("#which", Said).retranslate()
        self._show_list()

    def do_print_calls(self) -> None:
        """Print the list in sight with telephone numbers."""
        register, lines, due = self.session.register, self._lines, self._next
        if not lines:
            self.notice.warn(evening().nothing_to_print)
            return

        def work() -> Plain:
            from communetui.evening.calls import print_calls

            return print_calls(register, lines, due=due)

        def tell(done: Plain) -> None:
            words = evening()
            if done.sent.printed:
                self.notice.tell(words.printed.format(count=len(lines)))
            else:
                self.notice.warn(words.saved_only.format(path=done.path, why=waits_text(done.sent)))

        self.notice.tell(evening().printing)
        self.run_in_thread(work, tell, group="print")

    def do_back_up(self) -> None:
        """Ask where to, with the usual folder in the line; Enter is enough when the stick is in."""
        register = self.session.register

        async def ask(usual: str) -> None:
            await self.app.push_screen(Ask(evening().folder, value=usual, limit=_FOLDER_LIMIT), self._back_up)

        self.run_in_thread(lambda: usual_folder(register.db), ask, group="folder", hold=True)

    def _back_up(self, folder: str | None) -> None:
        """In a thread of the app's own: the officer goes on, and is told wherever they are by then."""
        if not folder:
            return
        session, desk = self.session, self.desk
        self.notice.tell(evening().backing_up)

        def work() -> Backup:
            from communedb.backup import back_up

            return back_up(session.register, Path(folder))

        def in_front() -> BaseScreen[None] | None:
            screen = self.app.screen
            return screen if desk.session is session and isinstance(screen, BaseScreen) else None

        def tell(done: Backup) -> None:
            if (screen := in_front()) is not None:
                (screen.notice.warn if done.same_disk else screen.notice.tell)(done_text(done))
                if isinstance(screen, EveningScreen):
                    screen.do_refresh()

        def refused(refusal: Refused) -> None:
            if (screen := in_front()) is not None:
                screen.refuse(refusal)

        run_in_thread(self.app, work, tell, refused=refused, group="backup")


def _phones(one: Waiting) -> str:
    return "; ".join(phones(one)) or evening().no_phone

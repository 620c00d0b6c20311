"""The print queue: what no printer has taken yet, and why; what nobody needs any more leaves it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on

from communedb.desk.prints import drop_print
from communedb.domain.moment import local, parse_utc
from communedb.journal.pen import Shown, shown_now
from communedb.stores.prints import waiting_prints
from communetui.home.print_queue import PrintQueue
from communetui.printing.queue import why_waits
from communetui.strings.dossier import dossier
from communetui.strings.forms import waits_text
from communetui.strings.home import prints
from communetui.widgets.dialogs import Confirm
from communetui.widgets.pagedlist import Column, PagedList
from communetui.widgets.rows_in_memory import RowsInMemory
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from communedb.sqlite import Database
    from communetui.actions.registry import Action


@dataclass(frozen=True)
class _Line:
    """One print that waits; `problem` as it was noted at the last try, None before the first."""

    job: str
    dossier: str
    code: str
    applicant: str
    form: str
    asked_at: str
    problem: str | None
    seen: dict[str, Shown]

    @property
    def name(self) -> str:
        """The form's number and name."""
        return f"{self.form} {dossier().form_names[self.form]}"


class PrintsScreen(PrintQueue):
    """F8 prints all, Enter opens the dossier, Delete drops a print."""

    NAME = "prints"
    AUTO_FOCUS = "#prints"
    READS_AGAIN = True
    SHOWS_NEWS = True

    DEFAULT_CSS = """
    PrintsScreen #why { height: 3; background: $panel; }
    """

    def heading(self) -> str:
        """The title."""
        return prints().title

    def body(self) -> ComposeResult:
        """The list, and why the print under the cursor waits."""
        yield PagedList[_Line](
            [
                Column(lambda: prints().asked, lambda line: f"{local(parse_utc(line.asked_at)):%H:%M %d/%m}", 11),
                Column(lambda: prints().code, lambda line: line.code, 20),
                Column(lambda: prints().applicant, lambda line: line.applicant, 18, grow=True),
                Column(lambda: prints().form, lambda line: line.name, 18, grow=True),
            ],
            id="prints",
            empty=lambda: prints().nothing,
        )
        yield Said(self._why, id="why")

    @property
    def _list(self) -> PagedList[_Line]:
        return self.query_one("#prints", PagedList)

    def _why(self) -> str:
        line = self._list.row if self.is_mounted else None
        if line is None:
            return ""
        return f"{line.name}.\n{waits_text(why_waits(line.problem)) or prints().not_tried}"

    def why_not(self, action: Action) -> str | None:
        """There must be one to drop."""
        nothing = action.id == "drop" and not any(paged.row for paged in self.query(PagedList))
        return super().why_not(action) or (prints().nothing if nothing else None)

    def on_mount(self) -> None:
        """Read the queue."""
        register = self.session.register
        # Enter typed ahead is for the first of the list.
        self.run_in_thread(
            lambda: _read(register.db), lambda lines: self._list.show(_rows(lines)), group="read", hold=True
        )

    def do_refresh(self) -> None:
        """Read again, in the same place."""
        register = self.session.register
        self.run_in_thread(lambda: _read(register.db), lambda lines: self._list.reload(_rows(lines)), group="read")

    @on(PagedList.Moved, "#prints")
    def tell_why(self) -> None:
        """Say why the print under the cursor waits."""
        self.query_one("#why", Said).retranslate()

    @on(PagedList.Selected, "#prints")
    async def open_dossier(self, event: PagedList.Selected) -> None:
        """Open the dossier of the print under the cursor."""
        await self.desk.show("dossier", dossier=event.row.dossier)

    async def do_drop(self) -> None:
        """Take a print out of the queue, after asking."""
        line, words = self._list.row, prints()
        if line is None:
            return
        register, job, seen = self.session.register, line.job, line.seen
        told = words.dropped.format(form=line.form, code=line.code)

        def answered(sure: bool | None) -> None:
            if sure:
                self.run_in_thread(
                    lambda: register.write_as_shown(seen, drop_print, job), lambda _: self._dropped(told)
                )

        question = words.sure.format(form=line.name, code=line.code, applicant=line.applicant)
        await self.app.push_screen(Confirm(question, yes=words.drop_yes, no=words.drop_no), answered)

    def _dropped(self, told: str) -> None:
        self.notice.tell(told)
        self.do_refresh()


def _rows(lines: list[_Line]) -> RowsInMemory[_Line]:
    return RowsInMemory(lines, lambda line: line.job)


def _read(db: Database) -> list[_Line]:
    seen = shown_now(db)
    names = ("id", "dossier", "code", "applicant_name", "form", "asked_at", "problem")
    return [_Line(**{_FIELDS.get(name, name): row[name] for name in names}, seen=seen) for row in waiting_prints(db)]


_FIELDS = {"id": "job", "applicant_name": "applicant"}

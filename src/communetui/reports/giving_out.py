"""What becomes of a report: marked as sent, printed, saved as a file whose place is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from communetui.report_files.wording import title_of
from communetui.reports.period_words import period_text
from communetui.reports.told import moment_text, pressing
from communetui.screens.base import BaseScreen
from communetui.strings.forms import waits_text
from communetui.strings.report_screens import report_screens
from communetui.widgets.dialogs import Ask, Confirm
from communetui.widgets.menu import Item, Menu

if TYPE_CHECKING:
    from communedb.domain.period import Period
    from communedb.stores.sent_reports import Sent as SentReport
    from communetui.printing.spool import Sent
    from communetui.reports.reading import Read

_LETTERS = {"xlsx": "x", "csv": "c", "pdf": "p", "json": "j"}
_PATH_LIMIT = 1_000


class GivingOut(BaseScreen[None]):
    """Sending, printing and saving on the screen of one report."""

    read: Read | None
    report_name: str

    if TYPE_CHECKING:

        @property
        def period(self) -> Period:
            """The period shown."""

        def do_refresh(self) -> None:
            """Read again."""

    # -- sent

    async def do_send(self) -> None:
        """Mark as sent, after asking; what is still doubtful is said first."""
        read, words = self.read, report_screens()
        if read is None:
            return
        if read.is_as_sent:
            self.notice.tell(words.is_sent)
            return
        question = words.send_question.format(title=title_of(self.report_name), period=period_text(self.period))
        if read.sent is not None:
            question += words.send_again.format(at=moment_text(read.sent.sent_at))
        doubts = pressing(read.figures.doubts)
        if doubts:
            question += words.send_with_doubts.format(count=len(doubts))
        if len(doubts) < len(read.figures.doubts):
            question += f" {words.not_over}."
        await self.app.push_screen(Confirm(question, yes=words.send_yes), self._send_sure)

    def _send_sure(self, sure: bool | None) -> None:
        if not sure:
            return
        register, name, period = self.session.register, self.report_name, self.period

        def work() -> str:
            from communedb.desk.sent_reports import send_report

            return register.write(send_report, name, period)

        told = report_screens().was_sent.format(title=title_of(name), period=period_text(period))
        self.run_in_thread(work, lambda _: self._was_sent(told), group="save", hold=True)

    def _was_sent(self, told: str) -> None:
        self.notice.tell(told)
        self.do_refresh()

    # -- on paper

    def do_print_report(self) -> None:
        """Print it on A4; a printer that is missing is said, and the file is there all the same."""
        read, register = self.read, self.session.register
        if read is None:
            return

        def work() -> tuple[Path, Sent]:
            from communetui.report_files.given_out import print_report

            return print_report(register, read.figures, _sent(read))

        self.run_in_thread(work, self._printed, group="print")

    def _printed(self, made: tuple[Path, Sent]) -> None:
        (path, sent), words = made, report_screens()
        if sent.printed:
            self.notice.tell(words.printed.format(file=path))
        else:
            self.notice.warn(words.print_waits.format(why=waits_text(sent), file=path))

    # -- as a file

    async def do_save_file(self) -> None:
        """Ask for the kind of file, then for its place."""
        words = report_screens()
        items = [Item(kind, words.formats[kind], letter) for kind, letter in _LETTERS.items()]
        await self.app.push_screen(Menu(words.save_as, items), self._kind_chosen_to_save)

    async def _kind_chosen_to_save(self, chosen: tuple[str, str] | None) -> None:
        if chosen is None:
            return
        from communetui.report_files.given_out import first_place

        place = str(first_place(self.report_name, self.period, chosen[0]))
        await self.app.push_screen(Ask(report_screens().where, value=place, limit=_PATH_LIMIT), self._place_given)

    async def _place_given(self, typed: str | None) -> None:
        if not typed:
            return
        path = Path(typed).expanduser()
        if path.is_file():
            question = report_screens().file_there.format(file=path)
            await self.app.push_screen(Confirm(question), lambda sure: self._save(path) if sure else None)
        else:
            self._save(path)

    def _save(self, path: Path) -> None:
        read, register = self.read, self.session.register
        if read is None:
            return

        def work() -> Path:
            from communetui.report_files.given_out import save_report, told_of

            before = _sent(read)
            return save_report(register, read.figures, path, told_of(register, before) if before else None)

        told = report_screens().saved
        self.run_in_thread(work, lambda saved: self.notice.tell(told.format(file=saved)), group="print", hold=True)


def _sent(read: Read) -> SentReport | None:
    """What went up, where that is what is shown."""
    return read.sent if read.is_as_sent else None

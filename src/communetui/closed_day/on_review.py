"""The notices of a closed day, asked for on the list of what is to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communetui.closed_day import papers
from communetui.screens.base import BaseScreen
from communetui.strings.closed_day import closed_day
from communetui.strings.forms import waits_text
from communetui.widgets.dialogs import Confirm

if TYPE_CHECKING:
    from collections.abc import Callable

    from communedb.register import Register
    from communetui.printing.plain.print_plain import Plain


class NoticesOnReview(BaseScreen[None]):
    """Letters, calls, and one note in each dossier; all of them concern every promise that comes later."""

    def do_print_letters(self) -> None:
        """One page for each citizen."""
        self._print(papers.print_letters)

    def do_print_calls(self) -> None:
        """One list with telephone numbers."""
        self._print(papers.print_calls)

    async def do_note_told(self) -> None:
        """Note in every dossier that its citizen was told, after asking."""
        register = self.session.register

        def noted(count: int) -> None:
            words = closed_day()
            if count:
                self.notice.tell(words.noted.format(count=count))
            else:
                self.notice.warn(words.nobody)
            self.do_refresh()

        def answered(sure: bool | None) -> None:
            if sure:
                self.run_in_thread(lambda: papers.note_all_told(register), noted, group="note", hold=True)

        await self.app.push_screen(Confirm(closed_day().sure), answered)

    def _print(self, work: Callable[[Register], tuple[int, Plain | None]]) -> None:
        register = self.session.register

        def tell(done: tuple[int, Plain | None]) -> None:
            words, (count, plain) = closed_day(), done
            if plain is None:
                self.notice.warn(words.nobody)
            elif plain.sent.printed:
                self.notice.tell(words.printed.format(count=count))
            else:
                self.notice.warn(words.saved_only.format(path=plain.path, why=waits_text(plain.sent)))

        self.notice.tell(closed_day().printing)
        self.run_in_thread(lambda: work(register), tell, group="print")

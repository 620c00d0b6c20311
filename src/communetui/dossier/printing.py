"""Printing the forms of a dossier from its screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communetui.dossier.prints import Printable, PrintAnswer, pdf_answer, print_answer, printables
from communetui.screens.base import BaseScreen
from communetui.strings.dossier import dossier
from communetui.widgets.menu import Item, Menu

if TYPE_CHECKING:
    from collections.abc import Callable

    from communetui.dossier.view import View
    from communetui.printing.queue import Printed


class Printing(BaseScreen[None]):
    """Which form, then to the printer or into a PDF; a printer that is missing never stops anything."""

    view: View | None

    if TYPE_CHECKING:

        def do_refresh(self) -> None:
            """Read again."""

    async def do_print_form(self) -> None:
        """Print a form."""
        await self._choose_form(dossier().print_menu, self.send_to_printer)

    async def do_save_pdf(self) -> None:
        """Make a PDF of a form and open it."""
        await self._choose_form(dossier().pdf_menu, self._save_pdf)

    async def _choose_form(self, title: str, then: Callable[[Printable], None]) -> None:
        if self.view is None:
            return
        items = [Item(one, said, str(n)) for n, (one, said) in enumerate(printables(self.view), start=1)]

        def chosen(answer: tuple[Printable, str] | None) -> None:
            if answer is not None:
                then(answer[0])

        await self.app.push_screen(Menu(title, items), chosen)

    def send_to_printer(self, one: Printable) -> None:
        """Print in a thread; what no printer takes waits, and that is said."""
        view, register = self.view, self.session.register
        if view is None:
            return

        def work() -> Printed:
            from communetui.printing.queue import print_form

            return print_form(register, view.dossier.id, one.form, one.event)

        self.run_in_thread(work, lambda printed: self._tell(print_answer(printed)), group="print")

    def _save_pdf(self, one: Printable) -> None:
        view, register = self.view, self.session.register
        if view is None:
            return

        def work() -> Printed:
            from communetui.printing.queue import save_form

            return save_form(register, view.dossier.id, one.form, one.event, show=True)

        self.run_in_thread(work, lambda printed: self._tell(pdf_answer(printed)), group="print")

    def _tell(self, answer: PrintAnswer) -> None:
        if answer.fine:
            self.notice.tell(answer.text)
        else:
            self.notice.warn(answer.text)
        self.do_refresh()

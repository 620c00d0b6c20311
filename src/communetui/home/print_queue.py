"""Printing what waits: offered by the home page and by the list of the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communetui.screens.base import BaseScreen
from communetui.strings.home import home

if TYPE_CHECKING:
    from communetui.printing.queue import Printed


class PrintQueue(BaseScreen[None]):
    """A screen that prints the queue and then reads itself again."""

    def do_refresh(self) -> None:
        """Read again."""

    def do_print_waiting(self) -> None:
        """Print what waits; the register is written, so a read-only session says why not."""
        register = self.session.register

        def work() -> list[Printed]:
            from communetui.printing.queue import print_waiting

            return print_waiting(register)

        self.run_in_thread(work, self._tell_prints, group="print")

    def _tell_prints(self, done: list[Printed]) -> None:
        from communetui.strings.forms import waits_text

        waits = [one.sent for one in done if not one.sent.printed]
        if waits:
            self.notice.warn(waits_text(waits[0]))
        elif done:
            self.notice.tell(home().prints_done.format(count=len(done)))
        else:
            self.notice.tell(home().nothing_waits)
        self.do_refresh()

"""The leader's page of the week from the list of reports: made as a PDF and opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communetui.screens.base import BaseScreen
from communetui.strings.report_screens import report_screens

if TYPE_CHECKING:
    from communetui.printing.counter_papers import Made


class LeaderPage(BaseScreen[None]):
    """The key of the leader's page."""

    def do_leader_page(self) -> None:
        """Make the page of the week in which today lies, and open it."""
        register = self.session.register

        def work() -> Made:
            from communetui.reports.files import make_leader_page

            return make_leader_page(register)

        self.run_in_thread(work, self._leader_made, group="print")

    def _leader_made(self, made: Made) -> None:
        words = report_screens()
        said = words.leader_made if made.sent.printed else words.leader_not_opened
        (self.notice.tell if made.sent.printed else self.notice.warn)(said.format(file=made.path))

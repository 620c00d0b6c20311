"""The leader's page of the week from the list of reports: made as a PDF and opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communetui.screens.base import BaseScreen
from communetui.strings.report_screens import report_screens

if TYPE_CHECKING:
    from pathlib import Path

    from communetui.printing.spool import Sent


class LeaderPage(BaseScreen[None]):
    """The key of the leader's page."""

    def do_leader_page(self) -> None:
        """Make the page of the week in which today lies, and open it."""
        register = self.session.register

        def work() -> tuple[Path, Sent]:
            from communetui.report_files.given_out import make_leader_page

            return make_leader_page(register)

        self.run_in_thread(work, self._leader_made, group="print")

    def _leader_made(self, made: tuple[Path, Sent]) -> None:
        (path, sent), words = made, report_screens()
        if sent.printed:
            self.notice.tell(words.leader_made.format(file=path))
        else:
            self.notice.warn(words.leader_not_opened.format(file=path))

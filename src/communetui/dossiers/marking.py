"""Marking rows of the list: what is marked lies on the officer's pile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communetui.pile.gathering import Gathering, gather
from communetui.screens.base import BaseScreen
from communetui.strings.pile import pile_texts

if TYPE_CHECKING:
    from communedb.domain.dossier_filter import DossierFilter
    from communetui.dossiers.lines import Line
    from communetui.register_session import RegisterSession
    from communetui.widgets.pagedlist import PagedList


class Marking(BaseScreen[None]):
    """What the list's screen does with many rows at once; the space bar marks one by itself."""

    if TYPE_CHECKING:

        @property
        def session(self) -> RegisterSession:
            """The officer's session."""

        @property
        def wanted(self) -> DossierFilter:
            """What the list shows now."""

        @property
        def paged(self) -> PagedList[Line]:
            """The list."""

        def do_refresh(self) -> None:
            """Read again."""

    async def do_pile(self) -> None:
        """Open the pile with what is marked here."""
        await self.desk.show("pile")

    def do_mark_to_here(self) -> None:
        """Mark from the row marked last to the one under the cursor."""
        paged = self.paged
        if paged.mark_at is None or paged.row is None:
            self.notice.error(pile_texts().no_mark)
        else:
            self._mark(Gathering(self.session.register, self.wanted, (paged.mark_at.row, paged.row.row)))

    def do_mark_all(self) -> None:
        """Mark everything that the filter shows."""
        self._mark(Gathering(self.session.register, self.wanted))

    def _mark(self, gathering: Gathering) -> None:
        gather(self, self.session.pile, gathering, self._marked)

    def do_unmark_all(self) -> None:
        """Take all marks away."""
        self.session.pile.clear()
        self.notice.tell(pile_texts().cleared)
        self._marked()

    def _marked(self) -> None:
        self.update_heading()
        self.paged.refresh()

    def do_accept_offered(self) -> None:
        """Accept what waits for this officer."""
        from communetui.pile.offered import accept_offered

        accept_offered(self, self.session, self.do_refresh)

"""How the citizen found the service, noted in two keystrokes once the result was returned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.desk.act import act
from communedb.domain.act import Act, Mark, MarkedBy
from communedb.domain.event import EventKind
from communetui.screens.base import BaseScreen
from communetui.strings.satisfaction import mark_text, satisfaction
from communetui.widgets.menu import Item, Menu

if TYPE_CHECKING:
    from communetui.dossier.view import View

_CHOICES: Final = [(mark, by) for by in (MarkedBy.OFFICER, MarkedBy.CITIZEN) for mark in Mark]
"""By the digits of the menu, from 1: the officer asks far more often than the citizen comes round to the keyboard."""


def satisfaction_text(view: View) -> str:
    """The mark of a returned dossier, or that it has none yet."""
    return mark_text(view.state.mark, view.state.marked_by) or satisfaction().not_rated


class Rating(BaseScreen[None]):
    """What a dossier's screen does when a mark is to be noted."""

    if TYPE_CHECKING:

        def do_refresh(self) -> None:
            """Read again."""

    async def offer_marks(self, view: View) -> None:
        """Offer the marks, each by its digit."""
        choices = satisfaction().choices
        items = [Item(at, choices[str(at)], str(at)) for at in range(1, len(_CHOICES) + 1)]

        def chosen(taken: tuple[int, str] | None) -> None:
            if taken is not None:
                self._note_mark(view, *_CHOICES[taken[0] - 1])

        await self.app.push_screen(Menu(satisfaction().choose.format(code=view.dossier.code), items), chosen)

    def _note_mark(self, view: View, mark: Mark, by: MarkedBy) -> None:
        register = self.session.register
        asked = Act(kind=EventKind.RATED, mark=mark, marked_by=by)

        def noted(_: object) -> None:
            self.notice.tell(satisfaction().noted.format(mark=satisfaction().marks[mark]))
            self.do_refresh()

        self.run_in_thread(
            lambda: register.write_as_shown(view.dossier.shown, act, view.dossier.id, asked),
            noted,
            group="save",
            hold=True,
        )

"""Doing something with the whole pile: the menu, the form, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.act import Act, HandOver
from communedb.domain.event import EventKind
from communedb.domain.moment import local
from communedb.stores.officers import read_officers
from communetui.actions.pile import MANY_ACTIONS, OF_ALL, PRINT, SIGNATURE
from communetui.actions.registry import find
from communetui.pile.acting import Acting, print_all
from communetui.pile.forms import step_of_many, why_not_many
from communetui.screens.base import BaseScreen
from communetui.strings.dossier import dossier
from communetui.strings.pile import pile_texts
from communetui.widgets.dialogs import Confirm
from communetui.widgets.menu import Item, Menu

if TYPE_CHECKING:
    from communedb.domain.calendar import WorkCalendar
    from communedb.stores.officers import Officer
    from communetui.pile.pile import Pile
    from communetui.register_session import RegisterSession

_FORMS = ("01", "06")
"""What every dossier has, whatever has happened to it."""


class Doing(BaseScreen[None]):
    """What the pile's screen does when something is chosen for all of it, in the menu or by its name."""

    purpose: HandOver = HandOver.WORK
    """What the pile is handed over for unless the officer says otherwise."""

    if TYPE_CHECKING:

        @property
        def session(self) -> RegisterSession:
            """The officer's session."""

        @property
        def pile(self) -> Pile:
            """What lies on it."""

        def show_again(self) -> None:
            """The pile has changed."""

    def why_not_pile(self) -> str | None:
        """Why nothing can be done with the pile."""
        return None if self.pile else pile_texts().empty

    async def do_menu(self) -> None:
        """Offer what can be done with all of it."""
        roles = self.session.roles
        items = [
            Item(action.id, action.text().name, action.keys[0][-1], why_not_many(OF_ALL.get(action.id), roles))
            for action in MANY_ACTIONS
        ]
        await self.app.push_screen(Menu(pile_texts().menu.format(count=len(self.pile)), items), self._chosen)

    async def _chosen(self, chosen: tuple[str, str] | None) -> None:
        if chosen is not None:
            await self.action_act(chosen[0])

    async def action_act(self, action_id: str) -> None:
        """Do an action of the registry; what is done with the whole pile begins with its form, or a question."""
        action = find(MANY_ACTIONS, action_id)
        if action is None:
            await super().action_act(action_id)
        elif why := self.why_not(action) or why_not_many(OF_ALL.get(action_id), self.session.roles):
            self.notice.error(why)
        elif action_id == PRINT:
            await self._choose_form()
        else:
            self._begin(action_id)

    def _begin(self, name: str) -> None:
        kind = OF_ALL.get(name, EventKind.HANDED_OVER)
        if kind is EventKind.ACCEPTED:
            self._act(Act(kind=kind))
            return
        register = self.session.register

        def read() -> tuple[list[Officer], WorkCalendar]:
            return read_officers(register.db), register.calendar()

        self.run_in_thread(read, lambda facts: self._open_form(name, kind, *facts), group="officers", hold=True)

    async def _open_form(self, name: str, kind: EventKind, officers: list[Officer], calendar: WorkCalendar) -> None:
        action = find(MANY_ACTIONS, name)
        form = step_of_many(
            kind,
            lambda: action.text().name if action else "",
            len(self.pile),
            {officer.id: officer.name for officer in officers},
            local(self.session.register.now()).date(),
            calendar,
            HandOver.SIGNATURE if name == SIGNATURE else self.purpose,
        )
        await self.app.push_screen(form, lambda asked: self._act(asked) if asked is not None else None)

    def _act(self, asked: Act) -> None:
        self.purpose = HandOver.WORK
        Acting(self, self.session, list(self.pile), self.show_again).begin(asked)

    async def _choose_form(self) -> None:
        names = dossier().form_names
        items = [Item(form, f"{form} {names[form]}", str(n)) for n, form in enumerate(_FORMS, start=1)]
        await self.app.push_screen(Menu(pile_texts().choose_form, items), self._ask_print)

    async def _ask_print(self, chosen: tuple[str, str] | None) -> None:
        if chosen is None:
            return
        form, keys, words = chosen[0], list(self.pile), pile_texts()
        name = dossier().form_names[form]

        def answered(sure: bool | None) -> None:
            if sure:
                print_all(self, self.session, keys, form, self.show_again)

        question = words.ask_print.format(form=form, name=name, count=len(keys))
        await self.app.push_screen(Confirm(question, yes=words.print_now, no=words.later), answered)

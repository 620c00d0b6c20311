"""Steps of a dossier on its screen: the menu, the forms, what comes after."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from communedb.domain.event import EventKind
from communedb.domain.workflow import STEPS
from communetui.actions.dossier import LETTERS, STEP_ACTIONS
from communetui.actions.steps import letter_of
from communetui.dossier.forms import correction_of, form_of, said_of_mend, said_of_step
from communetui.dossier.mend_forms import CORRECTED, mark_checked
from communetui.dossier.offering import why_not_step
from communetui.dossier.rating import Rating
from communetui.dossier.told import field_name
from communetui.printing.from_dossier import FORMS
from communetui.strings.dossier import dossier
from communetui.strings.findings import finding_text
from communetui.strings.satisfaction import satisfaction
from communetui.widgets.dialogs import Confirm
from communetui.widgets.menu import Item, Menu

if TYPE_CHECKING:
    from communedb.desk.act import Done
    from communedb.domain.refusal import Refused
    from communetui.dossier.prints import Printable
    from communetui.dossier.view import View


class Stepping(Rating):
    """What a dossier's screen does when a step is chosen, in the menu or by its name."""

    view: View | None

    if TYPE_CHECKING:

        def reread(self) -> View:
            """The dossier as it is now; from a thread."""

        def reread_if_stale(self, refusal: Refused) -> None:
            """Read again when a form was refused because of what somebody else did."""

        def do_refresh(self) -> None:
            """Read again."""

        def send_to_printer(self, one: Printable) -> None:
            """Print a form."""

    async def do_menu(self) -> None:
        """Offer what can be done; the rest is in the menu, too, and says why not when its letter is pressed."""
        view = self.view
        if view is None:
            return
        items = [
            Item(action.id, action.text().name, letter_of(action), why_not_step(view, action.id))
            for action in STEP_ACTIONS
        ]
        items.sort(key=lambda item: item.why is not None)
        await self.app.push_screen(Menu(dossier().menu.format(code=view.dossier.code), items), self._chosen)

    async def _chosen(self, chosen: tuple[str, str] | None) -> None:
        if chosen is not None:
            await self.action_act(chosen[0])

    async def action_act(self, action_id: str) -> None:
        """Do an action of the registry; a step opens its form."""
        if action_id not in LETTERS:
            await super().action_act(action_id)
            return
        why = why_not_step(self.view, action_id)
        if why is not None:
            self.notice.error(why)
        elif self.view is not None:
            await self._begin(action_id, self.view)

    async def _begin(self, name: str, view: View) -> None:
        if name == "correct":
            items = [Item(field, field_name(field)) for field in CORRECTED]
            await self.app.push_screen(Menu(dossier().choose_field, items), self._field_chosen)
        elif name == "checked":
            register = self.session.register
            self.run_in_thread(lambda: mark_checked(view, register), self._checked, group="save", hold=True)
        elif name == EventKind.RATED:
            await self.offer_marks(view)
        elif name == "void":
            question = dossier().void_sure.format(code=view.dossier.code)
            await self.app.push_screen(Confirm(question), partial(self._void_sure, view))
        else:
            await self._open_form(name, view)

    async def _void_sure(self, view: View, sure: bool | None) -> None:
        if sure:
            await self._open_form("void", view)

    async def _open_form(self, name: str, view: View) -> None:
        form = form_of(name, view, self.session, self.reread_if_stale)
        await self.app.push_screen(form, partial(self._done, name, view))

    def _checked(self, _: str) -> None:
        self.notice.tell(dossier().checked)
        self.do_refresh()

    # -- correcting

    async def _field_chosen(self, chosen: tuple[str, str] | None) -> None:
        if chosen is not None:
            await self.begin_correction(chosen[0])

    async def begin_correction(self, field: str) -> None:
        """Open the form that corrects a field, or say why not."""
        why = why_not_step(self.view, "correct")
        if why is not None or self.view is None:
            self.notice.error(why or dossier().nothing_open)
        elif field not in CORRECTED:
            self.notice.error(dossier().not_correctable)
        else:
            form = correction_of(field, self.view, self.session, self.reread)
            await self.app.push_screen(form, partial(self._corrected, field))

    def _corrected(self, field: str, answer: str | None) -> None:
        if answer is not None:
            self.notice.tell(dossier().corrected.format(field=field_name(field)))

    # -- afterwards

    async def _done(self, name: str, view: View, answer: Any) -> None:
        """The form was saved (None: given up); the screen reads again by itself as it comes back."""
        if answer is None:
            return
        if name not in STEPS:
            self.notice.tell(said_of_mend(name, answer, view))
            return
        done: Done = answer
        said = said_of_step(name, done, view)
        if name == EventKind.RETURNED:
            # Said, not asked in front of everything: the next citizen's receipt may be scanned at this moment.
            said += f" {satisfaction().ask}"
        if done.findings:
            self.notice.warn(" ".join([said, *(finding_text(finding) for finding in done.findings)]))
        else:
            self.notice.tell(said)
        if done.form in FORMS:
            await self._offer_print(said, done)

    async def _offer_print(self, said: str, done: Done) -> None:
        from communetui.dossier.prints import Printable

        words = dossier()
        form = str(done.form)
        question = words.ask_print.format(said=said, form=form, name=words.form_names[form])

        def answered(sure: bool | None) -> None:
            if sure:
                self.send_to_printer(Printable(form, done.event))

        await self.app.push_screen(Confirm(question, yes=words.print_now, no=words.later), answered)

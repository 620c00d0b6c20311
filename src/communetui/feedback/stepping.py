"""Steps of feedback on its screen: the menu, the forms, what is said afterwards."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from communedb.domain.feedback_event import FeedbackEventKind
from communedb.domain.feedback_steps import STEPS
from communetui.actions.concern import LETTERS, STEP_ACTIONS
from communetui.actions.steps import letter_of
from communetui.dossier.told import moment_text
from communetui.feedback import offering
from communetui.feedback.forms import correct_form, mend_form, step_form
from communetui.screens.base import BaseScreen
from communetui.strings.concern import concern
from communetui.strings.feedback_values import feedback_values
from communetui.strings.findings import finding_text
from communetui.widgets.dialogs import Confirm
from communetui.widgets.menu import Item, Menu

if TYPE_CHECKING:
    from communedb.desk.feedback import FeedbackDone
    from communedb.domain.refusal import Refused
    from communetui.feedback.view import View


class Stepping(BaseScreen[None]):
    """What the screen of one piece of feedback does when a step is chosen, in the menu or by its name."""

    view: View | None

    if TYPE_CHECKING:

        def reread(self) -> View:
            """It as it is now; from a thread."""

        def reread_if_stale(self, refusal: Refused) -> None:
            """Read again when a form was refused because of what somebody else did."""

    def why_not_step(self, name: str) -> str | None:
        """Why a step is not possible."""
        return offering.why_not_step(self.view, name)

    async def do_menu(self) -> None:
        """Offer what can be done; the rest is in the menu, too, and says why not when its letter is pressed."""
        if self.view is None:
            return
        items = [Item(a.id, a.text().name, letter_of(a), self.why_not_step(a.id)) for a in STEP_ACTIONS]
        items.sort(key=lambda item: item.why is not None)
        title = concern().menu.format(code=self.view.feedback.code)
        await self.app.push_screen(Menu(title, items), self._chosen)

    async def _chosen(self, chosen: tuple[str, str] | None) -> None:
        if chosen is not None:
            await self.action_act(chosen[0])

    async def action_act(self, action_id: str) -> None:
        """Do an action of the registry; a step opens its form."""
        if action_id not in LETTERS:
            await super().action_act(action_id)
        elif (why := self.why_not_step(action_id)) is not None:
            self.notice.error(why)
        elif self.view is not None:
            await self._begin(action_id, self.view)

    async def _begin(self, name: str, view: View) -> None:
        if name == "correct":
            items = [Item(field, feedback_values().field[field]) for field in offering.correctable(view)]
            await self.app.push_screen(Menu(concern().choose_field, items), self._field_chosen)
        elif name == "void":
            question = concern().void_sure.format(code=view.feedback.code)
            await self.app.push_screen(Confirm(question), partial(self._void_sure, view))
        elif name in STEPS:
            form = step_form(FeedbackEventKind(name), view, self.session.register, self.reread_if_stale)
            await self.app.push_screen(form, partial(self._done, name))
        else:
            mend = mend_form(name, view, self.session.register, self.reread_if_stale)
            await self.app.push_screen(mend, partial(self._mended, name, view))

    async def _void_sure(self, view: View, sure: bool | None) -> None:
        if sure:
            form = mend_form("void", view, self.session.register, self.reread_if_stale)
            await self.app.push_screen(form, partial(self._mended, "void", view))

    async def _field_chosen(self, chosen: tuple[str, str] | None) -> None:
        if chosen is not None:
            await self.begin_correction(chosen[0])

    async def begin_correction(self, field: str) -> None:
        """Open the form that corrects a field, or say why not."""
        view = self.view
        why = self.why_not_step("correct")
        if why is not None or view is None:
            self.notice.error(why or concern().nothing_open)
        elif field not in offering.correctable(view):
            self.notice.warn(concern().not_a_choice)
        else:
            said = concern().corrected.format(field=feedback_values().field[field])
            form = correct_form(field, view, self.session.register, self.reread)
            await self.app.push_screen(form, lambda answer: self.notice.tell(said) if answer else None)

    def _done(self, name: str, done: FeedbackDone | None) -> None:
        """The form was saved (None: given up); the screen reads again by itself as it comes back."""
        if done is None:
            return
        words = concern()
        said = [words.saved.format(step=feedback_values().step[name])]
        if done.escalated is not None:
            said.append(words.escalated.format(code=done.escalated.code))
        elif done.due_at is not None:
            said.append(words.due_now.format(due=moment_text(done.due_at)))
        if done.findings:
            self.notice.warn(" ".join([*said, *map(finding_text, done.findings)]))
        else:
            self.notice.tell(" ".join(said))

    def _mended(self, name: str, view: View, answer: str | None) -> None:
        if answer is None:
            return
        undone = view.state.undoable
        words = concern()
        step = feedback_values().step[undone.kind] if undone else "-"
        self.notice.tell(words.voided if name == "void" else words.taken_back.format(step=step))

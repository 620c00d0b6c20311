"""Steps of a task on its screen and on the list: the menu, the forms, quick progress, what comes after."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from communedb.desk.task_steps import note_progress
from communedb.stores.task_list import rows_of_tasks
from communedb.stores.task_rules import read_rules
from communetui.actions.steps import letter_of
from communetui.actions.task import LETTERS, STEP_ACTIONS
from communetui.screens.base import BaseScreen
from communetui.strings.task import task
from communetui.strings.task_values import task_values
from communetui.tasks.fact_forms import CORRECTED, correct_form, new_form
from communetui.tasks.forms import said_of, step_form
from communetui.tasks.offering import why_not_step
from communetui.tasks.quick import Progress, QuickProgress
from communetui.tasks.sections import label_of
from communetui.tasks.told import state_text
from communetui.widgets.dialogs import Confirm
from communetui.widgets.menu import Item, Menu

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from communedb.desk.task_entry import Entered
    from communedb.domain.refusal import Refused
    from communedb.domain.task import NewTask
    from communedb.journal.pen import Shown
    from communedb.stores.task_list import TaskRow
    from communetui.tasks.view import View


class Stepping(BaseScreen[None]):
    """What the list and a task's own screen do when a step is chosen, in the menu or by its name."""

    if TYPE_CHECKING:

        async def with_view(self, then: Callable[[View], Awaitable[None]]) -> None:
            """Go on with everything about the task that is meant."""

        def quick_target(self) -> tuple[TaskRow, Mapping[str, Shown]] | None:
            """The row of the task that is meant, and what the officer had been shown with it."""

        def why_not_step(self, name: str) -> str | None:
            """Why a step is not possible, as far as the screen knows."""

        def reread(self, key: str) -> View:
            """The task as it is now; from a thread."""

    async def do_menu(self) -> None:
        """Offer what can be done; the rest is in the menu, too, and says why not when its letter is pressed."""
        await self.with_view(self._offer)

    async def _offer(self, view: View) -> None:
        items = [
            Item(action.id, action.text().name, letter_of(action), why_not_step(view, action.id))
            for action in STEP_ACTIONS
        ]
        items.sort(key=lambda item: item.why is not None)
        title = task().menu.format(code=view.task.code)
        await self.app.push_screen(Menu(title, items), partial(self._chosen, view))

    async def _chosen(self, view: View, chosen: tuple[str, str] | None) -> None:
        if chosen is not None:
            await self._begin(chosen[0], view)

    async def action_act(self, action_id: str) -> None:
        """Do an action of the registry; a step opens its form."""
        if action_id not in LETTERS:
            await super().action_act(action_id)
        elif why := self.why_not_step(action_id):
            self.notice.error(why)
        else:
            await self.with_view(partial(self._begin, action_id))

    async def _begin(self, name: str, view: View) -> None:
        """Open the form of a step, or say why it is not possible now."""
        if why := why_not_step(view, name):
            self.notice.error(why)
        elif name == "correct":
            items = [Item(field, label_of(field)) for field in CORRECTED]
            await self.app.push_screen(Menu(task().choose_field, items), partial(self._field_chosen, view))
        elif name == "new_child":
            facts = (view.rules, view.colleagues, view.today)
            await self.app.push_screen(new_form(self.session, facts, view, None), self.entered)
        elif name == "void":
            question = task().void_sure.format(code=view.task.code)
            await self.app.push_screen(Confirm(question), partial(self._void_sure, view))
        else:
            await self.open_step(name, view)

    async def open_step(self, name: str, view: View, **prefilled: Any) -> None:
        """The form of a step, some of it filled in."""
        form = step_form(name, view, self.session.register, self.reread_if_stale, **prefilled)
        await self.app.push_screen(form, partial(self._done, name, view))

    def reread_if_stale(self, _refusal: Refused) -> None:
        """Another officer may have been quicker: what is behind the form is read again."""
        self.do_refresh()

    async def _void_sure(self, view: View, sure: bool | None) -> None:
        if sure:
            await self.open_step("void", view)

    # -- correcting

    async def _field_chosen(self, view: View, chosen: tuple[str, str] | None) -> None:
        if chosen is not None:
            await self.begin_correction(view, chosen[0])

    async def begin_correction(self, view: View, field: str) -> None:
        """Open the form that corrects a field, or say why not."""
        if why := why_not_step(view, "correct"):
            self.notice.error(why)
            return
        form = correct_form(field, view, self.session, lambda: self.reread(view.task.id))
        await self.app.push_screen(form, partial(self._corrected, field))

    def _corrected(self, field: str, answer: str | None) -> None:
        if answer is not None:
            self.notice.tell(task().corrected.format(field=task_values().field[field]))

    # -- quick progress

    async def do_quick_progress(self) -> None:
        """Ask for a percentage, and nothing else."""
        target = self.quick_target()
        if target is not None:
            row, shown = target
            await self.app.push_screen(QuickProgress(row), partial(self._progress_typed, row, shown))

    async def _progress_typed(self, row: TaskRow, shown: Mapping[str, Shown], typed: Progress | None) -> None:
        if typed is None:
            return
        if typed.percent == 100:
            await self.with_view(partial(self._complete, typed.text))
            return
        register = self.session.register

        def work() -> TaskRow:
            register.write_as_shown(shown, note_progress, row.key, typed.percent, typed.text)
            (now,) = rows_of_tasks(register.db, [row.key], register.now(), read_rules(register.db))
            return now

        self.run_in_thread(work, self._progressed, group="save", hold=True)

    async def _complete(self, result: str, view: View) -> None:
        if why := why_not_step(view, "complete"):
            self.notice.error(why)
        else:
            await self.open_step("complete", view, result=result)

    def _progressed(self, row: TaskRow) -> None:
        said = task().progress_saved.format(code=row.code, percent=row.percent, state=state_text(row))
        self.notice.tell(said)
        self.do_refresh()

    # -- afterwards

    def entered(self, answer: tuple[Entered, NewTask] | None) -> None:
        """A task was entered (None: given up); the screen reads again by itself as it comes back."""
        if answer is not None:
            self.notice.tell(task().created.format(code=answer[0].code))

    def _done(self, name: str, view: View, answer: dict[str, Any] | None) -> None:
        """The form was saved (None: given up)."""
        if answer is not None:
            self.notice.tell(said_of(name, answer, view))

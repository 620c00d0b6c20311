"""Entering tasks from their list, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.moment import local
from communedb.stores.officers import read_officers
from communedb.stores.task_rules import read_rules
from communetui.screens.base import BaseScreen
from communetui.tasks.fact_forms import new_form
from communetui.tasks.offering import why_not_new

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.desk.task_entry import Entered
    from communedb.domain.task import NewTask
    from communedb.domain.task_rules import TaskRules


class Entering(BaseScreen[None]):
    """What the list does to enter a task."""

    _last_new: NewTask | None

    if TYPE_CHECKING:

        def entered(self, answer: tuple[Entered, NewTask] | None) -> None:
            """Say that a task was entered."""

    def start_entering(self) -> None:
        """Nothing was entered yet."""
        self._last_new = None

    def why_not_new(self) -> str | None:
        """Why no task can be entered."""
        return why_not_new(self.session.register)

    def do_new_task(self) -> None:
        """Enter a task; the directive of the one entered before stays in the form."""
        register = self.session.register

        def read() -> tuple[TaskRules, Mapping[str, str]]:
            return read_rules(register.db), {one.id: one.name for one in read_officers(register.db)}

        self.run_in_thread(read, self._ask_new, group="facts", hold=True)

    async def _ask_new(self, facts: tuple[TaskRules, Mapping[str, str]]) -> None:
        today = local(self.session.register.now()).date()
        form = new_form(self.session, (*facts, today), None, self._last_new)
        await self.app.push_screen(form, self._newly_entered)

    def _newly_entered(self, answer: tuple[Entered, NewTask] | None) -> None:
        if answer is not None:
            self._last_new = answer[1]
        self.entered(answer)

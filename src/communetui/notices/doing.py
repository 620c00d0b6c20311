"""What the list and the page of notices have in common: withdrawing one, and making a task of a directive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.notice import NoticeKind
from communedb.domain.officer import holds
from communedb.domain.refusal import Reason, Refused
from communetui.screens.base import BaseScreen
from communetui.strings.notices import notices
from communetui.strings.reasons import reason_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.desk.task_entry import Entered
    from communedb.domain.task import NewTask
    from communedb.domain.task_rules import TaskRules
    from communedb.journal.pen import Shown
    from communedb.stores.notices import Notice


class NoticeActions(BaseScreen[None]):
    """A screen with a notice that something can be done about."""

    seen: Mapping[str, Shown] = {}
    """What had been shown when the notice was read."""

    def notice_here(self) -> Notice | None:
        """The notice that is meant."""
        return None

    def why_not_write(self) -> str | None:
        """The register is only read here."""
        session = self.desk.session
        return reason_text(Refused(Reason.READ_ONLY)) if session is not None and self.session.read_only else None

    def why_not_task(self) -> str | None:
        """There must be a directive."""
        kept = self.notice_here()
        if kept is None:
            return notices().none_chosen
        if kept.kind != NoticeKind.DIRECTIVE:
            return notices().not_a_directive
        return self.why_not_write()

    def why_not_withdraw(self) -> str | None:
        """There must be a notice of this office that stands, and an officer who may."""
        from communedb.desk.notices import MAY_WITHDRAW

        kept = self.notice_here()
        if kept is None:
            return notices().none_chosen
        if kept.from_above:
            return reason_text(Refused(Reason.NOTICE_FROM_ABOVE, title=kept.title))
        if not kept.active:
            return reason_text(Refused(Reason.NOTICE_WITHDRAWN))
        if kept.officer != self.session.officer and not holds(self.session.roles, MAY_WITHDRAW):
            return reason_text(Refused(Reason.ROLE_NOT_ALLOWED, roles=", ".join(sorted(MAY_WITHDRAW))))
        return self.why_not_write()

    def do_make_task(self) -> None:
        """Open the form of a new task with what the directive says."""
        from communetui.notices.to_task import read_facts, task_form

        kept, session = self.notice_here(), self.session
        if kept is None:
            return

        async def ask(facts: tuple[TaskRules, Mapping[str, str]]) -> None:
            await self.app.push_screen(task_form(session, facts, kept), self._task_made)

        self.run_in_thread(lambda: read_facts(session.register), ask, group="facts", hold=True)

    def _task_made(self, answer: tuple[Entered, NewTask] | None) -> None:
        if answer is not None:
            self.notice.tell(notices().task_made.format(code=answer[0].code))
            self.do_refresh()

    async def do_withdraw(self) -> None:
        """Ask why, and take it back."""
        from communetui.notices.forms import withdraw_form

        kept = self.notice_here()
        if kept is not None:
            form = withdraw_form(self.session.register, kept, self.seen)
            await self.app.push_screen(form, self._withdrawn)

    def _withdrawn(self, title: str | None) -> None:
        if title is not None:
            self.notice.tell(notices().gone.format(title=title))
            self.do_refresh()

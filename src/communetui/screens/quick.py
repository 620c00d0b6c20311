"""The quick counter: one citizen after the other, certified, paid and returned by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.desk.quick import serve
from communedb.domain.moment import local
from communedb.domain.money import format_dong
from communetui.quick.lines import PaperLines
from communetui.quick.memory import Facts, read_facts
from communetui.quick.requester import RequesterOnForm
from communetui.quick.state import QuickState, WrongAt, read_request
from communetui.strings.quick import quick
from communetui.widgets.dialogs import Confirm

if TYPE_CHECKING:
    from communedb.desk.quick import Served
    from communedb.domain.refusal import Refused
    from communetui.actions.registry import Action
    from communetui.widgets.control import Entered

_KEPT: Final = 3
"""Requests just saved that stay in sight."""


class QuickScreen(RequesterOnForm):
    """Type who and what, Ctrl+S: the form is ready for the next citizen at once."""

    NAME = "quick"

    def why_not(self, action: Action) -> str | None:
        """Asked after every key, so that it must be quick."""
        why = super().why_not(action)
        if why is None and action.id == "save" and self.session.read_only:
            return quick().read_only
        if why is None and action.id == "print_receipt" and not self.habits.last:
            return quick().nothing_to_print
        if why is None and action.id == "clear" and (not self.laid or self.typed.empty):
            return quick().nothing_to_clear
        return why

    # -- going from control to control

    async def on_entered(self, event: Entered) -> None:  # type: ignore[override]  # Textual awaits its handlers
        """Enter goes on, from line to line; an empty line ends them."""
        event.stop()
        event.prevent_default()
        control, lines = event.sender, self.query_one(PaperLines)
        if control.id == "id_number":
            self.look_up()
        elif control.id == "name":
            lines.first().focus()
        elif lines in control.ancestors:
            following = await lines.after(control)
            (following or self.control("returned")).focus()
        elif control.id == "exempt_reason":
            self.notice.tell(quick().save_with)
        else:
            self.focus_next()

    def do_next_kind(self) -> None:
        """The next kind of certification."""
        self.control("procedure").turn(1)

    # -- saving

    def do_save(self) -> None:
        """Commit; the form is empty for the next citizen before the next key comes in."""
        state, register = self.typed, self.session.register
        try:
            request = read_request(state, local(register.now()).date(), self.keeper.key)
        except WrongAt as wrong:
            self._show_wrong(wrong)
            return
        kept = self.keeper.keep(state)

        def work() -> tuple[Served, Facts]:
            if kept is not None:
                kept.result()
            # The known facts go along unchanged: what another station has learnt of the person since stays.
            return register.write(serve, request, state.person or None), read_facts(register)

        async def then(done: tuple[Served, Facts]) -> None:
            served, self.facts = done
            await self._saved(served, state)

        self.run_in_thread(work, then, refused=self._refused, group="save", hold=True)

    async def _saved(self, served: Served, state: QuickState) -> None:
        habits, words = self.habits, quick()
        habits.procedure_code, habits.signer = state.procedure_code, state.signer
        habits.method = state.method
        facts = {"name": state.name.strip(), "paid": format_dong(served.paid), "code": served.received.code}
        if served.numbered is not None:
            line = words.saved.format(numbers=served.numbered.text, **facts)
            habits.last = ""
        else:
            due = served.received.due_at
            line = words.saved_later.format(due=f"{local(due):%H:%M %d/%m}" if due else "-", **facts)
            habits.last = served.received.dossier
        habits.saved = [line, *habits.saved][:_KEPT]
        self.notice.clear()
        await self._begin_empty()

    async def _begin_empty(self) -> None:
        self.keeper.begin()
        await self.lay(self.begin())
        self.control("id_number").focus()

    def _refused(self, refusal: Refused) -> None:
        name = str(refusal.facts.get("field", ""))
        if name and self.query(f"#{name}"):
            self.control(name).focus()
        self.refuse(refusal)

    def _show_wrong(self, wrong: WrongAt) -> None:
        self.control(wrong.control).focus()
        if wrong.refusal is not None:
            self.refuse(wrong.refusal)
        else:
            self.notice.error(getattr(quick(), wrong.words))

    # -- leaving, papers, lists

    async def do_clear(self) -> None:
        """An empty form, after asking: another citizen is in front."""

        async def answered(sure: bool | None) -> None:
            if sure:
                self.keeper.keep(self.begin())
                await self._begin_empty()

        question = quick().clear_question.format(label=self.typed.label)
        await self.app.push_screen(Confirm(question, yes=quick().clear_yes, no=quick().clear_no), answered)

    def do_print_receipt(self) -> None:
        """The receipt of what was just saved and is returned later."""
        from communetui.quick.printing import print_receipt

        print_receipt(self, self.habits.last)

    async def do_waiting(self) -> None:
        """What waits for the leader's signature."""
        signer = self.control("signer").value or ""
        names = dict(self.facts.leaders) if self.facts else {}
        await self.desk.show("certifying", signer=signer, signer_name=names.get(signer, ""))

    def do_book(self) -> None:
        """Print the book of this kind, for this month."""
        from communetui.quick.printing import print_book

        print_book(self, self.control("procedure").value or "")

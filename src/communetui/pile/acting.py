"""Doing one thing with many dossiers from a screen: what would become of each, one question, then the work in turns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.desk.many import AT_ONCE, act_on_many, in_one_batch
from communedb.domain.act import HandOver
from communedb.domain.event import EventKind
from communedb.stores.officers import officer_names
from communetui.dossier.course import step_name
from communetui.printing.from_dossier import HAND_OVER_LIST
from communetui.strings.dossier_forms import form_texts
from communetui.strings.pile import pile_texts
from communetui.strings.reasons import reason_text
from communetui.widgets.dialogs import Confirm

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from communedb.desk.act import Done
    from communedb.desk.many import Outcome
    from communedb.domain.act import Act
    from communetui.printing.queue import Printed
    from communetui.register_session import RegisterSession
    from communetui.screens.base import BaseScreen

_REASONS_TOLD = 3


class Acting:
    """One step for many dossiers, asked for on a screen: `await Acting(screen, session, keys, then).begin(asked)`.

    What was done leaves the officer's pile, what was refused stays there with its reason; `then` is called
    whenever that has changed.
    """

    def __init__(
        self, screen: BaseScreen[Any], session: RegisterSession, dossiers: Sequence[str], then: Callable[[], object]
    ) -> None:
        self._screen = screen
        self._register = session.register
        self._pile = session.pile
        self._dossiers = list(dossiers)
        self._then = then
        self._done: list[Outcome[Done]] = []
        self._said = ""

    def begin(self, asked: Act) -> None:
        """Ask the register what would become of each, and then the officer."""
        step = in_one_batch(asked)
        self._run(lambda: self._try(step), lambda outcomes: self._ask(step, outcomes))

    def _run(self, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        self._screen.run_in_thread(work, then, group="many", hold=True)

    def _try(self, asked: Act) -> list[Outcome[Done]]:
        turns = _turns(self._dossiers)
        self._said = _step_said(asked, officer_names(self._register.db))
        return [one for turn in turns for one in self._register.write(act_on_many, turn, asked, only_try=True)]

    async def _ask(self, asked: Act, outcomes: list[Outcome[Done]]) -> None:
        can = [one.dossier for one in outcomes if one.refusal is None]
        self._note(outcomes)
        words, step = pile_texts(), self._said
        if not can:
            self._screen.notice.error(words.none_can.format(step=step, reasons=_reasons(outcomes)))
            return
        lines = [words.question.format(step=step, count=len(can))]
        if len(can) < len(outcomes):
            lines.append(words.cannot.format(count=len(outcomes) - len(can), reasons=_reasons(outcomes)))

        def answered(sure: bool | None) -> None:
            if sure:
                self._turn(asked, _turns(self._dossiers))

        await self._screen.app.push_screen(Confirm("\n".join(lines)), answered)

    def _turn(self, asked: Act, turns: list[list[str]]) -> None:
        """One transaction, and the next one after it, with the count shown."""

        def took(outcomes: list[Outcome[Done]]) -> object:
            self._done += outcomes
            self._note(outcomes)
            for one in outcomes:
                if one.refusal is None:
                    self._pile.discard(one.dossier)
            self._then()
            if turns[1:]:
                said = pile_texts().going_on.format(count=len(self._done), all=len(self._dossiers))
                self._screen.notice.tell(said)
                self._turn(asked, turns[1:])
                return None
            return self._tell(asked)

        self._run(lambda: self._register.write(act_on_many, turns[0], asked), took)

    def _note(self, outcomes: list[Outcome[Any]]) -> None:
        self._pile.note({one.dossier: one.refusal for one in outcomes})
        self._then()

    async def _tell(self, asked: Act) -> None:
        words = pile_texts()
        done = [one for one in self._done if one.done is not None]
        said = words.done.format(step=self._said, count=len(done))
        if len(done) < len(self._done):
            self._screen.notice.warn(f"{said} {words.stayed.format(count=len(self._done) - len(done))}")
        else:
            self._screen.notice.tell(said)
        if asked.kind is EventKind.HANDED_OVER and done:
            await self._offer_list(said, done[0])

    # -- the list that both sign

    async def _offer_list(self, said: str, first: Outcome[Done]) -> None:
        def answered(sure: bool | None) -> None:
            if sure and first.done is not None:
                self._print_list(first.dossier, first.done.event)

        words = pile_texts()
        question = Confirm(words.ask_list.format(said=said), yes=words.print_now, no=words.later)
        await self._screen.app.push_screen(question, answered)

    def _print_list(self, dossier: str, event: str) -> None:
        register = self._register

        def work() -> Printed:
            from communetui.printing.queue import print_form

            return print_form(register, dossier, HAND_OVER_LIST, event)

        def tell(printed: Printed) -> None:
            from communetui.dossier.prints import print_answer

            answer = print_answer(printed)
            (self._screen.notice.tell if answer.fine else self._screen.notice.warn)(answer.text)

        self._screen.run_in_thread(work, tell, group="print")


def print_all(
    screen: BaseScreen[Any], session: RegisterSession, dossiers: Sequence[str], form: str, then: Callable[[], object]
) -> None:
    """Print a form of each dossier; all stay on the pile."""
    register, pile = session.register, session.pile

    def work() -> list[Outcome[Printed]]:
        from communetui.printing.queue import print_many

        return print_many(register, dossiers, form)

    def tell(outcomes: list[Outcome[Printed]]) -> None:
        words = pile_texts()
        pile.note({one.dossier: one.refusal for one in outcomes})
        then()
        sent = [one.done for one in outcomes if one.done is not None]
        waits = [printed for printed in sent if not printed.sent.printed]
        parts = [words.printed.format(count=len(sent) - len(waits))]
        if waits:
            from communetui.strings.forms import waits_text

            parts += [words.prints_wait.format(count=len(waits)), waits_text(waits[0].sent)]
        if len(sent) < len(outcomes):
            parts.append(words.stayed.format(count=len(outcomes) - len(sent)))
        (screen.notice.tell if len(parts) == 1 else screen.notice.warn)(" ".join(parts))

    screen.run_in_thread(work, tell, group="print")


def _step_said(asked: Act, names: Mapping[str, str]) -> str:
    """What is done, and to whom it goes."""
    step = step_name(asked.kind)
    if asked.to_officer is None:
        return step
    purpose = form_texts().purposes[asked.purpose or HandOver.WORK]
    name = names.get(asked.to_officer, asked.to_officer)
    return pile_texts().step_to.format(step=step, name=name, purpose=purpose.lower())


def _turns(dossiers: Sequence[str]) -> list[list[str]]:
    return [list(dossiers[start : start + AT_ONCE]) for start in range(0, len(dossiers), AT_ONCE)]


def _reasons(outcomes: Sequence[Outcome[Any]]) -> str:
    """The reasons that were given, the most frequent first, each with its number."""
    counted: dict[str, int] = {}
    for one in outcomes:
        if one.refusal is not None:
            said = reason_text(one.refusal)
            counted[said] = counted.get(said, 0) + 1
    most = sorted(counted.items(), key=lambda pair: -pair[1])
    lines = [f"- {count}: {said}" for said, count in most[:_REASONS_TOLD]]
    return "\n".join([*lines, *(["- ..."] if len(most) > _REASONS_TOLD else [])])

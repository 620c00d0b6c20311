"""The form of the quick counter: its controls, read as one value, kept and laid again, and what they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.containers import Vertical

from communedb.domain.act import PaymentMethod
from communedb.domain.certification import Return
from communedb.domain.moment import local, parse_utc
from communedb.stores.drafts import Draft, DraftForm, read_drafts
from communetui.quick.lines import PaperLines
from communetui.quick.memory import Facts, Habits, habits_of, read_facts
from communetui.quick.state import QuickState
from communetui.quick.summary import fees_of_lines, summary_text
from communetui.screens.base import FormBody
from communetui.screens.kept import KeptFormScreen
from communetui.strings.quick import quick
from communetui.widgets.choice import Choice, Option
from communetui.widgets.field import Field
from communetui.widgets.picker import Found, Picker
from communetui.widgets.row import Row
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from communetui.register_session import RegisterSession


class QuickForm(KeptFormScreen[QuickState]):
    """Who, what, and how it is returned and paid; `facts` is None until the register was read."""

    FORM: ClassVar[DraftForm] = DraftForm.QUICK
    AUTO_FOCUS = "#id_number"

    DEFAULT_CSS = """
    QuickForm #rows { height: 1fr; }
    QuickForm Row > * { margin-left: 20; }
    QuickForm #summary { height: auto; text-style: bold; border-top: solid $border-blurred; }
    QuickForm #saved { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.facts: Facts | None = None
        self.person: dict[str, Any] = {}
        self.card: Any = None
        self.looked_up = ""

    # -- what there is

    @property
    def session(self) -> RegisterSession:
        """The officer's session."""
        return self.desk.session  # type: ignore[return-value]  # the only kind there is

    @property
    def habits(self) -> Habits:
        """What stays from one citizen to the next."""
        return habits_of(self.session)

    def heading(self) -> str:
        """The title."""
        return quick().title

    def frame_body(self) -> Widget:
        """The rows scroll; what it comes to and what was saved stay in sight."""
        rows = FormBody(*self.body(), id="rows")
        return Vertical(rows, Said(self._summary, id="summary"), Said(self._saved_lines, id="saved"), id="body")

    def body(self) -> ComposeResult:
        """Who, what, and how it is returned and paid."""
        words = quick
        yield Row(lambda: words().procedure, Choice[str](id="procedure", empty=lambda: words().no_procedures))
        yield Row(lambda: words().id_number, Field(id="id_number", limit=40, hint=lambda: words().optional))
        yield Row(lambda: words().name, Picker(self._find_people, free=True, least=2, id="name"))
        yield PaperLines(self._find_papers)
        yield Row(lambda: words().returned, Choice(_options(Return, "returns"), id="returned"))
        yield Row(lambda: words().agreed_on, Field(id="agreed_on", limit=20), id="agreed_row")
        yield Row(lambda: words().signer, Choice[str](id="signer", empty=lambda: words().no_signer))
        yield Row(lambda: words().method, Choice(_options(PaymentMethod, "methods"), id="method"))
        yield Row(lambda: words().series, Field(id="receipt_series", limit=40))
        yield Row(lambda: words().number, Field(id="receipt_number", limit=40))
        yield Row(lambda: words().paid, Field(id="paid", limit=20, hint=lambda: words().all_of_it))
        yield Row(lambda: words().exempt_reason, Field(id="exempt_reason", limit=200))

    def on_mount(self) -> None:
        """Read what the form needs; what is typed ahead waits for it."""
        self.query_one("#agreed_row").display = False
        self.do_refresh()

    def do_refresh(self) -> None:
        """Read procedures, signers, names of papers and the next money receipt again."""
        register, officer = self.session.register, self.session.officer

        def work() -> tuple[Facts, list[Draft]]:
            return read_facts(register), read_drafts(register.db, officer, self.FORM)

        self.run_in_thread(work, self._ready, group="load", hold=True)

    async def _ready(self, read: tuple[Facts, list[Draft]]) -> None:
        first, (self.facts, drafts) = self.facts is None, read
        facts = self.facts
        habits = self.habits
        kinds = [Option(p.code, lambda code=p.code: quick().kinds[code]) for p in facts.procedures]  # type: ignore[misc]
        signers = [Option(key, lambda name=name: name) for key, name in facts.leaders]  # type: ignore[misc]
        self.control("procedure").set_options(kinds, habits.procedure_code or None)
        self.control("signer").set_options(signers, habits.signer or facts.signer or None)
        if first:
            await self._lay_first(drafts)
        self.retell()

    async def _lay_first(self, drafts: list[Draft]) -> None:
        """The form as it was left; after a lock or a power cut the one that was being filled, which is told."""
        habits = self.habits
        left, habits.left = habits.left, None
        if left is None and drafts:
            draft = drafts[0]
            left = (draft.id, QuickState.of_body(draft.body))
            when = f"{local(parse_utc(draft.saved_at)):%H:%M %d/%m}"
            self.notice.warn(quick().reopened.format(label=draft.label, when=when))
        if left is None:
            await self.lay(self.begin())
        else:
            await self.lay(left[1])
            # Only now: a form that is not laid yet looks emptied, and an emptied form's draft is thrown away.
            self.keeper.resume(*left)

    def leave_open(self) -> None:
        """Coming back finds the form as it was left."""
        state = self.typed
        self.habits.left = None if state.empty else (self.keeper.key, state)

    def place(self) -> dict[str, Any] | None:
        """What stands in the form is in its draft."""
        return {}

    def retranslate(self) -> None:
        """The words between the rows, too."""
        super().retranslate()
        self.retell()

    # -- the form as one value

    def control(self, name: str) -> Any:
        """The control of this name."""
        return self.query_one(f"#{name}")

    @property
    def laid(self) -> bool:
        """Once the register was read."""
        return self.facts is not None and bool(self.query("#id_number"))

    @property
    def typed(self) -> QuickState:
        """What stands in the form now."""
        texts = ("id_number", "name", "agreed_on", "receipt_series", "receipt_number", "paid", "exempt_reason")
        values: dict[str, Any] = {name: self.control(name).value for name in texts}
        return QuickState(
            **values,
            procedure_code=self.control("procedure").value or "",
            lines=self.query_one(PaperLines).lines,
            returned=self.control("returned").value,
            signer=self.control("signer").value or "",
            method=self.control("method").value,
            person=self.person,
            card=self.card,
        )

    def begin(self) -> QuickState:
        """An empty form, with what stays the same from one citizen to the next."""
        habits, facts = self.habits, self.facts
        series, number = facts.receipt if facts is not None else ("", "")
        return QuickState(
            procedure_code=habits.procedure_code or self.control("procedure").value or "",
            signer=habits.signer or self.control("signer").value or "",
            method=habits.method,
            receipt_series=series,
            receipt_number=number,
        )

    async def lay(self, state: QuickState) -> None:
        """Put this into the controls."""
        self.person, self.card, self.looked_up = state.person, state.card, state.id_number
        for name in ("procedure", "returned", "signer", "method"):
            self.control(name).value = getattr(state, "procedure_code" if name == "procedure" else name)
        for name in ("id_number", "agreed_on", "receipt_series", "receipt_number", "paid", "exempt_reason"):
            self.control(name).value = getattr(state, name)
            Row.note_at(self.control(name), "")
        self.control("name").pick(None, state.name)
        self.query_one("#agreed_row").display = state.returned is Return.AGREED
        await self.query_one(PaperLines).lay(state.lines)
        self.retell()

    # -- what it comes to

    def _summary(self) -> str:
        return (
            summary_text(self.typed, self.facts, self.session.register.now())
            if self.facts is not None and self.is_attached
            else ""
        )

    def _saved_lines(self) -> str:
        return "\n".join(f"* {line}" for line in self.habits.saved)

    @on(Field.Changed)
    @on(Choice.Changed)
    def follow(self) -> None:
        """Fee and promise follow each key."""
        self.query_one("#agreed_row").display = self.control("returned").value is Return.AGREED
        self.retell()

    def retell(self) -> None:
        """Say fees, sum and what was saved as they are now."""
        if self.facts is not None:
            self.query_one(PaperLines).show_fees(fees_of_lines(self.typed, self.facts))
        for name in ("summary", "saved"):
            said = self.query_one(f"#{name}", Said)
            # Words that stay the same need no new layout: this runs at every key.
            if said.text() != str(said.content):
                said.retranslate()

    def _find_people(self, typed: str) -> list[Found[Any]]:
        found = self.session.memory.find_people(typed)
        return [Found(known.person, known.person["name"], known.person["id_number"] or "") for known in found]

    def _find_papers(self, typed: str) -> list[Found[str]]:
        return [Found(name, name) for name in self.facts.find_papers(typed)] if self.facts else []


def _options(kinds: Any, words: str) -> list[Option[Any]]:
    return [Option(kind, lambda kind=kind: getattr(quick(), words)[kind.value]) for kind in kinds]  # type: ignore[misc]

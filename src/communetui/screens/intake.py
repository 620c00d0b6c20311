"""Intake: from a citizen's papers to a receipt, in one form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on

from communedb.desk.receive import receive
from communedb.domain.fees import total
from communedb.domain.idcard import read_card
from communedb.domain.intake import PaperState
from communedb.domain.moment import local, parse_utc
from communetui.intake.applicant import filled_facts, shown_to
from communetui.intake.feelines import FeeLines
from communetui.intake.papers import Papers
from communetui.intake.reading import WrongAt, read_intake
from communetui.intake.state import FormState
from communetui.intake.to_bring_on_form import ToBringOnForm
from communetui.screens.parked import ParkedScreen
from communetui.screens.received import NEXT, SAME, ReceivedScreen, Saved
from communetui.strings.intake_said import said
from communetui.widgets.choice import Choice
from communetui.widgets.dialogs import Ask
from communetui.widgets.field import Field
from communetui.widgets.picker import Picker

if TYPE_CHECKING:
    from communedb.desk.receive import Received
    from communedb.domain.intake import Intake
    from communedb.domain.procedure import Procedure
    from communedb.stores.drafts import Draft
    from communetui.scanning import Scanned
    from communetui.widgets.control import Entered

_MATTER = frozenset({"procedure", "limit", "limit_amount", "limit_unit"})
_TIDIED = frozenset({"birth", "submitter_id_number", "fee_typed", "late_day", "late_time"})


class IntakeScreen(ToBringOnForm):
    """Receive a dossier; `parked` opens the list of half-filled forms first, `blank` the late entry of a paper.

    `draft` is the form that was in front when the power went.
    """

    NAME = "intake"

    def __init__(self, *, parked: bool = False, blank: str = "", draft: str = "") -> None:
        super().__init__()
        self._list_first = parked
        self._blank = blank
        self._draft = draft
        self._offered = False

    def on_mount(self) -> None:
        """Read the catalogue and the calendar; a form that was left open comes back as it was."""
        self.lay(FormState())
        self.do_refresh()

    def do_refresh(self) -> None:
        """Read the catalogue, the calendar and the parked forms again."""
        memory = self.memory

        def work() -> list[Draft]:
            memory.load()
            return memory.drafts()

        # What is typed ahead waits: without the catalogue no letters would find a procedure.
        self.run_in_thread(work, self._ready, group="load", hold=True)

    async def _ready(self, drafts: list[Draft]) -> None:
        left = self.memory.left_open or self._interrupted(drafts)
        if self._list_first:
            self._list_first = False
            await self.do_drafts()
        elif self._blank:
            blank, self._blank = self._blank, ""
            self.take_blank(blank)
        elif left is not None and self.empty:
            self._resume(*left)
        elif not self._offered:
            self._offer_interrupted(drafts)
        self._offered = True
        self._count(drafts)
        self.tell_summary()

    def place(self) -> dict[str, Any] | None:
        """The form that is being filled."""
        return {"draft": self.keeper.key}

    def _interrupted(self, drafts: list[Draft]) -> tuple[str, FormState] | None:
        """The form that was in front when the power went; its citizen is still there."""
        wanted, self._draft = self._draft, ""
        found = next((draft for draft in drafts if draft.id == wanted and not draft.parked), None)
        return (found.id, FormState.of_body(found.body)) if found else None

    def _count(self, drafts: list[Draft]) -> None:
        self.drafts_count = sum(draft.id != self.keeper.key for draft in drafts)
        self.update_heading()

    def _offer_interrupted(self, drafts: list[Draft]) -> None:
        """A form that a lock or a crash ended is offered, never forced upon the next citizen."""
        broken = next((d for d in drafts if not d.parked and d.id != self.keeper.key), None)
        if broken is not None and self.empty:
            when = f"{local(parse_utc(broken.saved_at)):%H:%M %d/%m}"
            self.notice.warn(said().interrupted.format(label=broken.label, when=when))

    # -- going from control to control

    def on_entered(self, event: Entered) -> None:
        """Enter goes on; after the number a known person is filled in and the papers are next."""
        event.stop()
        event.prevent_default()
        name = event.sender.id or ""
        if name == "id_number":
            self.look_up(go_on=True)
        elif name == "name" and self.form.control(name).picked is not None:
            self.go_to_papers()
        elif name == "note":
            self.run_worker(self.action_act("save"))
        elif name in _TIDIED and not self.tidy(self.form.control(name)):
            return  # the cursor stays until it is mended, or left by another key
        elif name in _MATTER:
            self._leave_matter(name)
        else:
            self.focus_next()

    def _leave_matter(self, name: str) -> None:
        """After the procedure: its time limit if it has none, else the applicant, else the papers."""
        asked = self.form.query_one("#typed_limit").display
        if name in {"procedure", "limit"} and asked:
            self.form.control("limit_amount").focus()
        elif name == "limit_amount":
            self.focus_next()
        elif self.form.state.name.strip():
            self.go_to_papers()
        else:
            self.form.control("id_number").focus()

    def left(self, control: str) -> None:
        """What was typed is tidied, or told to be impossible."""
        if control == "id_number":
            self.look_up(go_on=False)
        elif control in _TIDIED:
            self.tidy(self.form.control(control))

    @on(Choice.Changed)
    @on(FeeLines.Changed)
    @on(Papers.Changed)
    def follow(self) -> None:
        """What is chosen changes what is asked, promised and paid."""
        self.form.refit()
        self.form.control("fees").use_channel(self.form.control("channel").value)
        self.tell_summary()

    @on(Field.Changed, "#procedure, #limit_amount, #fee_typed, #name, #address, #late_day, #late_time")
    def follow_text(self, event: Field.Changed) -> None:
        """The promise and the fee follow each letter; a scanned text that is changed has been looked at."""
        state = self.form.state
        if event.input.id in {"name", "address"} and event.input.id not in state.unchecked:
            self.form.mark_unchecked(state)
        self.tell_summary(state)

    # -- the matter

    @on(Picker.Picked, "#procedure")
    def take_procedure(self, event: Picker.Picked) -> None:
        """Its papers, fee and time limit come with it."""
        picked: Any = event.picker.picked
        self._take(None if isinstance(picked, str) else picked)

    def _take(self, procedure: Procedure | None) -> None:
        self.form.take_procedure(procedure, self.memory.today)
        self.tell_summary()
        self.look_for_duplicates()

    def on_scanned(self, event: Scanned) -> None:
        """A procedure's code, from a barcode or typed as fast as one, has the shape of a dossier code."""
        procedure = None if event.card else self.memory.procedure(event.text)
        if procedure is not None:
            event.stop()
            self.form.control("procedure").pick(procedure, procedure.name_vi)
            self._take(procedure)
            self._leave_matter("procedure")

    # -- what the actions do

    def do_submitter(self) -> None:
        """Open or close the part of the person who hands in."""
        self.form.open_part("submitter_part", "submitter_name")

    def do_elsewhere(self) -> None:
        """Open or close the part of another commune."""
        self.form.open_part("elsewhere_part", "reception_place")

    async def do_add_paper(self) -> None:
        """A paper that the list does not have."""

        def add(name: str | None) -> None:
            if name:
                self.form.control("papers").add(name)
                self.form.control("papers").focus()

        await self.app.push_screen(Ask(said().paper_name), add)

    def do_checked(self) -> None:
        """Name and address were compared with the card."""
        self.form.confirm_checked()
        self.tell_summary()
        self.notice.tell(said().checked)

    def do_back(self) -> None:
        """Leave; the form is kept and comes back as it was."""
        self.app.pop_screen()

    # -- parking

    def do_park(self) -> None:
        """Put the form aside under the citizen's name."""
        state = self.form.state
        future = self.keeper.keep(state, parked=True)
        if future is not None:

            def then(_key: object) -> None:
                self.begin_empty()
                self.do_refresh()
                self.notice.tell(said().parked.format(label=state.label))

            self.run_in_thread(future.result, then, group="park", hold=True)

    async def do_drafts(self) -> None:
        """List the half-filled forms."""
        await self.app.push_screen(ParkedScreen(without=self.keeper.key), self._take_up)

    def _take_up(self, draft: Draft | None) -> None:
        if draft is None:
            self.do_refresh()
            return
        if not self.empty:
            self.keeper.keep(self.form.state, parked=True)
        self._resume(draft.id, FormState.of_body(draft.body))
        self.notice.tell(said().resumed.format(label=draft.label))
        self.do_refresh()

    def _resume(self, key: str, state: FormState) -> None:
        self.keeper.resume(key, state)
        self.lay(state)
        self.look_for_duplicates()
        self.desk.note_place()
        if state.procedure.strip():
            # A key must not fall on what stands there already: on with what comes after it.
            self._leave_matter("procedure")

    # -- saving

    def do_save(self) -> None:
        """Commit, then offer the receipt; keys typed meanwhile are for what comes then."""
        state, register = self.form.state, self.session.register
        try:
            intake = read_intake(state, self.procedure, self.memory.today, self.keeper.key)
        except WrongAt as wrong:
            self.show_wrong(wrong)
            return
        kept = self.keeper.keep(state)
        shown, filled = shown_to(state, intake.applicant), filled_facts(state)

        def work() -> Received:
            if kept is not None:
                kept.result()
            return register.write_as_shown(shown, receive, intake, filled)

        def then(done: Received) -> Any:
            return self._saved(done, intake, state)

        self.run_in_thread(work, then, group="save", hold=True)

    async def _saved(self, done: Received, intake: Intake, state: FormState) -> None:
        saved = Saved(
            done=done,
            applicant=intake.applicant.name,
            procedure=state.procedure,
            fee=None if intake.fee is None else total(intake.fee),
            paper_receipt=intake.code is not None,
            missing=tuple(paper.name for paper in intake.papers if paper.state is PaperState.NO),
        )
        if intake.late_reason:
            self.memory.late_before = (state.late_day, state.late_reason)
        self.begin_empty()

        def go_on(chosen: str | None) -> None:
            if chosen == SAME:
                self.begin_empty(state.for_next_procedure())
            elif chosen not in {None, NEXT}:
                card = read_card(chosen or "")
                if card is not None:
                    self.read_person(card)

        await self.app.push_screen(ReceivedScreen(saved), go_on)

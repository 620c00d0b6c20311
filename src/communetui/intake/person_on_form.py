"""The applicant on the form: looked up by number or name, filled from the directory or an ID card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on

from communedb.domain.birth import parse_birth
from communedb.domain.idcard import read_card
from communedb.domain.identity import parse_id_number
from communedb.domain.intake import ApplicantKind
from communedb.domain.money import parse_dong
from communedb.domain.refusal import Refused
from communetui.intake.applicant import (
    holds_somebody_else,
    is_another,
    submitter_with_card,
    with_card,
    with_known,
    without_person,
)
from communetui.intake.kept_form import KeptForm
from communetui.strings.intake_said import said
from communetui.strings.reasons import reason_text
from communetui.widgets.dialogs import Confirm
from communetui.widgets.picker import Picker

if TYPE_CHECKING:
    from communedb.domain.idcard import IdCard
    from communetui.intake.memory import Known
    from communetui.intake.papers import Papers
    from communetui.intake.state import FormState
    from communetui.scanning import Scanned
    from communetui.widgets.field import Field


class PersonOnForm(KeptForm):
    """Who the dossier is for; `looked_up` is the number whose person stands in the form."""

    def __init__(self) -> None:
        super().__init__()
        self.looked_up = ""
        self._asked: tuple[str, str] = ("", "")

    def lay(self, state: FormState) -> None:
        """Another form, another person."""
        super().lay(state)
        self.looked_up = state.id_number.strip()
        self._asked = ("", "")

    def go_to_papers(self) -> None:
        """The applicant is known: what they brought is next."""
        papers: Papers = self.form.control("papers")
        (papers if papers.checks else self.form.control("content")).focus()

    def tidy(self, field: Field) -> bool:
        """Write what was typed as it is kept; False if it cannot be taken."""
        if not field.value.strip():
            return True
        try:
            field.value = self.as_kept(field.id or "", field.value)
            field.clear_note()
        except Refused as refusal:
            field.error(reason_text(refusal))
            return False
        return True

    def as_kept(self, name: str, typed: str) -> str:
        """What was typed into a control, as it is kept. Refused when it cannot be taken."""
        if name == "birth":
            return parse_birth(typed, self.memory.today).shown
        if name == "submitter_id_number":
            return parse_id_number(typed).number
        parse_dong(typed)
        return typed

    def look_up(self, *, go_on: bool) -> None:
        """Fill in the person whose number was typed."""
        field: Field = self.form.control("id_number")
        number = field.value.strip()
        if self.form.control("kind").value is ApplicantKind.CITIZEN and number:
            try:
                number = field.value = parse_id_number(number).number
                field.clear_note()
            except Refused as refusal:
                field.error(reason_text(refusal))
                if go_on:
                    return  # the cursor stays until it is mended, or left by another key
        if number == self.looked_up:
            if go_on:
                self._go_on(known=bool(self.form.state.person))
            return
        self.looked_up, memory = number, self.memory

        def then(known: Known | None) -> None:
            self._take_known(known, number)
            if go_on:
                self._go_on(known=known is not None)

        self.run_in_thread(lambda: memory.person_of(number) if number else None, then, group="person", hold=True)

    def _take_known(self, known: Known | None, number: str) -> None:
        state = self.form.state
        if known is not None:
            self._show_person(with_known(state, known))
        elif is_another(state, number):
            self._show_person(without_person(state))
        self.look_for_duplicates()

    def _show_person(self, state: FormState) -> None:
        self.form.lay_person(state)
        self.looked_up = state.id_number.strip()
        self.tell_summary()

    def _go_on(self, *, known: bool) -> None:
        if known:
            self.go_to_papers()
        else:
            self.form.control("name").focus()

    @on(Picker.Picked, "#name")
    def take_person(self, event: Picker.Picked) -> None:
        """Somebody known, found by name."""
        known: Any = event.picker.picked
        self._show_person(with_known(self.form.state, known))
        self.look_for_duplicates()

    def on_scanned(self, event: Scanned) -> None:
        """An ID card: the applicant's, or that of the person who hands in if the cursor is there."""
        card = read_card(event.text) if event.card else None
        if card is None:
            return
        event.stop()
        state, focused = self.form.state, self.focused
        if focused is not None and (focused.id or "").startswith("submitter_"):
            self.form.lay_person(submitter_with_card(state, card))
            return
        if holds_somebody_else(state, card) and state.name.strip():
            question = said().replace_person.format(old=state.name, new=card.name)
            dialog = Confirm(question, yes=said().replace, no=said().keep)
            self.app.push_screen(dialog, lambda sure: self.read_person(card) if sure else None)
        else:
            self.read_person(card)

    def read_person(self, card: IdCard) -> None:
        """Fill the applicant from a card, and from the directory if the holder is known."""
        memory = self.memory

        def find() -> Known | None:
            return memory.person_of(card.number) or (memory.person_of(card.old_number) if card.old_number else None)

        self.run_in_thread(find, lambda known: self._take_card(card, known), group="person", hold=True)

    def _take_card(self, card: IdCard, known: Known | None) -> None:
        state = with_card(self.form.state, card, known)
        self._show_person(state)
        self.keep(self.form.state)
        self.look_for_duplicates()
        if known is not None:
            self.notice.tell(said().known.format(name=known.person["name"]))
        if self.procedure is None:
            self.form.control("procedure").focus()
        else:
            self.go_to_papers()

    def look_for_duplicates(self) -> None:
        """Ask for open dossiers of the same person and procedure, once for each pair."""
        state, memory = self.form.state, self.memory
        wanted = (state.id_number.strip(), state.procedure_code)
        if wanted != self._asked:
            self._asked = wanted
            self.run_in_thread(lambda: memory.duplicates(*wanted), self._tell_duplicates, group="duplicates")

    def _tell_duplicates(self, found: list[dict[str, Any]]) -> None:
        self.duplicates = found
        self.tell_summary()

"""Who asks at the quick counter: looked up by number or name, or read from an ID card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on

from communedb.domain.idcard import read_card
from communetui.quick.form import QuickForm
from communetui.quick.lines import PaperLines
from communetui.quick.state import QuickState, of_known
from communetui.strings.quick import quick
from communetui.widgets.picker import Picker

if TYPE_CHECKING:
    from communetui.intake.memory import Known
    from communetui.scanning import Scanned


class RequesterOnForm(QuickForm):
    """The requester; `looked_up` is the number whose person stands in the form."""

    @on(Picker.Picked, "#name")
    def take_person(self, event: Picker.Picked) -> None:
        """Somebody known, found by name."""
        person: Any = event.picker.picked
        self._show_person(of_known(self.typed, person))

    def _show_person(self, state: QuickState) -> None:
        self.person, self.card, self.looked_up = state.person, state.card, state.id_number
        self.control("id_number").value = state.id_number
        self.control("name").pick(None, state.name)

    def look_up(self) -> None:
        """After the number: the name of whoever has it, then the papers; an unknown number leads to the name."""
        number, memory = self.control("id_number").value.strip(), self.session.memory
        if number == self.looked_up:
            self._go_on()
            return
        self.looked_up = number

        def then(known: Known | None) -> None:
            if known is not None:
                self._show_person(of_known(self.typed, known.person))
            elif self.person:
                self.person = {}
                self.control("name").pick(None, "")
            self._go_on()

        self.run_in_thread(lambda: memory.person_of(number) if number else None, then, group="person", hold=True)

    def _go_on(self) -> None:
        named = self.control("id_number").value.strip() and self.control("name").value.strip()
        (self.query_one(PaperLines).first() if named else self.control("name")).focus()

    def on_scanned(self, event: Scanned) -> None:
        """An ID card is the requester's."""
        card = read_card(event.text) if event.card else None
        if card is None:
            return
        event.stop()
        memory = self.session.memory

        def then(known: Known | None) -> None:
            read = {"id_number": card.number, "name": card.name, "card": card, "person": {}}
            state = self.typed.model_copy(update=read)
            self._show_person(of_known(state, known.person) if known is not None else state)
            self._go_on()
            if known is None:
                self.notice.warn(quick().compare_name.format(name=card.name))

        self.run_in_thread(lambda: memory.person_of(card.number), then, group="person", hold=True)

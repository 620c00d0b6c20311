"""The controls of the intake form: what they hold is read as one `FormState`, and laid into them again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communedb.domain.intake import ApplicantKind
from communetui.intake.feelines import FeeLines
from communetui.intake.fees import rules_of
from communetui.intake.layout import Searches, label, matter_rows, people_rows
from communetui.intake.papers import Papers
from communetui.intake.state import LATE_TEXTS, OTHER_LIMIT, PLACES, SUBMITTER_TEXTS, FormState, paper_lines
from communetui.intake.warnings import limit_text
from communetui.screens.base import FormBody
from communetui.strings.intake import choices
from communetui.strings.intake_said import said
from communetui.widgets.choice import Choice, Option
from communetui.widgets.field import Field
from communetui.widgets.picker import Picker
from communetui.widgets.row import Row

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from communedb.domain.procedure import Procedure

TEXTS: Final = (
    "limit_amount", "id_number", "old_id_number", "name", "birth", "phone", "email", "address",
    *SUBMITTER_TEXTS,
    *LATE_TEXTS,
    "content", "fee_typed", "sets", "portal_code", "other_codes", "note",
)  # fmt: skip
"""Controls whose text is a field of the state of the same name."""

CHOSEN: Final = ("limit_unit", "kind", "sex", "channel", "return_method")

_ONLY_OF_PEOPLE: Final = ("birth", "sex")


class IntakeForm(FormBody):
    """Rows of controls; what no control shows (a known person, what is unchecked) is kept beside them."""

    DEFAULT_CSS = """
    IntakeForm { scrollbar-gutter: stable; }
    IntakeForm Row > * { margin-left: 18; }
    IntakeForm Pair, IntakeForm Pair Horizontal { height: auto; width: 100%; }
    IntakeForm .notes { margin-left: 18; height: auto; color: $text-warning; }
    IntakeForm HalfRow { width: 1fr; }
    IntakeForm #papers_row > *, IntakeForm #fees_row > * { margin-left: 9; }
    IntakeForm .right { padding-left: 1; }
    IntakeForm .right > * { margin-left: 13; }
    IntakeForm .part { height: auto; display: none; }
    """

    def __init__(self, search: Searches) -> None:
        super().__init__(id="body")
        self._search = search
        self._controls: dict[str, Any] = {}
        self._hidden = FormState()
        self.procedure: Procedure | None = None

    def compose(self) -> ComposeResult:
        """The matter and the people, then what is handed in and paid."""
        yield from people_rows(self._search)
        yield from matter_rows(self._search)

    def on_mount(self) -> None:
        """Know every control by its name."""
        self._controls = {widget.id: widget for widget in self.query("Field, Choice, Checklist, FeeLines") if widget.id}

    def control(self, name: str) -> Any:
        """The control of this name."""
        return self._controls[name]

    # -- reading

    @property
    def state(self) -> FormState:
        """What stands in the form now."""
        texts = {name: self._controls[name].value for name in TEXTS}
        picked = self._controls["procedure"].picked
        unit = self._controls["unit"]
        told: dict[str, Any] = texts | {
            "procedure": self._controls["procedure"].value,
            "procedure_code": self.procedure.code if self.procedure is not None and picked is not None else "",
            "unlisted": picked is not None and self.procedure is None,
            "limit": self._limit(),
            "unit": unit.picked or "",
            "unit_text": unit.value,
            "papers": self._controls["papers"].lines,
            "fees": dict(self._controls["fees"].choices),
            "unchecked": self._still_unchecked(),
        }
        told |= {name: self._controls[name].value for name in CHOSEN}
        for place in PLACES:
            told |= {place: self._controls[place].picked or "", f"{place}_text": self._controls[place].value}
        return self._hidden.model_copy(update=told)

    @property
    def blank(self) -> bool:
        """Whether no text stands in any control; quicker than asking the state."""
        return not any(self._controls[name].value for name in (*TEXTS, "procedure", "unit") if name != "sets")

    @property
    def has_unchecked(self) -> bool:
        """Whether a scan left something to compare with the card."""
        return bool(self._hidden.card_name or (self._hidden.unchecked and self._still_unchecked()))

    def _limit(self) -> int:
        value = self._controls["limit"].value
        return 0 if value is None else int(value)

    def _still_unchecked(self) -> tuple[str, ...]:
        """What a scan filled and nobody has changed since."""
        kept = self._hidden
        return tuple(n for n in kept.unchecked if self._controls[n].value == getattr(kept, n))

    # -- laying

    def lay(self, state: FormState, procedure: Procedure | None, day: date) -> None:
        """Show this state; nothing is posted, the caller knows."""
        self._hidden = state
        with self.prevent(Field.Changed, Choice.Changed, Papers.Changed, FeeLines.Changed):
            self._lay_procedure(state, procedure, day)
            self.lay_person(state)
            for name in TEXTS:
                self._set_text(name, getattr(state, name))
            for name in CHOSEN:
                self._controls[name].value = getattr(state, name)
            for place in PLACES:
                self._controls[place].pick(getattr(state, place) or None, getattr(state, f"{place}_text"))
            self._controls["papers"].show(state.papers)
            self._controls["fees"].use_channel(state.channel)
        self._show_part("late_part", state.late)
        self._show_part("submitter_part", any(getattr(state, name) for name in SUBMITTER_TEXTS))
        self._show_part("elsewhere_part", any(getattr(state, f"{place}_text") for place in PLACES))
        self.refit()

    def lay_person(self, state: FormState) -> None:
        """Show the applicant and the submitter of this state, the rest as it is."""
        self._hidden = state
        with self.prevent(Field.Changed, Choice.Changed):
            for name in (*_PERSON_FIELDS, *SUBMITTER_TEXTS):
                self._set_text(name, getattr(state, name))
            self._controls["kind"].value = state.kind
            self._controls["sex"].value = state.sex
            self._controls["unit"].pick(state.unit or None, state.unit_text)
        self.mark_unchecked(state)
        self.refit()

    def mark_unchecked(self, state: FormState) -> None:
        """Write at each control whether it is to be compared with the card."""
        for name in ("name", "address", "sex"):
            Row.note_at(self._controls[name], f"? {said().check_with_card}" if name in state.unchecked else "")

    def confirm_checked(self) -> None:
        """The officer has compared everything with the card."""
        self._hidden = self.state.model_copy(update={"unchecked": (), "card_name": ""})
        self.mark_unchecked(self._hidden)

    def take_procedure(self, procedure: Procedure | None, day: date) -> None:
        """Another procedure was picked: its papers, fee and limits take the place of the former one's."""
        own = tuple(line for line in self._controls["papers"].lines if line.own)
        fresh = {"papers": (*paper_lines(procedure.papers if procedure else ()), *own), "fees": {}, "limit": 0}
        state = self.state.model_copy(update=fresh)
        with self.prevent(Choice.Changed, Papers.Changed, FeeLines.Changed):
            self._lay_limits(state, procedure)
            self._lay_fees(state, procedure, day)
            self._controls["papers"].show(state.papers)
        self.procedure = procedure
        self.refit()

    def _lay_procedure(self, state: FormState, procedure: Procedure | None, day: date) -> None:
        self.procedure = procedure
        picker: Picker[Any] = self._controls["procedure"]
        picker.pick(procedure or (state.procedure if state.unlisted else None), state.procedure)
        self._lay_limits(state, procedure)
        self._lay_fees(state, procedure, day)

    def _lay_limits(self, state: FormState, procedure: Procedure | None) -> None:
        limits = procedure.limits if procedure else ()
        told = [Option(place, lambda limit=limit: limit_text(limit)) for place, limit in enumerate(limits)]  # type: ignore[misc]
        choice: Choice[int] = self._controls["limit"]
        choice.set_options([*told, Option(OTHER_LIMIT, lambda: choices().other_limit)] if limits else [], state.limit)

    def _lay_fees(self, state: FormState, procedure: Procedure | None, day: date) -> None:
        rules = rules_of(procedure, day)
        known = {rule.label for rule in rules}
        self._controls["fees"].show(rules, {name: one for name, one in state.fees.items() if name in known})
        self.query_one("#fees_row").display = bool(rules)

    def _set_text(self, name: str, text: str) -> None:
        control: Field = self._controls[name]
        if isinstance(control, Picker):
            control.pick(control.picked if control.value == text else None, text)
        elif control.value != text:
            control.value = text
            control.cursor_position = len(text)
        control.clear_note()

    # -- parts

    def refit(self) -> None:
        """Show the rows that this matter and this applicant need."""
        limits = self.procedure.limits if self.procedure else ()
        picked = self._controls["procedure"].picked is not None
        self.query_one("#limit_row").display = len(limits) > 1
        self.query_one("#typed_limit").display = picked and (not limits or self._limit() == OTHER_LIMIT)
        citizen = self._controls["kind"].value is ApplicantKind.CITIZEN
        for name in _ONLY_OF_PEOPLE:
            self._controls[name].disabled = not citizen
        number = self.query_one("#id_number_row", Row)
        number.label = label("id_number" if citizen else "body_number")
        number.refresh()

    def open_part(self, part: str, first: str) -> None:
        """Open a part and go to its first control; an open part that is empty is closed again."""
        holder = self.query_one(f"#{part}")
        empty = not any(widget.value for widget in holder.query(Field))
        if holder.display and empty:
            self._show_part(part, shown=False)
            self.screen.focus_next()
        else:
            self._show_part(part, shown=True)
            # The focus at once, for the keys typed ahead; in sight once the part has its place.
            self._controls[first].focus()
            self.call_after_refresh(holder.scroll_visible, animate=False)

    def turn_late(self, prepared: FormState) -> bool:
        """Open the part of a late entry with what is prepared for it, or close it and forget it; whether it is open."""
        opened = not self.query_one("#late_part").display
        for name in LATE_TEXTS:
            self._set_text(name, getattr(prepared, name) if opened else "")
        self._show_part("late_part", shown=opened)
        return opened

    def _show_part(self, part: str, shown: bool) -> None:
        self.query_one(f"#{part}").display = shown


_PERSON_FIELDS: Final = ("id_number", "old_id_number", "name", "birth", "phone", "email", "address")

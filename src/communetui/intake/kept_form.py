"""The intake form on a screen: its fixed lines follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from communedb.stores.drafts import DraftForm
from communetui.intake.form import IntakeForm
from communetui.intake.late import reception_of
from communetui.intake.layout import Searches
from communetui.intake.state import FormState
from communetui.intake.summary import SummaryLines
from communetui.intake.warnings import facts_of, warnings_of
from communetui.screens.kept import KeptFormScreen
from communetui.strings.intake import hints, summary
from communetui.strings.intake_said import said
from communetui.widgets.picker import Found

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from communedb.domain.procedure import Procedure
    from communetui.actions.registry import Action
    from communetui.intake.memory import Known, Memory
    from communetui.intake.reading import WrongAt


class KeptForm(KeptFormScreen[FormState]):
    """The form, its draft and its fixed lines; what an officer does with it is `IntakeScreen`'s."""

    FORM: ClassVar[DraftForm] = DraftForm.INTAKE
    AUTO_FOCUS = "#procedure"

    def __init__(self) -> None:
        super().__init__()
        self.duplicates: list[dict[str, Any]] = []
        self.drafts_count = 0
        self._form: IntakeForm | None = None

    # -- what there is

    @property
    def memory(self) -> Memory:
        """What the session knows of procedures, people and units."""
        return self.session.memory

    @property
    def form(self) -> IntakeForm:
        """The controls."""
        return self.query_one(IntakeForm) if self._form is None else self._form

    @property
    def laid(self) -> bool:
        """From the first moment on screen."""
        return self._form is not None

    @property
    def typed(self) -> FormState:
        """What stands in the form now."""
        return self.form.state

    @property
    def empty(self) -> bool:
        """Whether nothing is entered."""
        return self.form.state.empty

    def why_not(self, action: Action) -> str | None:
        """Asked after every key, so that it must be quick."""
        return super().why_not(action) or self._why_not_now(action.id)

    def _why_not_now(self, action: str) -> str | None:
        if action in {"save", "park"} and self.session.read_only:
            return summary().read_only
        if self._form is None:
            return None  # asked by what was underway when this screen opened
        if action == "park" and self.form.blank:
            return said().empty
        if action == "checked" and not self.form.has_unchecked:
            return said().nothing_to_check
        return None

    @property
    def procedure(self) -> Procedure | None:
        """The procedure that is picked; None while its name is being changed, and for one that is not in the list."""
        return self.form.procedure if self.form.control("procedure").picked is not None else None

    # -- how it is put together

    def heading(self) -> str:
        """The title, and how many forms wait."""
        waiting = said().drafts.format(count=self.drafts_count) if self.drafts_count else ""
        return f"{said().title} ({waiting})" if waiting else said().title

    def compose(self) -> ComposeResult:
        """The fixed lines stand between the form and the foot."""
        for part in super().compose():
            if part.id == "foot":
                yield SummaryLines()
            yield part

    def frame_body(self) -> Widget:
        """The form, which scrolls itself."""
        return IntakeForm(Searches(self._find_procedures, self._find_people, self._find_units))

    def on_mount(self) -> None:
        """The controls are there."""
        self._form = self.query_one(IntakeForm)

    def retranslate(self) -> None:
        """The fixed lines and the title, too, are words."""
        super().retranslate()
        state = self.form.state
        self.form.mark_unchecked(state)
        self.update_heading()
        self.tell_summary(state)

    # -- searches, in threads

    def _find_procedures(self, typed: str) -> list[Found[Any]]:
        """Procedures of the list, and what was typed as one that is not in it."""
        found: list[Found[Any]] = [Found(p, p.name_vi, p.code) for p in self.memory.find_procedures(typed)]
        if len(found) < 3 and typed.strip():
            found.append(Found(typed.strip(), typed.strip(), hints().unlisted))
        return found

    def _find_people(self, typed: str) -> list[Found[Known]]:
        return [Found(known, known.person["name"], _told(known)) for known in self.memory.find_people(typed)]

    def _find_units(self, typed: str) -> list[Found[str]]:
        return [Found(unit.code, unit.full_name) for unit in self.memory.find_units(typed)]

    # -- the fixed lines

    def tell_summary(self, state: FormState | None = None) -> None:
        """Bring the fixed lines up to date."""
        state = state or self.form.state
        register = self.session.register
        facts = facts_of(state, self.procedure, self.memory.calendar, reception_of(state, register.now()))
        listed = self.procedure is not None
        warnings = warnings_of(state, self.duplicates, read_only=self.session.read_only, listed=listed)
        self.query_one(SummaryLines).show(facts, warnings)

    def show_wrong(self, wrong: WrongAt) -> None:
        """Go to the control whose text cannot be taken, and say why."""
        control = self.form.control(wrong.control)
        part = "submitter_part" if wrong.control.startswith("submitter_") else ""
        if part:
            self.form.query_one(f"#{part}").display = True
        control.focus()
        self.refuse(wrong.refusal)

    # -- keeping

    def lay(self, state: FormState) -> None:
        """Show a form."""
        self.duplicates = []
        procedure = self.memory.procedure(state.procedure_code) if state.procedure_code else None
        self.form.lay(state, procedure, self.memory.today)
        self.tell_summary()

    def begin_empty(self, state: FormState | None = None) -> None:
        """A new form, empty or with the same citizen."""
        self.keeper.begin()
        self.memory.left_open = None
        self.lay(state or FormState())
        self.desk.note_place()
        self.form.control("procedure").focus()

    def keep(self, state: FormState) -> None:
        """Bring the fixed lines up to date, too."""
        self.tell_summary(state)
        super().keep(state)

    def leave_open(self) -> None:
        """Coming back finds the form as it was."""
        state = self.typed
        self.memory.left_open = None if state.empty else (self.keeper.key, state)


def _told(known: Known) -> str:
    """What tells people of one name apart: number, or year of birth, and where they live."""
    person = known.person
    who = person["id_number"] or person["birth"] or ""
    return ", ".join(filter(None, (who, person["address"] or known.unit_text)))

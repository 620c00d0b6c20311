"""The part of a late entry on the intake form: opened by a key or by the scan of a handwritten receipt."""

from __future__ import annotations

from communedb.domain.day import parse_clock, parse_day
from communetui.intake.person_on_form import PersonOnForm
from communetui.intake.state import FormState
from communetui.strings.intake_said import said


class LateOnForm(PersonOnForm):
    """What an officer does with a late entry."""

    def do_late(self) -> None:
        """Open the part of a late entry, or close it again: then the dossier is received now."""
        if self.form.turn_late(self._prepared()):
            self.form.control("late_code").focus()
            self.call_after_refresh(self.form.query_one("#late_part").scroll_visible, animate=False)
        else:
            self.form.control("procedure").focus()
        self.tell_summary()

    def take_blank(self, code: str) -> None:
        """A handwritten receipt was scanned: its late entry; a form that is underway is put aside."""
        state = self.form.state
        if state.late and not state.late_code:
            self.lay(state.model_copy(update={"late_code": code}))
        else:
            if not state.empty:
                self.keeper.keep(state, parked=True)
                self.notice.tell(said().parked.format(label=state.label))
            self.begin_empty(self._prepared(code))
        self.form.control("late_time").focus()

    def _prepared(self, code: str = "") -> FormState:
        """An empty late entry; day and reason are those of the last one."""
        day, reason = self.memory.late_before
        return FormState(late_code=code, late_day=day, late_reason=reason)

    def as_kept(self, name: str, typed: str) -> str:
        """Day and time as they were understood."""
        if name == "late_day":
            return f"{parse_day(typed, self.memory.today):%d/%m/%Y}"
        return f"{parse_clock(typed):%H:%M}" if name == "late_time" else super().as_kept(name, typed)

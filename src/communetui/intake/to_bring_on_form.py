"""The slip of missing papers, asked for on the intake form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.intake import PaperState
from communetui.intake.late_on_form import LateOnForm
from communetui.strings.forms import waits_text
from communetui.strings.intake_said import said

if TYPE_CHECKING:
    from communetui.printing.plain.print_plain import Plain


class ToBringOnForm(LateOnForm):
    """What is missing, on paper for the citizen."""

    def do_to_bring(self) -> None:
        """Print for the citizen what is still missing; there is no dossier yet and none is made."""
        state, register = self.form.state, self.session.register
        count = sum(line.state_to_save is PaperState.NO for line in state.papers)
        if not count:
            self.notice.warn(said().nothing_to_bring)
            return

        def work() -> Plain:
            from communetui.intake.to_bring import print_to_bring

            return print_to_bring(register, state)

        def tell(done: Plain) -> None:
            if done.sent.printed:
                self.notice.tell(said().to_bring_printed.format(count=count))
            else:
                self.notice.warn(said().to_bring_saved.format(path=done.path, why=waits_text(done.sent)))

        self.run_in_thread(work, tell, group="print")

"""After a save: the code and the promise, and the one key for whatever comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from communetui.intake.warnings import fee_text, moment_text
from communetui.screens.base import BaseScreen
from communetui.strings.findings import finding_text
from communetui.strings.intake_said import received
from communetui.threads import run_in_thread
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from communedb.desk.receive import Received
    from communedb.domain.refusal import Refused
    from communetui.printing.queue import Printed
    from communetui.scanning import Scanned

NEXT: Final = "next"
SAME: Final = "same"
RECEIPT: Final = "01"


@dataclass(frozen=True)
class Saved:
    """What was saved, as far as it is told; `fee` None while it is not known.

    `paper_receipt` says that the citizen got a handwritten receipt with this code.
    """

    done: Received
    applicant: str
    procedure: str
    fee: int | None
    missing: tuple[str, ...]
    paper_receipt: bool = False


class ReceivedScreen(BaseScreen["str | None"]):
    """Ends with `NEXT`, `SAME`, or the text of an ID card that was scanned: the next citizen's."""

    NAME = "received"

    DEFAULT_CSS = """
    ReceivedScreen #saved { margin: 1 2; height: auto; }
    ReceivedScreen #facts { margin: 1 2; height: auto; }
    ReceivedScreen #code { margin: 0 2; text-style: bold reverse; width: auto; padding: 0 1; }
    ReceivedScreen #keys { margin: 1 2; border-top: solid $border-blurred; height: auto; text-style: bold; }
    """

    def __init__(self, saved: Saved) -> None:
        super().__init__()
        self._saved = saved

    def heading(self) -> str:
        """It is done."""
        return received().title

    def body(self) -> ComposeResult:
        """The code first: it is what one says to the citizen."""
        yield Said(lambda: received().saved, id="saved")
        yield Said(lambda: f"{received().code}: {self._saved.done.code}", id="code")
        yield Said(self._facts, id="facts")
        yield Said(lambda: received().keys_paper if self._saved.paper_receipt else received().keys, id="keys")

    def _facts(self) -> str:
        words, saved = received(), self._saved
        lines = [
            f"{words.applicant}: {saved.applicant}",
            f"{words.procedure}: {saved.procedure}",
            f"{words.due}: {self._due()}",
            fee_text(saved.fee),
        ]
        if saved.missing:
            lines.append(f"{words.missing}: {'; '.join(saved.missing)}")
        lines += [f"? {finding_text(finding)}" for finding in saved.done.findings]
        return "\n".join(lines)

    def _due(self) -> str:
        done = self._saved.done
        if done.due_at is None:
            return received().no_due
        at = moment_text(done.due_at)
        return received().due_expected.format(at=at) if done.due_expected else at

    # -- what comes next

    def do_next_citizen(self) -> None:
        """An empty form."""
        self.dismiss(NEXT)

    def do_same_citizen(self) -> None:
        """A form with this applicant."""
        self.dismiss(SAME)

    async def do_open_dossier(self) -> None:
        """All about the dossier."""
        await self.desk.show("dossier", dossier=self._saved.done.dossier)

    def on_scanned(self, event: Scanned) -> None:
        """The next citizen's card begins their form."""
        if event.card:
            event.stop()
            self.dismiss(event.text)

    def do_print_receipt(self) -> None:
        """Print; the officer may go on meanwhile and is told wherever they are by then.

        Who has a handwritten receipt gets no second one: the next citizen, then.
        """
        if self._saved.paper_receipt:
            self.do_next_citizen()
            return
        session, dossier, app, desk = self.session, self._saved.done.dossier, self.app, self.desk

        def work() -> Printed:
            from communetui.printing.queue import print_form

            return print_form(session.register, dossier, RECEIPT)

        def in_front() -> BaseScreen[Any] | None:
            """Where this officer is now, if they have not locked meanwhile."""
            screen = app.screen
            return screen if desk.session is session and isinstance(screen, BaseScreen) else None

        def tell(printed: Printed) -> None:
            if (screen := in_front()) is not None:
                _tell(screen, printed)

        def refused(refusal: Refused) -> None:
            if (screen := in_front()) is not None:
                screen.refuse(refusal)

        self.notice.tell(received().printing)
        run_in_thread(app, work, tell, refused=refused, group="print")


def _tell(screen: BaseScreen[Any], printed: Printed) -> None:
    """What became of the receipt."""
    words = received()
    if printed.again:
        screen.notice.tell(words.printed_before)
    elif printed.sent.printed:
        screen.notice.tell(words.printed)
    else:
        screen.notice.warn(words.print_waits.format(why=words.waits[str(printed.sent.waits)]))

"""The locked door: who you are, and your passphrase."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from textual import on

from communedb.domain.refusal import Reason, Refused
from communetui.screens.base import FormScreen
from communetui.strings.frame import frame
from communetui.strings.reasons import reason_text
from communetui.strings.unlock import unlock
from communetui.widgets.choice import Choice, Option
from communetui.widgets.control import Entered
from communetui.widgets.field import Field
from communetui.widgets.row import Row
from communetui.widgets.said import Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from communetui.session import OfficerName

PATIENT_TRIES: Final = 5
"""Wrong passphrases before one has to wait."""

WAIT_SECONDS: Final = 30
PASSPHRASE_LIMIT: Final = 1_000


class UnlockScreen(FormScreen[None]):
    """Officer and passphrase; the right one begins a session."""

    NAME = "unlock"
    IN_SESSION = False
    AUTO_FOCUS = "#passphrase"

    DEFAULT_CSS = """
    UnlockScreen Row { margin-top: 1; width: 76; }
    UnlockScreen .line { margin: 1 1 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._wrong = 0
        self._not_before = 0.0

    def heading(self) -> str:
        """The product and what is to be done."""
        return f"{frame().product} - {unlock().title}"

    def body(self) -> ComposeResult:
        """Two rows."""
        yield Said(lambda: unlock().greeting, classes="line")
        yield Row(lambda: f" {unlock().officer}", Choice[str](id="officer", empty=lambda: unlock().reading))
        yield Row(lambda: f" {unlock().phrase}", Field(id="passphrase", password=True, limit=PASSPHRASE_LIMIT))
        yield Said(lambda: unlock().keys, classes="line")

    def on_mount(self) -> None:
        """Read who may come in."""
        # A name chosen ahead waits for the list: arrows that came to nothing would open the register for another.
        self.run_in_thread(self.desk.door.officers, self._offer, group="officers", hold=True)

    def _offer(self, officers: Sequence[OfficerName]) -> None:
        if not officers:
            self.notice.error(unlock().nobody)
        names = [Option(officer.id, lambda name=officer.name: name) for officer in officers]  # type: ignore[misc]
        self.query_one("#officer", Choice).set_options(names)

    def on_key(self, event: events.Key) -> None:
        """Up and down choose the officer from the passphrase, where the cursor waits."""
        if event.key in {"up", "down"}:
            self.query_one("#officer", Choice).turn(1 if event.key == "down" else -1)
            event.stop()

    @on(Entered, "#passphrase")
    def open(self, event: Entered) -> None:
        """Try the passphrase."""
        event.stop()
        officer = self.query_one("#officer", Choice).value
        passphrase = self.query_one("#passphrase", Field).value
        left = self._not_before - monotonic()
        if left > 0:
            self.notice.error(unlock().wait.format(count=self._wrong, seconds=int(left) + 1))
        elif not passphrase:
            self.notice.error(unlock().empty)
        elif officer is not None:
            self.notice.tell(unlock().opening)
            door = self.desk.door
            self.run_in_thread(
                lambda: door.open_session(officer, passphrase),
                self.desk.begin,
                refused=self._failed,
                group="open",
                hold=True,
            )

    def _failed(self, refusal: Refused) -> None:
        """Say why; a wrong passphrase is emptied and counted."""
        text = reason_text(refusal)
        if refusal.reason is Reason.WRONG_PASSPHRASE:
            self.query_one("#passphrase", Field).value = ""
            self._wrong += 1
            if self._wrong >= PATIENT_TRIES:
                self._not_before = monotonic() + WAIT_SECONDS
                text = unlock().wait.format(count=self._wrong, seconds=WAIT_SECONDS)
            elif self._wrong > 1:
                text = unlock().again.format(reason=text, count=self._wrong)
        self.notice.error(text)

    def do_leave(self) -> None:
        """Close the app; nobody is in, so there is nothing to ask."""
        self.app.exit()

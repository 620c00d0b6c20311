"""Exchanging with the hub by itself, when a connection appears and the officer allows it."""

from __future__ import annotations

import random
import threading
from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason, Refused
from communedb.journal.freeze import is_frozen
from communedb.journal.held import lacking
from communedb.stores.settings import read_setting
from communesync.exchange.statement import last_statement
from communesync.keys.keyring import Keyring
from communesync.transports.http import HubClient
from communesync.transports.push import Pushed, hub_line, push

if TYPE_CHECKING:
    from collections.abc import Callable

    from communedb.register import Register
    from communedb.sqlite import Database
    from communesync.keys.members import Member

LOOK_SECONDS: Final = 30.0
"""How often it looks whether there is something to send: two small readings, nothing written."""

USUAL_SECONDS: Final = 900.0
"""After how long it asks the hub though nothing is to be sent: others may have written."""

LONGEST_SECONDS: Final = 1_800.0
"""The longest wait after failures; the first is `LOOK_SECONDS`, and each failure doubles it."""

_ENDS: Final = frozenset({Reason.REGISTER_CLOSED, Reason.READ_ONLY})
_QUIET: Final = frozenset({Reason.HUB_NOT_SET, Reason.EXCHANGE_CANCELLED})


class BackgroundPush:
    """A thread that pushes; `told` hears, in that thread, what came of it: what was exchanged, or why not.

    Nothing happens while the setting `send_in_background` is no. Stop it before the register is closed.
    """

    def __init__(
        self,
        register: Register,
        told: Callable[[Pushed | Refused], None],
        *,
        look: float = LOOK_SECONDS,
        usual: float = USUAL_SECONDS,
    ) -> None:
        self.odd: Exception | None = None
        """What the program last failed over; it was tried again later."""
        self._register = register
        self._told = told
        self._look = look
        self._usual = usual
        self._failures = 0
        self._since = usual
        self._woken = threading.Event()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._work, name="background-push", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def wake(self) -> None:
        """Look now: something was saved, or the network came back."""
        self._woken.set()

    def stop(self, seconds: float = 2.0) -> bool:
        """End, breaking off what is under way, which harms nothing; whether it ended within so many seconds.

        A dead network may hold the thread longer: it then ends by itself, as soon as it finds the register closed.
        """
        self._stopped.set()
        self._woken.set()
        if self._thread.ident is not None:
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while not self._stopped.is_set():
            try:
                self._look_once()
            except Refused as refusal:
                self._fail(refusal)
            except Exception as odd:
                self.odd = odd
                self._fail(Refused(Reason.EXCHANGE_FAILED, what=type(odd).__name__))
            wait = self._wait()
            self._since += wait
            if self._woken.wait(wait):
                self._woken.clear()

    def _look_once(self) -> None:
        db = self._register.db
        if read_setting(db, "send_in_background") != "yes" or (hub := Keyring.load(db).hub) is None:
            return
        if self._since < self._usual and not self._failures and not _has_unsent(db, hub):
            return
        with HubClient(hub_line(db), lambda: self._register.signer, self._stopped.is_set) as probe:
            if not probe.is_there():
                self._failures += 1
                return
        done = push(self._register, cancelled=self._stopped.is_set)
        self._failures, self._since = 0, 0.0
        self._told(done)

    def _fail(self, refusal: Refused) -> None:
        if refusal.reason in _ENDS:
            self._stopped.set()
        if refusal.reason in _ENDS or refusal.reason is Reason.EXCHANGE_UNDERWAY:
            return
        self._failures += 1
        if refusal.reason not in _QUIET:
            self._told(refusal)

    def _wait(self) -> float:
        """Seconds until the next look, by chance shorter after failures: not all communes at once."""
        if not self._failures:
            return self._look
        longest = min(LONGEST_SECONDS, self._look * 2.0 ** min(self._failures, 10))
        return longest * random.uniform(0.5, 1.0)  # noqa: S311 - no secret


def _has_unsent(db: Database, hub: Member) -> bool:
    """Whether there is a line that the hub has not said to have."""
    heard = last_statement(db, hub.key)
    return not is_frozen(db) or bool(lacking(db, heard.statement.vector if heard else {}, None))

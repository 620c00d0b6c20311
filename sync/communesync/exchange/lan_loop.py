"""The thread that keeps a station's side of the shared folder going while the app is open."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason, Refused
from communesync.exchange.lan import USUAL_TIMES, LanStation, Times
from communesync.exchange.wanted import look_again

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from communedb.register import Register
    from communesync.exchange.lan import Turn
    from communesync.exchange.statement import Statement

POLL: Final = 2.0
"""Seconds between two looks into the shared folder."""

MOST_PAUSE: Final = 30.0
"""Seconds between two looks at most, while the folder cannot be reached."""

_ENDS: Final = frozenset({Reason.REGISTER_CLOSED, Reason.EXCHANGE_CANCELLED, Reason.READ_ONLY})


class LanLoop:
    """Exchanges by itself over the centre's shared folder, from `start` to `stop`.

    `on_news` is called in the loop's thread when rows, files, a list or beacons came, and when `fault` changed.
    """

    def __init__(
        self,
        register: Register,
        share: Path,
        on_news: Callable[[Turn | None], None],
        *,
        poll: float = POLL,
        times: Times = USUAL_TIMES,
    ) -> None:
        self.fault: Refused | None = None
        """Why the shared folder is not exchanged with at the moment; None when all is well."""
        self.odd: Exception | None = None
        """What the program last failed over; it was tried again, as one odd file is not to end the day's exchange."""
        self._register = register
        self._begun = False
        self._on_news = on_news
        self._poll = poll
        self._stopped = threading.Event()
        self._woken = threading.Event()
        self._station = LanStation(register, share, times=times, stopped=self._stopped.is_set)
        # The system may hold whoever asks a dead network folder for minutes: nobody waits for this thread at the end.
        self._thread = threading.Thread(target=self._run, name="lan-exchange", daemon=True)

    @property
    def heard(self) -> dict[str, Statement]:
        """What each station says of itself over the shared folder, by key."""
        return {key: beacon.statement for key, beacon in list(self._station.heard.items())}

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wake(self) -> None:
        """Look now: something was saved."""
        self._woken.set()

    def stop(self, seconds: float = 2.0) -> bool:
        """End after the step that is underway; whether it ended within so many seconds."""
        self._stopped.set()
        self._woken.set()
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        pause = self._poll
        while not self._stopped.is_set():
            pause = self._poll if self._once() else min(pause * 2, MOST_PAUSE)
            self._woken.wait(pause)
            self._woken.clear()

    def _once(self) -> bool:
        """One turn; False when the folder cannot be reached, or something else is in the way."""
        try:
            if not self._begun:
                self._begin()
            turn = self._station.turn()
        except Refused as refusal:
            if refusal.reason in _ENDS:
                self._stopped.set()
            else:
                self._tell(refusal)
            return False
        except Exception as odd:
            self.odd = odd
            self._tell(Refused(Reason.EXCHANGE_FAILED, what=type(odd).__name__))
            return False
        if self.fault is not None:
            self._tell(None)
        if turn.is_news:
            self._on_news(turn)
        return True

    def _begin(self) -> None:
        """After a restore files may lack."""
        if self._register.renewed:
            look_again(self._register)
        self._begun = True

    def _tell(self, fault: Refused | None) -> None:
        before, self.fault = self.fault, fault
        if (before and before.reason) != (fault and fault.reason):
            self._on_news(None)

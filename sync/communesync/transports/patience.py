"""Trying again: a wait that doubles, shortened by chance, until nothing has moved for too often, or it is cancelled."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Final, TypeVar

from communedb.domain.refusal import Reason, Refused
from communesync.transports.connection import Cut

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

ATTEMPTS: Final = 6
"""Times in a row that something fails without a byte of progress before it is given up."""

FIRST_WAIT: Final = 0.5
LONGEST_WAIT: Final = 30.0
LONGEST_OBEYED: Final = 120.0
"""The longest time that a hub may ask to be left alone and still be obeyed."""

_TICK: Final = 0.1


class Patience:
    """How failures of one line are borne; `sleep` is for tests."""

    def __init__(
        self, address: str, cancelled: Callable[[], bool], sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._address = address
        self._cancelled = cancelled
        self._sleep = sleep

    def go_on(self) -> None:
        """Refused: EXCHANGE_CANCELLED."""
        if self._cancelled():
            raise Refused(Reason.EXCHANGE_CANCELLED)

    def after(self, cut: Cut, failures: int) -> None:
        """Wait after so many failures in a row, 0 when something moved.

        Refused: HUB_UNREACHABLE, EXCHANGE_CANCELLED.
        """
        if failures >= ATTEMPTS:
            raise Refused(Reason.HUB_UNREACHABLE, address=self._address, why=str(cut)) from cut
        wait = 0.0
        if failures:
            # By chance, so that forty communes do not come back in the same second after a power cut.
            wait = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** (failures - 1)) * random.uniform(0.5, 1.0)  # noqa: S311
        self.wait(min(max(wait, cut.wait), LONGEST_OBEYED))

    def again(self, once: Callable[[], T]) -> T:
        """Do something until it is not cut off. Refused: as `after`."""
        failures = 0
        while True:
            self.go_on()
            try:
                return once()
            except Cut as cut:
                failures += 1
                self.after(cut, failures)

    def wait(self, seconds: float) -> None:
        """Sleep in short pieces, to hear when it is cancelled."""
        while seconds > 0:
            self.go_on()
            self._sleep(min(seconds, _TICK))
            seconds -= _TICK

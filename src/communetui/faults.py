"""A fault of the program itself: kept in a file for whoever mends it, told to the officer in plain words.

The file holds the program's own lines and never what was on the screen: no values of variables, nothing of a citizen
but what an error's own message may say.
"""

from __future__ import annotations

import sys
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from textual.app import App

from communetui.strings.frame import frame

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "errors.log"
_LARGEST: Final = 1_000_000


def note_fault(log: Path, fault: BaseException) -> None:
    """Add a fault to the file; a file grown too large begins anew, a disk that refuses is passed over."""
    lines = "".join(traceback.format_exception(fault))
    entry = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}\n{lines}\n"
    try:
        kept = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
        log.write_text((kept + entry)[-_LARGEST:], encoding="utf-8")
    except OSError:
        # The desk has its answer to give all the same.
        return


class FaultsNoted(App[None]):
    """An app that notes its own faults in `fault_log`, and tells where; without one it fails as Textual does."""

    fault_log: Path | None = None

    def take_fault(self, fault: Exception) -> bool:
        """Note and tell a fault met in a thread, so that the desk stays open; not without a file to note it in."""
        if self.fault_log is None:
            return False
        note_fault(self.fault_log, fault)
        self.tell_fault(frame().fault.format(file=self.fault_log))
        return True

    def tell_fault(self, text: str) -> None:
        """Say on the screen that is now on top what went wrong in the program itself."""
        raise NotImplementedError

    def _fatal_error(self) -> None:
        """A fault that closes the app: Textual would print the values of variables, which are citizens' data."""
        if self.fault_log is None:
            super()._fatal_error()
            return
        fault = sys.exc_info()[1]
        if fault is not None:
            note_fault(self.fault_log, fault)
        self._exit_renderables.append(frame().fatal.format(file=self.fault_log))
        self._close_messages_no_wait()

"""Room set aside for the day when the disk is full.

On a full disk SQLite can neither fold its log into the database nor close it in order, and not even deleting helps. A
file of a few megabytes that is given up at that moment lets the register finish what it has begun and the officer go on
for a while; the refused save is still told, so that somebody makes room.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Final

from communedb.domain.finding import Finding, FindingCode
from communedb.domain.refusal import Reason, Refused

if TYPE_CHECKING:
    from pathlib import Path

SIZE: Final = 8 * 1024 * 1024
"""Bytes: twice the log that SQLite lets grow before it folds it into the database."""

_CHUNK = 1024 * 1024
_ROOM_NEEDED = 3 * SIZE
_SCARCE = 100 * 1024 * 1024
# SQLite calls it a fault of the disk when the file it shares between processes does not fit.
_NO_ROOM_AT_ALL = 64 * 1024


class Ballast:
    """The file that takes the room, in a register's folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "ballast.bin"

    def fill(self) -> bool:
        """Set the room aside unless that would make the disk full; whether it is set aside now."""
        try:
            if self._file.exists() and self._file.stat().st_size >= SIZE:
                return True
            if shutil.disk_usage(self._folder).free < _ROOM_NEEDED:
                return False
            # Random: a file system that compresses would set nothing aside for zeros.
            chunk = os.urandom(_CHUNK)
            with self._file.open("wb") as file:
                for turn in range(SIZE // _CHUNK):
                    # Turned: nor would one that keeps equal blocks once for the same bytes again.
                    file.write(chunk[turn:] + chunk[:turn])
        except OSError:
            self.give_up()
            return False
        return True

    def give_up(self) -> bool:
        """Free the room; whether there was any."""
        try:
            self._file.unlink()
        except OSError:
            return False
        return True

    def tells_full(self, refusal: Refused) -> bool:
        """Whether a refusal of the database says that the disk is full, in whatever words."""
        if refusal.reason is Reason.DISK_FULL:
            return True
        doubtful = {Reason.DISK_FAULT, Reason.REGISTER_UNREACHABLE}
        return refusal.reason in doubtful and shutil.disk_usage(self._folder).free < _NO_ROOM_AT_ALL

    def findings(self) -> list[Finding]:
        """A warning while there is still room for some days of work."""
        free = shutil.disk_usage(self._folder).free
        if free >= _SCARCE:
            return []
        return [Finding(code=FindingCode.DISK_NEARLY_FULL, facts={"megabytes": str(free // 1024**2)})]

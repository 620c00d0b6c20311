"""The trace of unfinished work: tells a write-ahead log that was deleted from one that was never there.

Entries lie in the write-ahead log until it is folded into the database. Somebody who "tidies up" the -wal file after a
power cut removes them, and SQLite alone would open the rest without a word.

The trace is durable after the log that it speaks of, and gone before that log goes: so a power cut at any moment leaves
no trace without a log, and there is no false alarm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.finding import Finding, FindingCode
from communedb.files.atomic import sync_folder

if TYPE_CHECKING:
    from pathlib import Path


class Trace:
    """A small file beside the database: there while the log may hold entries that the database does not."""

    def __init__(self, database: Path) -> None:
        self._file = database.with_name(database.name + "-open")
        self._log = database.with_name(database.name + "-wal")

    def findings(self) -> list[Finding]:
        """Whether entries were left in a log that is gone; to be asked before the database is opened."""
        lost = self._file.exists() and not self._log.exists()
        return [Finding(code=FindingCode.LOG_MISSING)] if lost else []

    def leave(self) -> None:
        """Leave the trace after a commit and before it is acknowledged; a look at the folder when it is there."""
        try:
            if not self._file.exists():
                self._file.touch(mode=0o600)
                sync_folder(self._file.parent)
        except OSError:
            # The entry itself is safe; a folder that cannot take an empty file must not turn that into a refusal.
            pass

    def clear(self) -> None:
        """Take the trace away when everything in the log lies in the database too."""
        try:
            self._file.unlink(missing_ok=True)
            sync_folder(self._file.parent)
        except OSError:
            # What stays is at worst a warning too many at the next start.
            pass

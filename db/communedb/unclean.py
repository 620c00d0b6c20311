"""The trace of an open register: tells a write-ahead log that was deleted from one that was never there.

Entries lie in the write-ahead log until it is folded into the database. Somebody who "tidies up" the -wal file after a
power cut removes them, and SQLite alone would open the rest without a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.finding import Finding, FindingCode

if TYPE_CHECKING:
    from pathlib import Path


class Trace:
    """A small file beside the database: there while somebody has it open, or since it was not closed."""

    def __init__(self, database: Path) -> None:
        self._file = database.with_name(database.name + "-open")
        self._log = database.with_name(database.name + "-wal")

    def begin(self) -> list[Finding]:
        """Leave the trace; a finding when the last session ended without closing and its log is gone."""
        lost = self._file.exists() and not self._log.exists()
        try:
            self._file.touch(mode=0o600)
        except OSError:
            # A folder that cannot be written is refused, with its own words, when the database is opened.
            return []
        return [Finding(code=FindingCode.LOG_MISSING)] if lost else []

    def end(self) -> None:
        """Take the trace away, once nobody has the register open: SQLite removes the log with the last one."""
        if not self._log.exists():
            self._file.unlink(missing_ok=True)

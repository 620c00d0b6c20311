"""A register in the making: its database bears another name until somebody can open it.

The order is database, recovery key, key file, name. Whatever moment the power fails at, the folder holds either nothing
that counts (and creating it again starts afresh) or everything but the name (and the next look gives it).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb import layout
from communedb.files.atomic import PART_SUFFIX, sync_folder, write_faults_refused

if TYPE_CHECKING:
    from pathlib import Path


class Cradle:
    """The unfinished database of a folder."""

    def __init__(self, folder: Path) -> None:
        self.database = layout.database(folder).with_name(layout.DATABASE + PART_SUFFIX)
        self._target = layout.database(folder)

    def finish(self) -> None:
        """Give the database its name. Refused: FOLDER_READ_ONLY, DISK_FULL, WRITE_FAILED."""
        with write_faults_refused(self._target):
            self.database.replace(self._target)
            sync_folder(self._target.parent)

    def finish_interrupted(self, *, has_keys: bool) -> None:
        """Finish what a power cut left when there are keys and only the name was missing."""
        if has_keys and self.database.exists() and not self._target.exists():
            self.finish()

    def clear(self) -> None:
        """Remove what an attempt left that never got as far as its keys."""
        for suffix in ("", "-wal", "-shm"):
            self.database.with_name(self.database.name + suffix).unlink(missing_ok=True)

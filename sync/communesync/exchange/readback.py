"""Reading back what was written: only what the disk or the stick itself gives back again counts as sent."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from communedb.domain.refusal import Reason, Refused
from communesync.exchange.present import is_intact

if TYPE_CHECKING:
    from pathlib import Path

    from communesync.bundle.write import Written


def read_back(written: Written) -> None:
    """Compare a bundle on the disk with what was written; a wrong one is removed. Refused: EXCHANGE_NOT_READ_BACK."""
    _out_of_memory(written.path)
    if not is_intact(written.path, written.digest):
        try:
            written.path.unlink(missing_ok=True)
        finally:
            raise Refused(Reason.EXCHANGE_NOT_READ_BACK, path=str(written.path))


def let_others_read(path: Path) -> None:
    """Whoever is handed the stick, or shares the folder, is another user of another PC; the content is encrypted."""
    with suppress(OSError):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _out_of_memory(path: Path) -> None:
    """Let the system forget the file, so that reading reads the device; where it cannot be asked, it is read anyway."""
    if not hasattr(os, "posix_fadvise"):
        return
    try:
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    except OSError:
        return

"""A fault of the program itself: kept in a file for whoever mends it, told to the officer in plain words.

The file holds the program's own lines and never what was on the screen: no values of variables, nothing of a citizen
but what an error's own message may say.
"""

from __future__ import annotations

import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

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

"""The whole program on a PC whose clock is set by a file, DESK_CLOCK (`2026-11-23 08:30`, Vietnam time), and runs.

Whoever writes another time into the file sets the clock anew.
"""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from communedb import register
from communedb.domain.moment import VIETNAM

FILE = Path(os.environ["DESK_CLOCK"])
_seen: list[tuple[str, datetime, float]] = []


def _clock() -> datetime:
    text = FILE.read_text(encoding="ascii")
    if not _seen or _seen[-1][0] != text:
        start = datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=VIETNAM).astimezone(UTC)
        _seen.append((text, start, time.monotonic()))
    _, start, since = _seen[-1]
    return start + timedelta(seconds=time.monotonic() - since)


register.wall_clock = _clock

from communetui.__main__ import main  # noqa: E402 - the clock is set before the program starts

main()

"""The whole program on a PC whose clock starts at DESK_CLOCK (`2026-11-23 08:30`, Vietnam time) and then runs."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta

from communedb import register
from communedb.domain.moment import VIETNAM

STARTED = time.monotonic()
SET_TO = datetime.strptime(os.environ["DESK_CLOCK"], "%Y-%m-%d %H:%M").replace(tzinfo=VIETNAM).astimezone(UTC)


def _clock() -> datetime:
    return SET_TO + timedelta(seconds=time.monotonic() - STARTED)


register.wall_clock = _clock

from communetui.__main__ import main  # noqa: E402 - the clock is set before the program starts

main()

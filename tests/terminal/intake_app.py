"""The real app on a register of Quảng Điền for `test_intake_bursts`; the clock stands at 23 November 2026, 8:00."""

from __future__ import annotations

import os
from pathlib import Path

from tests.centre import DeskClock

from communetui.app import CommuneApp
from communetui.register_session import RegisterDoor

CommuneApp(RegisterDoor(Path(os.environ["REGISTER"]), now=DeskClock())).run(mouse=False)

"""The real app on a register of Quảng Điền for `test_intake_bursts`; the clock stands at 23 November 2026, 8:00."""

from __future__ import annotations

import os
from pathlib import Path

from filelock import FileLock
from tests.centre import DeskClock

from communedb import layout
from communedb.register import Register
from communetui.app import CommuneApp
from communetui.register_session import RegisterDoor, RegisterSession

FOLDER = Path(os.environ["REGISTER"])


class DoorAtEight(RegisterDoor):
    """The door of the register, with the test's clock."""

    def open_session(self, officer_id: str, passphrase: str) -> RegisterSession:
        register = Register.open(FOLDER, officer_id, passphrase, now=DeskClock())
        lock = FileLock(layout.app_lock(FOLDER))
        lock.acquire(timeout=5)
        return RegisterSession(register, lock)


CommuneApp(DoorAtEight(FOLDER)).run(mouse=False)

"""The centre of Quảng Điền, as every test of the register finds it: fixtures `centre` and `founded_centre`."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from communedb import ballast, founding
from communedb.desk.officers import add_officer
from communedb.domain.moment import VIETNAM
from communedb.domain.officer import Role
from communedb.founding import found
from communedb.journal.marker import state_folder
from communedb.keys import Strength
from communedb.register import Register

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "quê hương là chùm khế ngọt"
# The cheapest key derivation there is: what the slots withstand is tested in tests/keys.
CHEAP = Strength(memory_kib=8, passes=1)
# What a full disk leaves of the whole of it is tried in tests/faults, by a process of its own.
ballast.SIZE = ballast._CHUNK
# What every register starts with is read from its files once, however many a process of tests founds.
founding.units = cache(founding.units)
founding.starter_catalogue = cache(founding.starter_catalogue)
founding.shipped_days = cache(founding.shipped_days)

OFFICERS = {
    "reception": ("Lê Thị Hoa", Role.RECEPTION),
    "specialist": ("Nguyễn Văn Dũng", Role.SPECIALIST),
    "leader": ("Phan Thị Mai", Role.LEADER),
}


class DeskClock:
    """A clock that stands still until a test moves it; Vietnam time."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 8, 0, tzinfo=VIETNAM)

    def __call__(self) -> datetime:
        return self.now.astimezone(UTC)

    def set(self, text: str) -> None:
        """Set the clock: `2026-11-23 14:59`."""
        self.now = datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=VIETNAM)

    def forward(self, **by: float) -> None:
        """Move the clock on."""
        self.now += timedelta(**by)


_MARKS: dict[str, Path] = {}
"""By administrator: the mark that the register left when it was made."""


class Centre:
    """A register with one officer of each role, and ways to open it as any of them.

    It may be a copy: its mark is told where it lies, so that it goes on as the replica that it is.
    """

    def __init__(self, folder: Path, officers: dict[str, str]) -> None:
        mark = _MARKS[officers["administrator"]]
        mark.write_text(json.dumps(json.loads(mark.read_text()) | {"folder": str(folder.resolve()), "frozen": {}}))
        self.folder = folder
        self.officers = officers
        self.clock = DeskClock()
        self._open: list[Register] = []

    def open(self, role: str = "reception") -> Register:
        """The register as opened by the officer of a role: reception, specialist, leader or administrator."""
        register = Register.open(self.folder, self.officers[role], PASSPHRASE, now=self.clock)
        self._open.append(register)
        return register

    def open_for_reading(self, role: str = "reception") -> Register:
        """The register as a second app on the same PC opens it."""
        register = Register.open(self.folder, self.officers[role], PASSPHRASE, now=self.clock, read_only=True)
        self._open.append(register)
        return register

    def close(self) -> None:
        """Close what the test left open."""
        for register in self._open:
            register.close()


def found_centre(folder: Path) -> dict[str, str]:
    """Create the register; role to officer's key."""
    clock = DeskClock()
    made = found(
        folder, unit="19867", station=1, officer="Trần Thị Bình", passphrase=PASSPHRASE, strength=CHEAP, now=clock()
    )
    officers = {"administrator": made.officer}
    (_MARKS[made.officer],) = (
        path
        for path in (state_folder() / "replicas").glob("*.json")
        if json.loads(path.read_text())["folder"] == str(folder.resolve())
    )
    with Register.open(folder, made.officer, PASSPHRASE, now=clock) as register:
        for role, (name, held) in OFFICERS.items():
            officers[role] = register.write(
                add_officer, folder, register.data_key,
                name=name, roles=frozenset({held}), passphrase=PASSPHRASE, strength=CHEAP,
            )  # fmt: skip
    return officers

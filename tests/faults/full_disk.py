"""What happens on a full disk, played on a disk of a few megabytes that this process alone sees.

Run as root of a mount namespace (`unshare`). Arguments: a folder for the disk, the register to copy there, the
officer's key, the passphrase, the scenario. Prints one JSON document.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.faults.receiving import intake
from tests.faults.whole import assert_whole, codes

from communedb import ballast
from communedb.desk.receive import receive
from communedb.domain.refusal import Refused
from communedb.founding import found
from communedb.keys import Strength
from communedb.register import Register

MOMENT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


class Disk:
    """A small disk with a register on it, and a file that fills what is left."""

    def __init__(self, place: Path, register: Path, officer: str, passphrase: str) -> None:
        self.folder = place / "register"
        self._other_files = place / "film.mp4"
        self._officer, self._passphrase = officer, passphrase
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(place)], check=True)
        shutil.copytree(register, self.folder)

    def open(self) -> Register:
        return Register.open(self.folder, self._officer, self._passphrase, now=lambda: MOMENT)

    def fill(self, leaving: int = 0) -> None:
        room = shutil.disk_usage(self.folder).free - leaving
        with self._other_files.open("ab") as file:
            file.write(bytes(max(room, 0)))

    def empty(self) -> None:
        self._other_files.unlink()


def receive_until_refused(register: Register) -> tuple[list[str], str]:
    acknowledged: list[str] = []
    for number in range(5_000):
        try:
            acknowledged.append(register.write(receive, intake(number)).code)
        except Refused as refusal:
            return acknowledged, refusal.reason
    return acknowledged, "never"


def tried(register: Register) -> str:
    try:
        register.write(receive, intake(5_001))
    except Refused as refusal:
        return str(refusal.reason)
    return "saved"


def working(disk: Disk, *, with_ballast: bool) -> dict[str, Any]:
    """The disk runs full in the middle of the day; room is made; the day goes on."""
    register = disk.open()
    if with_ballast:
        assert register.keep_ballast()
    disk.fill(leaving=3_000_000)
    acknowledged, reason = receive_until_refused(register)
    kept = codes(register.db)
    assert_whole(register.db)
    again = tried(register)
    warned = [finding.code for finding in register.warnings]
    register.close()
    left = sorted(path.name for path in disk.folder.glob("register.db-*"))
    disk.empty()
    with disk.open() as after:
        last = tried(after)
        assert_whole(after.db)
        return {
            "reason": reason, "kept_is_acknowledged": kept == acknowledged, "acknowledged": len(acknowledged),
            "again": again, "left": left, "warned": warned, "after_room_was_made": last,
            "missing": sorted(set(acknowledged) - set(codes(after.db))), "lost": [f.code for f in after.warnings],
        }  # fmt: skip


def opening(disk: Disk, *, with_ballast: bool) -> dict[str, Any]:
    """The disk is full to the last byte when the register is to be opened."""
    with disk.open() as register:
        code = register.write(receive, intake(0)).code
        if with_ballast:
            assert register.keep_ballast()
    disk.fill()
    try:
        with disk.open() as register:
            return {"opened": True, "kept": codes(register.db) == [code], "again": tried(register)}
    except Refused as refusal:
        disk.empty()
        with disk.open() as register:
            return {"opened": False, "reason": refusal.reason, "kept": codes(register.db) == [code]}


def founding(disk: Disk, *, with_ballast: bool) -> dict[str, Any]:
    """The disk is too full for a new register."""
    assert not with_ballast
    new = disk.folder / "new"
    disk.fill(leaving=300_000)
    strength = Strength(memory_kib=8, passes=1)
    asked = {"unit": "19867", "station": 2, "officer": "Trần Thị Bình", "passphrase": "quê hương là chùm khế ngọt"}
    try:
        found(new, strength=strength, **asked)  # type: ignore[arg-type]  # one mapping of texts and a number
    except Refused as refusal:
        left = sorted(path.name for path in new.iterdir())
        disk.empty()
        found(new, strength=strength, **asked)  # type: ignore[arg-type]
        return {"reason": refusal.reason, "left": left}
    return {"reason": "never"}


def refilled(disk: Disk, *, with_ballast: bool) -> dict[str, Any]:
    """The ballast is never what fills the disk, and comes back when there is room."""
    assert not with_ballast
    with disk.open() as register:
        disk.fill(leaving=2 * ballast.SIZE)
        scarce = register.keep_ballast()
        disk.empty()
        room = shutil.disk_usage(disk.folder).free
        ballast._ROOM_NEEDED = room + 1
        still = register.keep_ballast()
        ballast._ROOM_NEEDED = room
        return {"scarce": scarce, "still": still, "room": register.keep_ballast(), "twice": register.keep_ballast()}


SCENARIOS = {"working": working, "opening": opening, "founding": founding, "refilled": refilled}

if __name__ == "__main__":
    place, register, officer, passphrase, scenario, with_ballast = sys.argv[1:]
    disk = Disk(Path(place), Path(register), officer, passphrase)
    print(json.dumps(SCENARIOS[scenario](disk, with_ballast=with_ballast == "yes")))  # noqa: T201

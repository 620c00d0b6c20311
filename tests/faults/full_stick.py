"""What happens on a stick without room, played on one of a few megabytes that this process alone sees.

Run as root of a mount namespace (`unshare`). Arguments: a folder for the stick, the register, the officer's key, the
passphrase. Prints one JSON document.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.faults.receiving import intake
from tests.faults.whole import codes

from communedb.backup import back_up
from communedb.desk.receive import receive
from communedb.domain.refusal import Refused
from communedb.register import Register


def tried(register: Register, stick: Path) -> tuple[str, int]:
    """Why a backup was refused, and the megabytes that it asked for (0: it was met while writing)."""
    try:
        back_up(register, stick)
    except Refused as refusal:
        return refusal.reason.value, int(refusal.facts.get("megabytes", 0))
    return "done", 0


def played(stick: Path, folder: Path, officer: str, passphrase: str) -> dict[str, Any]:
    """A good backup; then the stick fills; then somebody makes room."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(stick)], check=True)
    with Register.open(folder, officer, passphrase) as register:
        register.write(receive, intake(0))
        good = back_up(register, stick)
        before = {path.name: path.read_bytes() for path in good.folder.iterdir()}
        register.write(receive, intake(1))
        film = stick / "phim.mp4"
        film.write_bytes(bytes(shutil.disk_usage(stick).free - 600_000))
        told = tried(register, stick)
        # Somebody else fills the stick after the room was looked at.
        module: Any = sys.modules[back_up.__module__]
        asked, module._require_room = module._require_room, lambda *_: None
        met = tried(register, stick)
        module._require_room = asked
        same = {path.name: path.read_bytes() for path in good.folder.iterdir()} == before
        with Register.open(good.folder, officer, passphrase) as kept:
            held = len(codes(kept.db))
        film.unlink()
        after = tried(register, stick)
    return {"told": told, "met": met, "same": same, "held": held, "after": after}


if __name__ == "__main__":
    place, register, officer, passphrase = sys.argv[1:]
    print(json.dumps(played(Path(place), Path(register), officer, passphrase)))  # noqa: T201

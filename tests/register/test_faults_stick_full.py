"""A full stick: told before anything is written, or met while writing; the backup before is as it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.centre import PASSPHRASE
from tests.faults import full_stick

if TYPE_CHECKING:
    from tests.centre import Centre


def test_on_a_full_stick_the_backup_before_stays_good_and_the_next_one_is_made_once_there_is_room(
    centre: Centre, tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    arguments = [stick, centre.folder, centre.officers["reception"], PASSPHRASE]
    run = subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", sys.executable, full_stick.__file__, *map(str, arguments)],
        capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "PYTHONPATH": str(Path(full_stick.__file__).parents[2])},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    outcome = json.loads(run.stdout)
    assert outcome["told"][0] == "backup_no_room"
    assert outcome["told"][1] >= 5, "it says how much room is needed"
    assert outcome["met"][0] == "backup_no_room", "also when the room goes while it is written"
    assert (outcome["same"], outcome["held"]) == (True, 1)
    assert outcome["after"][0] == "done"

"""A full disk: one clear refusal, nothing lost, nothing half there, and work goes on once there is room."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.centre import PASSPHRASE
from tests.faults import full_disk

if TYPE_CHECKING:
    from tests.centre import Centre

ROOT = Path(full_disk.__file__).parents[2]


def played(centre: Centre, tmp_path: Path, scenario: str, *, with_ballast: bool = False) -> dict[str, Any]:
    place = tmp_path / "disk"
    place.mkdir()
    arguments = [
        place,
        centre.folder,
        centre.officers["reception"],
        PASSPHRASE,
        scenario,
        "yes" if with_ballast else "no",
    ]
    run = subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", sys.executable, full_disk.__file__, *map(str, arguments)],
        capture_output=True, text=True, timeout=120, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    outcome: dict[str, Any] = json.loads(run.stdout)
    return outcome


@pytest.mark.parametrize("with_ballast", [False, True])
def test_on_a_full_disk_nothing_is_lost_and_work_goes_on_once_there_is_room(
    centre: Centre, tmp_path: Path, with_ballast: bool
) -> None:
    outcome = played(centre, tmp_path, "working", with_ballast=with_ballast)

    assert outcome["reason"] == "disk_full"
    assert outcome["acknowledged"] > 5
    assert outcome["kept_is_acknowledged"]
    assert outcome["missing"] == []
    assert outcome["after_room_was_made"] == "saved"
    assert "disk_nearly_full" in outcome["warned"]
    assert "log_missing" not in outcome["lost"]
    # The ballast is what lets the officer go on and the register close in order; without it neither is possible.
    assert outcome["again"] == ("saved" if with_ballast else "disk_full")
    assert outcome["left"] == ([] if with_ballast else ["register.db-open", "register.db-shm", "register.db-wal"])


def test_a_register_on_a_disk_without_a_byte_left_opens_by_its_ballast(centre: Centre, tmp_path: Path) -> None:
    assert played(centre, tmp_path, "opening", with_ballast=True) == {"opened": True, "kept": True, "again": "saved"}


def test_without_ballast_such_a_register_is_refused_and_left_as_it_is(centre: Centre, tmp_path: Path) -> None:
    """Negative control of the ballast."""
    outcome = played(centre, tmp_path, "opening")
    assert outcome == {"opened": False, "reason": "disk_full", "kept": True}


def test_founding_on_a_full_disk_leaves_nothing_and_can_be_done_again(centre: Centre, tmp_path: Path) -> None:
    assert played(centre, tmp_path, "founding") == {"reason": "disk_full", "left": []}


def test_the_ballast_never_fills_the_disk_itself(centre: Centre, tmp_path: Path) -> None:
    outcome = played(centre, tmp_path, "refilled")
    assert outcome == {"scarce": False, "still": False, "room": True, "twice": True}

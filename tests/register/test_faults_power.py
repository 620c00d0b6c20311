"""Power cuts: whatever the disk had not been told to keep is lost or torn, and no acknowledged save is."""

from __future__ import annotations

import random
import shutil
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest
from tests.centre import PASSPHRASE, Centre
from tests.faults import receiving
from tests.faults.power import Disk, Record, build_recorder, record
from tests.faults.whole import assert_whole, codes

from communedb.domain.finding import FindingCode
from communedb.domain.refusal import Refused

if TYPE_CHECKING:
    from pathlib import Path

SAVES = 50
CUTS = 100
CUTS_OF_CONTROLS = 40
ACKNOWLEDGED = "acknowledged"


class Outcome(NamedTuple):
    """What power cuts did: how many were tried, how many lost a save, left damage, or warned without cause."""

    cuts: int
    lost: int
    damaged: int
    false_alarms: int


@pytest.fixture(scope="module")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_recorder(tmp_path_factory.mktemp("recorder"))


def morning(recorder: Path, centre: Centre, tmp_path: Path, variant: str) -> tuple[dict[str, bytes], list[Record]]:
    """A morning at the desk: what the folder held before, and everything that was done to its files."""
    folder = centre.folder.resolve()
    (folder / ACKNOWLEDGED).touch()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    officer = centre.officers["reception"]
    command = [sys.executable, receiving.__file__, str(folder), officer, PASSPHRASE, str(folder / ACKNOWLEDGED)]
    return before, record(recorder, folder, tmp_path / "log", [*command, str(SAVES), variant])


def cut_often(centre: Centre, tmp_path: Path, before: dict[str, bytes], records: list[Record], cuts: int) -> Outcome:
    """Cut the power at chosen moments: any, and those around an acknowledgement, a sync, a name that comes or goes."""
    chance = random.Random(2026)
    telling = [n for n, done in enumerate(records) if done.what in "curs" or done.name == ACKNOWLEDGED]
    moments = sorted(chance.choices(range(len(records)), k=cuts // 2) + chance.choices(telling, k=cuts // 2))
    disk, acknowledged = Disk(before), ""
    lost = damaged = false_alarms = 0
    for moment, done in enumerate(records):
        disk.apply(done)
        if done.name == ACKNOWLEDGED:
            acknowledged += done.data.decode()
        for _ in range(moments.count(moment)):
            found = restart(centre, tmp_path / "restarted", disk.after_cut(chance))
            damaged += found is None
            lost += found is not None and not set(acknowledged.split()) <= found[0]
            false_alarms += found is not None and found[1]
    return Outcome(len(moments), lost, damaged, false_alarms)


def restart(centre: Centre, folder: Path, files: dict[str, bytes]) -> tuple[set[str], bool] | None:
    """Switch on again: the codes that are there, and whether a lost log is warned of; None for a damaged register."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    started = Centre(folder, centre.officers)
    try:
        with started.open() as register:
            found = set(codes(register.db))
            alarm = FindingCode.LOG_MISSING in {f.code for f in register.warnings}
        # Pages that were torn while the log was folded are whole in the log: the file itself is checked after that.
        with started.open() as register:
            assert_whole(register.db)
            assert set(codes(register.db)) == found
    except (Refused, AssertionError):
        return None
    return found, alarm


@pytest.mark.long
def test_no_acknowledged_save_is_lost_and_nothing_is_half_there(recorder: Path, centre: Centre, tmp_path: Path) -> None:
    before, records = morning(recorder, centre, tmp_path, "sound")
    synced = {done.name for done in records if done.what == "s"}
    assert {"register.db", "register.db-wal", "."} <= synced
    assert sum(done.name == ACKNOWLEDGED for done in records) == SAVES

    assert cut_often(centre, tmp_path, before, records, CUTS) == Outcome(CUTS, lost=0, damaged=0, false_alarms=0)


def test_a_register_that_does_not_wait_for_the_disk_is_caught(recorder: Path, centre: Centre, tmp_path: Path) -> None:
    """Negative control: synchronous=OFF."""
    before, records = morning(recorder, centre, tmp_path, "unsynced")
    outcome = cut_often(centre, tmp_path, before, records, CUTS_OF_CONTROLS)
    assert outcome.lost + outcome.damaged > CUTS_OF_CONTROLS // 10


def test_an_acknowledgement_before_the_commit_is_caught(recorder: Path, centre: Centre, tmp_path: Path) -> None:
    """Negative control: the officer is told inside the transaction."""
    before, records = morning(recorder, centre, tmp_path, "too_early")
    outcome = cut_often(centre, tmp_path, before, records, CUTS_OF_CONTROLS)
    assert outcome.lost > CUTS_OF_CONTROLS // 10
    assert outcome.damaged == 0

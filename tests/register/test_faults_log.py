"""A write-ahead log that somebody deleted after a power cut: told, and never told without cause."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from tests.centre import Centre
from tests.faults.receiving import intake
from tests.faults.whole import assert_whole, codes

from communedb import layout
from communedb.desk.receive import receive
from communedb.domain.finding import FindingCode
from communedb.unclean import Trace

if TYPE_CHECKING:
    from pathlib import Path

    from communedb.register import Register


def leftovers(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("register.db-*")}


def as_after_a_kill(centre: Centre, tmp_path: Path) -> Centre:
    """The register as a process leaves it that is killed at this moment: nothing is closed or folded."""
    copy = tmp_path / "killed"
    shutil.copytree(centre.folder, copy)
    killed = Centre(copy, centre.officers)
    killed.clock = centre.clock
    return killed


def warned(register: Register) -> list[FindingCode]:
    return [finding.code for finding in register.warnings]


def test_after_a_kill_everything_is_there_and_nothing_is_warned_of(centre: Centre, tmp_path: Path) -> None:
    code = centre.open().write(receive, intake(1)).code
    register = as_after_a_kill(centre, tmp_path).open()
    assert warned(register) == []
    assert codes(register.db) == [code]
    assert_whole(register.db)
    register.close()


def test_a_deleted_log_is_told_at_the_next_start(centre: Centre, tmp_path: Path) -> None:
    centre.open().write(receive, intake(1))
    killed = as_after_a_kill(centre, tmp_path)
    for name in ("register.db-wal", "register.db-shm"):
        (killed.folder / name).unlink()

    register = killed.open()
    assert warned(register) == [FindingCode.LOG_MISSING]
    assert codes(register.db) == []  # what the warning is about
    register.write(receive, intake(2))
    assert_whole(register.db)
    register.close()
    assert warned(killed.open()) == []
    killed.close()


def test_without_the_trace_the_loss_goes_unseen(
    centre: Centre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: SQLite alone opens what is left and says nothing."""
    monkeypatch.setattr(Trace, "leave", lambda _: None)
    centre.open().write(receive, intake(1))
    killed = as_after_a_kill(centre, tmp_path)
    for name in ("register.db-wal", "register.db-shm"):
        (killed.folder / name).unlink()
    register = killed.open()
    assert warned(register) == []
    assert codes(register.db) == []
    register.close()


def test_a_kill_before_anything_was_entered_warns_of_nothing(centre: Centre, tmp_path: Path) -> None:
    """The log of a session without an entry need not survive a power cut; nothing is missing then."""
    centre.open()
    killed = as_after_a_kill(centre, tmp_path)
    for name in leftovers(killed.folder):
        (killed.folder / name).unlink()
    register = killed.open()
    assert warned(register) == []
    register.close()


def test_a_clean_close_leaves_nothing_behind(centre: Centre) -> None:
    register = centre.open()
    register.write(receive, intake(1))
    assert leftovers(centre.folder) == {"register.db-wal", "register.db-shm", "register.db-open"}
    register.close()
    register.close()
    assert leftovers(centre.folder) == set()
    assert warned(centre.open()) == []


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("writes_on", [False, True])
def test_registers_open_at_once_are_closed_in_any_order_without_a_false_alarm(
    centre: Centre, first: int, writes_on: bool
) -> None:
    both = [centre.open("reception"), centre.open("administrator")]
    for number, register in enumerate(both):
        register.write(receive, intake(number))
    both[first].close()
    assert layout.database(centre.folder).with_name("register.db-wal").exists()
    if writes_on:
        both[1 - first].write(receive, intake(2))
        assert (centre.folder / "register.db-open").exists()
    both[1 - first].close()

    assert leftovers(centre.folder) == set()
    register = centre.open()
    assert warned(register) == []
    assert len(codes(register.db)) == (3 if writes_on else 2)


def test_an_app_that_only_reads_neither_leaves_nor_takes_the_trace(centre: Centre, tmp_path: Path) -> None:
    writing, reading = centre.open(), centre.open_for_reading()
    assert not (centre.folder / "register.db-open").exists()
    writing.write(receive, intake(1))
    assert len(codes(reading.db)) == 1
    reading.close()
    assert (centre.folder / "register.db-open").exists()
    killed = as_after_a_kill(centre, tmp_path)
    register = killed.open_for_reading()
    assert len(codes(register.db)) == 1
    register.close()
    assert (killed.folder / "register.db-open").exists()

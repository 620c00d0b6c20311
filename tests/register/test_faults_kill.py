"""Processes that are killed while they save: nothing acknowledged is lost, nothing is half there."""

from __future__ import annotations

import multiprocessing
import random
import sys
import time
from itertools import count
from typing import TYPE_CHECKING

from tests.centre import PASSPHRASE
from tests.faults import receiving
from tests.faults.whole import assert_whole, codes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.centre import Centre

KILLS = 64
AT_ONCE = 2

# A server that has the register's modules loaded forks the desks: each is a process of its own, and soon at work.
PROCESSES = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
PROCESSES.set_forkserver_preload([receiving.__name__])


class Desk:
    """One process that receives dossiers, and the codes that it has acknowledged."""

    def __init__(self, centre: Centre, acknowledged: Path, most: int = 0, role: str = "reception") -> None:
        acknowledged.touch()
        self._acknowledged = acknowledged
        arguments = (str(centre.folder), centre.officers[role], PASSPHRASE, str(acknowledged), str(most), "sound")
        self.process = PROCESSES.Process(target=receiving.main, args=arguments)
        self.process.start()

    def codes(self) -> list[str]:
        return self._acknowledged.read_text().split()

    def kill(self) -> list[str]:
        """Kill it in the middle of something; the codes it had acknowledged. It must not have ended by itself."""
        assert self.process.is_alive()
        self.process.kill()
        self.process.join()
        return self.codes()


def test_nothing_acknowledged_is_lost_when_processes_are_killed_while_saving(centre: Centre, tmp_path: Path) -> None:
    moments = random.Random(766)
    names = count()
    started = [Desk(centre, tmp_path / f"desk-{next(names)}") for _ in range(AT_ONCE)]
    acknowledged: list[str] = []
    for kill in range(KILLS):
        desk = started.pop(0)
        patience = time.monotonic() + 30
        while not desk.codes() and time.monotonic() < patience:
            time.sleep(0.001)
        time.sleep(moments.uniform(0, 0.02))
        acknowledged += desk.kill()
        if kill < KILLS - AT_ONCE:
            started.append(Desk(centre, tmp_path / f"desk-{next(names)}"))

    register = centre.open()
    assert register.warnings == []
    kept = codes(register.db)
    assert len(acknowledged) >= KILLS
    assert set(acknowledged) <= set(kept)
    # At most one save of each killed process was on the disk and not yet acknowledged.
    assert len(kept) <= len(acknowledged) + KILLS
    assert_whole(register.db)


def test_many_processes_that_write_at_once_all_get_their_turn(centre: Centre, tmp_path: Path) -> None:
    desks = [
        Desk(centre, tmp_path / f"desk-{n}", most=25, role=role)
        for n, role in enumerate(["reception", "administrator"] * 2)
    ]
    for desk in desks:
        desk.process.join(60)
    assert [desk.process.exitcode for desk in desks] == [0] * len(desks)

    acknowledged = [code for desk in desks for code in desk.codes()]
    register = centre.open()
    assert len(acknowledged) == 25 * len(desks)
    assert sorted(codes(register.db)) == sorted(acknowledged)
    assert_whole(register.db)
    register.close()
    assert not list(centre.folder.glob("register.db-*"))

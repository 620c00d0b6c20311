"""Registers that were restored or copied go on under a new name; if their mark was copied too, both are valid."""

from __future__ import annotations

import shutil
from itertools import permutations
from typing import TYPE_CHECKING

from tests.centre import PASSPHRASE
from tests.journal.stations import hand, segments_for, send, travelled, waiting

from communedb.desk.office import set_setting
from communedb.journal import marker, pen
from communedb.journal.apply import Outcome
from communedb.journal.conflicts import conflicts, resolve
from communedb.journal.held import held, lacking
from communedb.journal.parked import forks
from communedb.register import Register
from communedb.stores.settings import read_setting

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from tests.journal.stations import Stations


class Pc:
    """A PC with a register that can be closed, copied, set back and opened again."""

    def __init__(self, stations: Stations, name: str, top: Path) -> None:
        self._stations, self._top = stations, top
        self.register = stations.add(name)
        self.folder = self.register.folder

    def copy(self, name: str) -> Path:
        """A copy of the register as it is now, with its mark."""
        self.register.close()
        copied = self._top / name
        shutil.copytree(self.folder, copied / "register")
        shutil.copytree(marker.state_folder(), copied / "state")
        self.register = self.open(self.folder)
        return copied

    def put_back(self, copied: Path, *, whole_system: bool) -> Register:
        """Set this PC back to a copy: its register, or its whole system with the mark."""
        self.register.close()
        shutil.rmtree(self.folder)
        shutil.copytree(copied / "register", self.folder)
        if whole_system:
            shutil.rmtree(marker.state_folder())
            shutil.copytree(copied / "state", marker.state_folder())
        self.register = self.open(self.folder)
        return self.register

    def open(self, folder: Path) -> Register:
        register = Register.open(folder, self._stations.officers["administrator"], PASSPHRASE, now=self._stations.clock)
        self._stations.keep(register)
        return register


def phone(register: Register, value: str) -> None:
    register.write(set_setting, "centre_phone", value)


def exchange(*registers: Register) -> None:
    """Everybody with everybody, until nobody lacks anything."""
    for _ in range(4):
        for one in registers:
            for other in registers:
                if one is not other:
                    send(one, other)
    assert not any(lacking(one.db, held(other.db)) for one in registers for other in registers if one is not other)


def test_a_register_that_is_only_opened_again_stays_who_it_is(stations: Stations, tmp_path: Path) -> None:
    pc = Pc(stations, "counter 1", tmp_path)
    replica = pc.register.by.replica
    phone(pc.register, "0234 1")
    pc.register.freeze()

    pc.copy("backup")

    assert (pc.register.by.replica, pc.register.renewed) == (replica, False)


def test_a_restored_register_goes_on_as_a_new_replica_and_is_refilled(stations: Stations, tmp_path: Path) -> None:
    pc, hub = Pc(stations, "counter 1", tmp_path), stations.add("hub")
    replica = pc.register.by.replica
    phone(pc.register, "0234 1")
    backup = pc.copy("backup")
    phone(pc.register, "0234 2")
    send(pc.register, hub)

    restored = pc.put_back(backup, whole_system=False)
    assert restored.renewed
    assert restored.by.replica != replica
    assert read_setting(restored.db, "centre_phone") == "0234 1"
    exchange(restored, hub)

    assert read_setting(restored.db, "centre_phone") == "0234 2"
    phone(restored, "0234 3")
    exchange(restored, hub)
    assert read_setting(hub.db, "centre_phone") == "0234 3"
    assert waiting(hub) == waiting(restored) == []
    assert forks(hub.db) == []
    assert travelled(hub.db) == travelled(restored.db)


def test_a_copy_on_another_machine_is_a_new_replica_and_both_go_on(
    stations: Stations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pc, hub = Pc(stations, "counter 1", tmp_path), stations.add("hub")
    phone(pc.register, "0234 1")
    copied = pc.copy("copy")
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(marker, "_machine", lambda: "máy khác")
        other = pc.open(copied / "register")
    assert other.by.replica != pc.register.by.replica

    phone(pc.register, "0234 2")
    phone(other, "0234 3")
    exchange(hub, pc.register, other)

    assert waiting(hub) == [("setting", "value", ["0234 2", "0234 3"])]
    assert forks(hub.db) == []
    assert travelled(hub.db) == travelled(pc.register.db) == travelled(other.db)


def test_a_system_that_was_set_back_takes_a_new_name_as_soon_as_it_hears_of_its_own_lines(
    stations: Stations, tmp_path: Path
) -> None:
    pc, hub = Pc(stations, "counter 1", tmp_path), stations.add("hub")
    replica = pc.register.by.replica
    phone(pc.register, "0234 1")
    pc.register.freeze()
    whole = pc.copy("system")
    phone(pc.register, "0234 2")
    send(pc.register, hub)

    back = pc.put_back(whole, whole_system=True)
    assert back.by.replica == replica
    send(hub, back)

    assert back.renewed
    assert back.by.replica != replica
    assert read_setting(back.db, "centre_phone") == "0234 2"
    phone(back, "0234 3")
    exchange(back, hub)
    assert read_setting(hub.db, "centre_phone") == "0234 3"
    assert forks(hub.db) == []
    assert pc.open(back.folder).by.replica == back.by.replica


def forked(stations: Stations, tmp_path: Path) -> tuple[Register, Register, Register]:
    """A PC before and after it was set back with its mark, which wrote the same number twice; and a third station."""
    pc, other = Pc(stations, "counter 1", tmp_path), stations.add("counter 2")
    phone(pc.register, "0234 0")
    send(pc.register, other)
    whole = pc.copy("system")
    stations.clock.forward(minutes=1)
    phone(pc.register, "0234 1")
    pc.register.freeze()
    lost = pc.copy("lost")
    before = pc.open(lost / "register")
    back = pc.put_back(whole, whole_system=True)
    assert back.by.replica != before.by.replica
    stations.clock.forward(minutes=1)
    phone(back, "0234 2")
    back.freeze()
    return before, back, other


def test_the_same_number_with_other_bytes_is_a_fork_and_both_branches_are_valid(
    stations: Stations, tmp_path: Path
) -> None:
    before, back, other = forked(stations, tmp_path)
    segments = {s.digest: s for s in (*segments_for(before, other), *segments_for(back, other))}
    ended = []
    for order in permutations(segments.values()):
        receiver = stations.add(f"receiver {len(ended)}")
        send(other, receiver)
        outcomes = [hand(receiver, [segment])[0].outcome for segment in order]
        ended.append((waiting(receiver), [fork.number for fork in forks(receiver.db)]))
        assert outcomes.count(Outcome.FORKED) == 1

    assert all(each == ended[0] for each in ended)
    assert ended[0][0] == [("setting", "value", ["0234 1", "0234 2"])]


def test_who_saw_one_branch_has_not_seen_the_other(stations: Stations, tmp_path: Path) -> None:
    before, back, other = forked(stations, tmp_path)
    send(before, other)
    stations.clock.forward(minutes=1)
    phone(other, "0234 3")

    exchange(before, back, other)

    assert waiting(other) == [("setting", "value", ["0234 2", "0234 3"])]
    assert travelled(other.db) == travelled(back.db) == travelled(before.db)
    (conflict,) = conflicts(other.db)
    other.write(resolve, conflict.row, conflict.column, "0234 3", [(h.replica, h.number) for h in conflict.heads])
    exchange(before, back, other)
    assert waiting(back) == []
    assert travelled(other.db) == travelled(back.db) == travelled(before.db)


def test_two_copies_of_one_moment_cut_the_same_segment(stations: Stations, tmp_path: Path) -> None:
    pc, hub = Pc(stations, "counter 1", tmp_path), stations.add("hub")
    phone(pc.register, "0234 1")
    copied = pc.copy("copy")
    other = pc.open(copied / "register")
    pc.register.freeze()

    send(pc.register, hub)
    outcomes = {taken.outcome for taken in send(other, hub)}

    assert outcomes <= {Outcome.DUPLICATE}
    assert [tips for of in held(hub.db).values() for tips in of.values() if len(tips) > 1] == []
    assert pen.numbers(other.db).keys() == pen.numbers(hub.db).keys()

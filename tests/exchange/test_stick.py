"""A stick between stations: both ways at once, pulled at any moment, full, carried in any order."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.exchange.town import names, received
from tests.journal.stations import travelled

from communedb.domain.refusal import Reason, Refused
from communedb.files import atomic
from communesync.exchange import folder as folder_module
from communesync.exchange.folder import by_stick, exchanging, import_folder
from communesync.exchange.present import bundles_in, is_intact, named_digest
from communesync.keys.keyring import Keyring

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.exchange.town import Town

    from communedb.register import Register


def test_a_stick_carried_there_and_back_brings_both_ways(town: Town) -> None:
    one, two = town.counters(1, 2)
    stick = town.folder("stick")
    received(one, "Hồ Thị Sương")
    received(two, "Lê Văn Đức")

    by_stick(one, stick)
    there = by_stick(two, stick)
    back = by_stick(one, stick)

    assert there.imported.lines > 0
    assert back.imported.lines > 0
    assert names(one) == names(two) == ["Hồ Thị Sương", "Lê Văn Đức"]
    assert travelled(one.db) == travelled(two.db)


def test_a_stick_goes_on_lightly_and_is_cleaned_once_everybody_has_what_lies_on_it(town: Town) -> None:
    one, two = town.counters(1, 2)
    stick = town.folder("stick")
    received(one)
    first = by_stick(one, stick)
    again = by_stick(one, stick)
    # What lies on the stick and is intact is not written twice; only the new statement is.
    assert [written.segments for written in first.written] != [0]
    assert [written.segments for written in again.written] == [0]

    by_stick(two, stick)
    by_stick(town.counters(3)[0], stick)
    last = by_stick(one, stick)

    assert last.removed > 0
    assert len([path for path in bundles_in(stick) if path.name != last.written[0].path.name]) <= 4


def test_everything_on_a_stick_is_taken_in_whatever_its_order_and_its_names(town: Town) -> None:
    one, two = town.counters(1, 2)
    stick = town.folder("stick")
    for number in range(4):
        received(one, f"Trần Văn {number}")
        by_stick(one, stick)
    for number, path in enumerate(random.Random(4).sample(bundles_in(stick), len(bundles_in(stick)))):
        path.rename(stick / f"thư {number}.bundle")

    brought = by_stick(two, stick).imported

    assert names(two) == [f"Trần Văn {number}" for number in range(4)]
    assert not brought.refused


def test_one_damaged_bundle_stops_no_other_and_what_it_held_is_written_again(town: Town) -> None:
    one, two = town.counters(1, 2)
    stick = town.folder("stick")
    received(one, "Trần Văn 0")
    by_stick(one, stick)
    received(one, "Trần Văn 1")
    second = by_stick(one, stick).written[0].path
    content = bytearray(second.read_bytes())
    content[len(content) // 2] ^= 1
    second.write_bytes(content)

    brought = by_stick(two, stick).imported
    assert [refusal.reason for _, refusal in brought.refused] == [Reason.BUNDLE_CHANGED]
    assert names(two) == ["Trần Văn 0"]

    by_stick(one, stick)
    by_stick(two, stick)
    assert names(two) == ["Trần Văn 0", "Trần Văn 1"]


class Stick:
    """Counts what is done to files in a folder, and is pulled at one of these moments: from then on all fails."""

    def __init__(self, place: Path, at: int) -> None:
        self.place, self.at, self.done = place, at, 0

    def touch(self, path: Any) -> None:
        if Path(path).is_relative_to(self.place):
            self.done += 1
            if self.done >= self.at:
                raise OSError(5, "Input/output error")


@pytest.fixture
def pulled(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Make a stick that is pulled at its n-th write, sync, rename or removal."""
    write, publish, write_at = (
        atomic.UnfinishedFile.write,
        atomic.UnfinishedFile.publish,
        getattr(atomic.UnfinishedFile, "write_at", None),
    )
    unlink, sync = Path.unlink, atomic.sync_folder

    def pull(place: Path, at: int) -> Stick:
        stick = Stick(place, at)

        def guarded(real: Any) -> Any:
            def run(self: Any, *args: Any, **named: Any) -> Any:
                with atomic.write_faults_refused(self.path):
                    stick.touch(self.path)
                return real(self, *args, **named)

            return run

        monkeypatch.setattr(atomic.UnfinishedFile, "write", guarded(write))
        monkeypatch.setattr(atomic.UnfinishedFile, "publish", guarded(publish))
        if write_at is not None:
            monkeypatch.setattr(atomic.UnfinishedFile, "write_at", guarded(write_at))
        monkeypatch.setattr(atomic.UnfinishedFile, "discard", lambda self: self._handle.close())

        def unlinked(self: Path, **named: Any) -> None:
            stick.touch(self)
            unlink(self, **named)

        def synced(place: Path) -> None:
            stick.touch(place)
            sync(place)

        monkeypatch.setattr(Path, "unlink", unlinked)
        monkeypatch.setattr(atomic, "sync_folder", synced)
        return stick

    yield pull
    monkeypatch.undo()


def tried(register: Register, stick: Path, cancelled: Callable[[], bool] = lambda: False) -> str:
    try:
        by_stick(register, stick, cancelled=cancelled)
    except Refused as refusal:
        return refusal.reason
    except OSError:
        return "pulled"
    return ""


def test_a_stick_pulled_at_every_write_leaves_a_good_state_here_and_there(
    town: Town, pulled: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = town.counters(1, 2)
    received(one)
    whole = 0
    for at in range(1, 200):
        stick = town.folder(f"stick {at}")
        moment = pulled(stick, at)
        told = tried(one, stick)
        monkeypatch.undo()
        for path in bundles_in(stick):
            assert is_intact(path, named_digest(path)), at
        if not told:
            break
        whole += 1
        assert moment.done >= at
    assert whole > 8
    # The next stick carries everything, as if nothing had been.
    good = town.folder("good")
    by_stick(one, good)
    by_stick(two, good)
    assert names(two) == ["Hồ Thị Sương"]


def test_negative_control_without_reading_back_a_stick_that_lies_is_believed(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stick says yes to everything and keeps zeros."""
    one, _ = town.counters(1, 2)
    received(one)

    def lie(written: Any) -> None:
        written.path.write_bytes(bytes(written.size))

    real = folder_module.read_back
    monkeypatch.setattr(folder_module, "read_back", lie)
    believed = by_stick(one, town.folder("stick"))
    assert not is_intact(believed.written[0].path, believed.written[0].digest)

    def lie_then_read(written: Any) -> None:
        lie(written)
        real(written)

    monkeypatch.setattr(folder_module, "read_back", lie_then_read)
    with pytest.raises(Refused) as told:
        by_stick(one, town.folder("other"))
    assert told.value.reason is Reason.EXCHANGE_NOT_READ_BACK
    assert bundles_in(town.top / "folders" / "other") == []


@pytest.mark.skipif(os.name == "nt", reason="a limit on file size is set the POSIX way")
def test_a_full_stick_is_told_and_nothing_is_left_of_what_was_begun(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = town.counters(1, 2)
    received(one)
    stick = town.folder("stick")

    def full(self: atomic.UnfinishedFile, chunk: bytes) -> int:
        with atomic.write_faults_refused(self.path):
            raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(atomic.UnfinishedFile, "write", full)
        assert tried(one, stick) == Reason.DISK_FULL
    assert list(stick.iterdir()) == []
    by_stick(one, stick)
    by_stick(two, stick)
    assert names(two) == ["Hồ Thị Sương"]


def test_cancelled_at_any_moment_nothing_is_harmed(town: Town) -> None:
    one, two = town.counters(1, 2)
    received(one)
    stick = town.folder("stick")
    by_stick(one, stick)
    for after in range(1, 60):
        asked = iter(range(after))

        def cancelled(asked: Any = asked) -> bool:
            return next(asked, None) is None

        told = tried(two, stick, cancelled)
        assert not [path for path in stick.iterdir() if path.suffix == ".part"]
        if not told:
            break
        assert told == Reason.EXCHANGE_CANCELLED
    assert after > 2
    assert names(two) == ["Hồ Thị Sương"]


def test_a_stick_that_is_not_there_and_a_second_exchange_are_told(town: Town) -> None:
    one = town.counters(1, 2)[0]
    assert tried(one, town.top / "no stick") == Reason.EXCHANGE_FOLDER_MISSING
    with exchanging(one):
        assert tried(one, town.folder("stick")) == Reason.EXCHANGE_UNDERWAY


def test_a_station_that_was_enrolled_later_is_known_by_the_list_that_lies_beside_its_bundles(town: Town) -> None:
    two, three = town.open("counter 2"), town.open("counter 3")
    assert Keyring.load(two.db).member(three.signer.public) is None
    received(three)
    stick = town.folder("stick")
    by_stick(three, stick)
    without = town.folder("without the list")
    for path in bundles_in(stick):
        shutil.copy(path, without)

    refused = import_folder(two, without).refused
    assert [refusal.reason for _, refusal in refused] == [Reason.BUNDLE_SENDER_UNKNOWN]
    by_stick(two, stick)
    assert names(two) == ["Hồ Thị Sương"]
    # For members' eyes only.
    assert b"19867" not in (stick / "keys.age").read_bytes()

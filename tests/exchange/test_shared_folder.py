"""Counters of one centre over a shared folder: by themselves, within seconds, and whatever happens to the network."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
from tests.exchange.town import names, print_of, received
from tests.journal.stations import travelled

from communedb.domain.moment import utc_text
from communedb.domain.refusal import Reason, Refused
from communesync.exchange.freshness import freshness
from communesync.exchange.lan import LanStation, Times
from communesync.exchange.lan_loop import LanLoop
from communesync.exchange.present import bundles_in
from communesync.exchange.share import show_beacon
from communesync.keys.enrolment import join, list_in_force
from communesync.keys.keyring import Keyring
from communesync.keys.station import rotate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.exchange.town import Town

    from communedb.register import Register


class Centre:
    """Counters that take turns by hand; seconds pass when a test says so."""

    def __init__(self, share: Path, registers: Sequence[Register]) -> None:
        self.now = 1_000.0
        self.share = share
        self.registers = registers
        self.stations = [self.station(register) for register in registers]

    def station(self, register: Register) -> LanStation:
        return LanStation(register, self.share, seconds=lambda: self.now)

    def turns(self, rounds: int = 1, *, seconds: float = 4.0, but: Sequence[int] = ()) -> int:
        """So many rounds in which everybody has a turn; the bundles that were written."""
        written = 0
        for _ in range(rounds):
            self.now += seconds
            written += sum(station.turn().written for at, station in enumerate(self.stations) if at not in but)
        return written

    def bundles(self) -> list[Path]:
        return [path for place in self.share.iterdir() for path in bundles_in(place)]


def centre_of(town: Town, *numbers: int) -> Centre:
    return Centre(town.folder("share"), town.counters(*numbers))


def test_what_one_counter_saves_is_at_the_others_after_a_turn_each(town: Town) -> None:
    centre = centre_of(town, 1, 2, 3)
    centre.turns(2)
    received(centre.registers[0])

    centre.turns(1)

    assert [names(register) for register in centre.registers] == [["Hồ Thị Sương"]] * 3
    centre.turns(4)
    one, two, three = (travelled(register.db) for register in centre.registers)
    assert one == two == three


def test_bundles_are_removed_once_everybody_has_them_and_nothing_is_written_while_nothing_happens(town: Town) -> None:
    centre = centre_of(town, 1, 2)
    received(centre.registers[0])
    centre.turns(6)
    assert centre.bundles() == []
    before = {path: path.stat().st_mtime_ns for path in centre.share.rglob("*")}
    versions = [register.db.conn.execute("PRAGMA data_version").fetchone() for register in centre.registers]

    assert centre.turns(14, seconds=2.0) == 0

    assert {path: path.stat().st_mtime_ns for path in centre.share.rglob("*")} == before
    assert versions == [register.db.conn.execute("PRAGMA data_version").fetchone() for register in centre.registers]
    # The beat that says "still here" comes once a minute.
    centre.turns(10, seconds=4.0)
    beacons = [path for path in centre.share.rglob("beacon.json") if path.stat().st_mtime_ns != before[path]]
    assert len(beacons) == 2


def test_a_new_station_with_nothing_gets_everything_and_is_relayed_by_one(town: Town) -> None:
    centre = centre_of(town, 1, 2)
    for number, register in enumerate(centre.registers):
        received(register, f"Trần Văn {number}")
    centre.turns(6)
    three = town.open("counter 3")
    join(three, list_in_force(centre.registers[0].db), print_of(centre.registers[0]))
    centre.stations.append(centre.station(three))

    # A beacon tells that it has nothing; the others let the first of them send.
    written = centre.turns(6, seconds=3.0)

    assert names(three) == ["Trần Văn 0", "Trần Văn 1"]
    assert travelled(three.db) == travelled(centre.registers[0].db)
    assert written <= 6


def test_the_share_gone_is_told_work_goes_on_and_what_was_missed_comes_later(town: Town) -> None:
    centre = centre_of(town, 1, 2)
    centre.turns(2)
    away = centre.share.with_name("gone")
    centre.share.rename(away)
    received(centre.registers[0])
    with pytest.raises(Refused) as told:
        centre.turns(1)
    assert told.value.reason is Reason.EXCHANGE_FOLDER_MISSING
    assert names(centre.registers[1]) == []

    away.rename(centre.share)
    centre.turns(2)
    assert names(centre.registers[1]) == ["Hồ Thị Sương"]


def test_what_came_from_elsewhere_is_relayed_also_when_its_author_is_not_there(town: Town) -> None:
    from tests.exchange.town import send

    one, two, three = town.counters(1, 2, 3)
    received(three)
    send(three, two, town.folder("stick"))
    centre = Centre(town.folder("share"), [one, two])

    centre.turns(5)

    assert names(one) == ["Hồ Thị Sương"]


def test_each_counter_shows_how_fresh_the_others_are(town: Town) -> None:
    centre = centre_of(town, 1, 2)
    one, two = centre.registers
    centre.turns(2)
    town.clock.set("2026-11-23 09:38")
    received(one)
    centre.turns(3)

    def told() -> list[tuple[int, str, bool]]:
        heard = {key: beacon.statement for key, beacon in centre.stations[1].heard.items()}
        found = freshness(two.db, Keyring.load(two.db), heard)
        return [(each.station, utc_text(each.as_of) if each.as_of else "", each.is_complete) for each in found]

    assert told()[0] == (1, "2026-11-23T02:38:00Z", True)
    # Counter 1 has written more by now, and its lines have not come: what is here is as old as its last line.
    town.clock.set("2026-11-23 10:15")
    received(one, "Lê Văn Đức")
    centre.turns(1, but=[1])
    for path in centre.bundles():
        path.unlink()
    centre.turns(1, but=[0])
    assert told()[0] == (1, "2026-11-23T02:38:00Z", False)


def test_a_crowd_of_small_bundles_becomes_one(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from communesync.exchange import lan_outbox

    monkeypatch.setattr(lan_outbox, "MANY", 3)
    centre = centre_of(town, 1, 2)
    centre.turns(2)
    for number in range(5):
        received(centre.registers[0], f"Trần Văn {number}")
        centre.turns(1, but=[1])
    assert len(centre.bundles()) < 5
    centre.turns(1)
    assert names(centre.registers[1]) == [f"Trần Văn {number}" for number in range(5)]


def test_somebody_elses_bundle_in_a_stations_place_is_told_and_stops_nothing(town: Town) -> None:
    centre = centre_of(town, 1, 2)
    centre.turns(2)
    place = centre.share / centre.registers[0].signer.public
    (place / f"{'0' * 32}.bundle").write_bytes(b"nothing of the kind")
    received(centre.registers[0])
    centre.turns(2)
    assert names(centre.registers[1]) == ["Hồ Thị Sương"]


def test_a_beacon_with_a_day_that_there_is_not_is_no_beacon(town: Town) -> None:
    centre = centre_of(town, 1, 2)
    centre.turns(2)
    one = centre.registers[0]
    place, told = centre.share / one.signer.public, centre.stations[1].heard[one.signer.public]
    impossible = told.model_copy(
        update={"statement": told.statement.model_copy(update={"as_of": "2026-02-31T00:00:00Z"})}
    )
    show_beacon(place, impossible, one.signer)
    centre.turns(2, but=[0])
    assert centre.stations[1].heard[one.signer.public] == told


def test_a_station_with_another_key_moves_to_another_place(town: Town) -> None:
    centre = centre_of(town, 1, 2)
    one, two = centre.registers
    centre.turns(3)
    old = two.signer.public
    rotate(two)
    received(two)
    # The issuer hears of it from a bundle, its list comes back, the station changes over.
    centre.turns(6)
    assert two.signer.public != old
    received(two, "Lê Văn Đức")
    centre.turns(3)
    assert names(one) == ["Hồ Thị Sương", "Lê Văn Đức"]
    assert {place.name for place in centre.share.iterdir()} == {one.signer.public, two.signer.public}


def test_a_bundle_that_went_bad_in_the_share_is_written_anew(town: Town) -> None:
    centre = centre_of(town, 1, 2)
    centre.turns(2)
    received(centre.registers[0])
    centre.turns(3, but=[1])
    (path,) = centre.bundles()
    path.write_bytes(path.read_bytes()[:-700])
    centre.turns(1)
    assert names(centre.registers[1]) == []
    centre.turns(5, seconds=1_500)
    assert names(centre.registers[1]) == ["Hồ Thị Sương"]
    assert centre.bundles() == []


def test_rows_come_by_themselves_within_seconds_between_real_threads(town: Town) -> None:
    one, two, three = town.counters(1, 2, 3)
    share = town.folder("share")
    news = threading.Event()
    times = Times(settle=0.05, patience=0.2)
    loops = [
        LanLoop(register, share, told, poll=0.05, times=times)
        for register, told in ((one, ignore), (two, ignore), (three, lambda turn: news.set()))
    ]
    for loop in loops:
        loop.start()
    begun = time.monotonic()
    received(one)
    loops[0].wake()
    while names(three) != ["Hồ Thị Sương"] and time.monotonic() - begun < 10:
        news.wait(0.05)
        news.clear()
    assert names(three) == ["Hồ Thị Sương"]
    assert [(loop.fault, loop.odd) for loop in loops] == [(None, None)] * 3
    for register in (one, two):
        register.close()
    assert all(loop.stop(5) for loop in loops)


def test_what_the_program_fails_over_is_told_and_tried_again(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[Any] = []
    loop = LanLoop(town.counters(1, 2)[0], town.folder("share"), heard.append)
    with monkeypatch.context() as fault:
        fault.setattr(LanStation, "turn", lambda _: 1 / 0)
        assert [loop._once(), loop._once()] == [False, False]
    assert loop.fault is not None
    assert (loop.fault.reason, loop.fault.facts) == (Reason.EXCHANGE_FAILED, {"what": "ZeroDivisionError"})
    assert heard == [None]

    assert loop._once()
    assert loop.fault is None


def ignore(turn: Any) -> None:
    """Nobody looks."""

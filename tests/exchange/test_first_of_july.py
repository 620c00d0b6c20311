"""1 July 2025, the first day of the new communes: forty registers of Huế, and one hub that shows what they did.

`first_of_july.csv` has the day by hand. Quảng Điền's 83, the 11 of 12 in Hương An and in Phong Thái, and the sums of
526 and 126 are those of the day; how the rest is spread over the other communes is made up.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("fastapi")

from tests.centre import CHEAP, PASSPHRASE
from tests.hub.province import HUE, Province, print_of, push_to

from communedb.desk.act import act
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.event import EventKind
from communedb.domain.intake import Intake
from communedb.domain.officer import Role as OfficerRole
from communedb.founding import HUB_STATION, found
from communedb.register import Register
from communedb.reports.by_commune import totals
from communesync.exchange.outbox import Sending, export
from communesync.hub.logs import Log
from communesync.hub.overview import overview
from communesync.hub.service import Hub
from communesync.keys.enrolment import accept, join, list_in_force, request
from communesync.keys.keyring import Keyring
from communesync.keys.members import Role
from communesync.keys.station import ensure_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communedb.transaction import Write

DAY = date(2025, 7, 1)
QUANG_DIEN, HUONG_AN, PHONG_THAI = "19867", "20023", "19864"

Figures = dict[str, tuple[int, int]]


@pytest.fixture(scope="module")
def by_hand() -> Figures:
    """By commune: how many dossiers were received on the day, and how many of them resolved."""
    with (Path(__file__).with_name("first_of_july.csv")).open(encoding="utf-8", newline="") as file:
        return {row["unit"]: (int(row["received"]), int(row["resolved"])) for row in csv.DictReader(file)}


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Province]:
    """Huế before it opens: a place for registers, a clock, and a hub that can be served."""
    made = Province({}, tmp_path)
    made.clock.set("2025-06-30 16:00")
    yield made
    made.close()


def founded(province: Province, unit: str, station: int) -> Register:
    """A register of its own: replica, keys and first officer are nobody else's."""
    folder = province.top / unit
    who = found(
        folder, unit=unit, station=station, officer="Trần Thị Bình", roles=frozenset(OfficerRole),
        passphrase=PASSPHRASE, strength=CHEAP, now=province.clock(),
    )  # fmt: skip
    register = Register.open(folder, who.officer, PASSPHRASE, now=province.clock)
    ensure_list(register, Role.HUB if unit == HUE else Role.STATION)
    return register


def works(tx: Write, unit: str, first: int, received: int, resolved: int) -> None:
    """A part of a commune's day: so many received, and so many of those resolved."""
    for number in range(first, first + received):
        applicant = {"name": f"Công dân {number}", "id_number": f"046190{int(unit) % 1000:03}{number:03}"}
        dossier = receive(tx, Intake.model_validate({"procedure_code": "1.004873", "applicant": applicant})).dossier
        if number < first + resolved:
            act(tx, dossier, Act(kind=EventKind.DECIDED))
            act(tx, dossier, Act(kind=EventKind.RESULT_READY))


@pytest.mark.long
def test_the_hub_shows_exactly_what_forty_communes_did(province: Province, by_hand: Figures, tmp_path: Path) -> None:
    assert (len(by_hand), by_hand[QUANG_DIEN][0]) == (40, 83)
    assert by_hand[HUONG_AN] == by_hand[PHONG_THAI] == (12, 11)

    # Given forty communes, each with a register of its own, whom the hub knows.
    hub = founded(province, HUE, HUB_STATION)
    communes = {unit: founded(province, unit, 1) for unit in by_hand}
    for register in communes.values():
        accept(hub, request(register), print_of(register))
    for register in communes.values():
        join(register, list_in_force(hub.db), print_of(hub))

    # When each works through the day, and writes what the hub lacks at noon and in the evening.
    stick = tmp_path / "stick"
    stick.mkdir()
    carried: list[Path] = []
    for clock, begins in (("2025-07-01 11:30", True), ("2025-07-01 16:30", False)):
        province.clock.set(clock)
        for unit, register in communes.items():
            (received, resolved), half = by_hand[unit], by_hand[unit][0] // 2
            first = min(resolved, half)
            if begins:
                register.write(works, unit, 0, half, first)
            else:
                register.write(works, unit, half, received - half, resolved - first)
            written = export(register, Keyring.load(register.db).hub, stick, Sending(announce=True))
            carried += [bundle.path for bundle in written]

    # And all of it reaches the hub: by folder in any order and more than once, by HTTP from every other commune.
    random = Random(526)
    brought = [*carried, *random.sample(carried, 20)]
    random.shuffle(brought)
    with Hub(hub, Log(lambda _: None)) as keeping:
        assert all(keeping.bring(path).refused is None for path in brought[: len(brought) // 2])
        # The control: with half of it there, the figures are not those of the day.
        assert totals(overview(hub, DAY, DAY))["received"] < 526
        by_http = province.serve(hub)
        for register in [*communes.values()][::2]:
            assert push_to(register, by_http.address).refused == ()
        province.stop()
        assert all(keeping.bring(path).refused is None for path in brought[len(brought) // 2 :])

    # Then its report has the figures of the day, commune by commune and in all.
    shown = overview(hub, DAY, DAY)
    assert {commune.unit: (commune.received, commune.resolved) for commune in shown} == by_hand
    assert totals(shown) == {"received": 526, "resolved": 126, "resolved_late": 0, "in_progress": 400, "overdue": 0}
    assert not any(commune.silent for commune in shown)
    assert hub.db.conn.execute("SELECT count(*) FROM quarantine").fetchone() == (0,)
    assert hub.db.conn.execute("SELECT count(*) FROM journal_parked").fetchone() == (0,)
    for register in (hub, *communes.values()):
        register.close()

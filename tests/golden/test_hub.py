"""What a commune reports, the hub reports for it: the same numbers of the same dossiers, once it holds the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.centre import CHEAP, PASSPHRASE
from tests.journal.stations import send

from communedb.domain.period import parse
from communedb.founding import HUB_STATION, found
from communedb.register import Register
from communedb.reports.figures import Asked
from communedb.reports.named import report
from communedb.reports.names import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.golden.playing import Play

    from communedb.reports.figures import Figures, Row

QUANG_DIEN, HUE = "19867", "46"
PERIODS = ("2027-01", "official-2027-03", "2027-W05", "2027-01-29")


@pytest.fixture(scope="module")
def hub(golden: Play, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """The hub of Huế, after it was sent everything."""
    folder = tmp_path_factory.mktemp("hub") / "register"
    now = golden.centre.clock
    who = found(
        folder, unit=HUE, station=HUB_STATION, officer="Trần Thị Bình", passphrase=PASSPHRASE, strength=CHEAP, now=now()
    )
    with Register.open(folder, who.officer, PASSPHRASE, now=now) as register:
        send(golden.desks["leader"], register)
        yield register


@pytest.mark.parametrize("name", NAMES)
def test_each_report_is_the_same_at_the_hub(golden: Play, hub: Register, name: str) -> None:
    station = golden.desks["leader"]
    for period in map(parse, PERIODS):
        here = report(station.db, name, Asked(period, station.now(), station.calendar()))
        there = report(hub.db, name, Asked(period, hub.now(), hub.calendar(), QUANG_DIEN))

        assert _told(there) == _told(here), period.name


def test_at_the_hub_all_communes_are_this_one_and_another_has_nothing(golden: Play, hub: Register) -> None:
    period = parse("2027-01")

    every = report(hub.db, "ii06a", Asked(period, hub.now(), hub.calendar()))
    other = report(hub.db, "ii06a", Asked(period, hub.now(), hub.calendar(), "19900"))

    assert every.total is not None
    assert every.total.cells["received"] == 42
    assert other.rows == ()


def _told(figures: Figures) -> tuple[object, ...]:
    rows = (*figures.rows, *([figures.total] if figures.total else []))
    return figures.columns, [_row(row) for row in rows], figures.doubts, figures.subjects


def _row(row: Row) -> tuple[object, ...]:
    return row.key, row.heading, dict(row.cells), {name: tuple(keys) for name, keys in row.behind.items()}

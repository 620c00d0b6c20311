"""Whatever was done, each report says what a naive recount of the events says: at a station, and at the hub."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from tests.golden.any_work import AnyWork
from tests.golden.recount import Days, ii06a, lists, money
from tests.journal.stations import Stations, send

from communedb.domain.period import PeriodKind, parse, period_of
from communedb.reports.figures import Asked
from communedb.reports.named import report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from communedb.domain.period import Period
    from communedb.register import Register
    from communedb.reports.figures import Figures

SEEDS = range(3)
PERIODS = ("2027-01", "official-2027-02", "2027-01-26/2027-02-01", "2027-Q1")
_CELLS = (
    "received_online", "received_direct", "carried_over", "resolved_early", "resolved_on_time", "resolved_overdue",
    "in_progress_in_time", "in_progress_overdue",
)  # fmt: skip


@pytest.fixture
def stations(founded_centre: tuple[Path, dict[str, str]], tmp_path: Path) -> Iterator[Stations]:
    """Stations of one centre, and one that stands for the hub."""
    made = Stations(*founded_centre, tmp_path)
    yield made
    made.close()


def asked(register: Register, name: str, period: Period) -> Figures:
    return report(register.db, name, Asked(period, register.now(), register.calendar()))


@pytest.mark.parametrize("seed", SEEDS)
def test_each_number_is_that_of_a_recount_here_and_where_all_comes_together(stations: Stations, seed: int) -> None:
    one, other, hub = (stations.add(name) for name in ("one", "other", "hub"))
    work = AnyWork(seed, stations.clock)
    work.sittings(one, other)
    send(one, hub)
    send(other, hub)

    # What one station alone wrote, and what both did.
    for place, period in enumerate(map(parse, PERIODS)):
        days = Days(period.first, period.last)
        for register in (one, hub) if place == 0 else (hub,):
            figures = asked(register, "ii06a", period)
            found = {
                str(row.cells["field"]): {name: set(row.behind[name]) for name in _CELLS if row.behind.get(name)}
                for row in figures.rows
                if not row.heading
            }
            assert found == ii06a(register.db, days, register.now()), period.name
            assert not [doubt for doubt in figures.doubts if not doubt.code.startswith("period_")]
            check_lists(register, period, days)
            check_money(register, period, days)


def check_lists(register: Register, period: Period, days: Days) -> None:
    """The lists, what counts as in time, what was excused and what was handed out."""
    for name, dossiers in lists(register.db, days, register.now()).items():
        rows = [row for row in asked(register, name, period).rows if not row.heading]
        if name == "decision-766":
            rows = [row for row in rows if row.key == "2.1"]
        column = _COLUMN.get(name, "code")
        assert {key for row in rows for key in row.behind.get(column, ())} == dossiers, (name, period.name)


_COLUMN = {"decision-766": "counted", "on-time": "in_time", "by-day": "returned"}
"""The column that is recounted, where a report is no list."""


def check_money(register: Register, period: Period, days: Days) -> None:
    """What was paid by each way, paid back and let off."""
    counted = money(register.db, days)
    figures = asked(register, "payments", period)
    paid = {str(row.cells["method"]): row.cells["paid"] for row in figures.rows if not row.heading}
    total = figures.total
    assert total is not None
    assert {way: paid.get(way, 0) for way in ("cash", "transfer", "online")} == {
        way: counted[way] for way in ("cash", "transfer", "online")
    }
    assert (total.cells["refunded"], total.cells["exempted"]) == (counted["refunded"], counted["exempted"])


def test_days_add_up_to_their_month_and_what_a_month_leaves_the_next_carries_over(stations: Stations) -> None:
    station = stations.add("one")
    work = AnyWork(11, stations.clock)
    work.sittings(station)
    month = parse("2027-01")

    days = []
    day = period_of(PeriodKind.DAY, month.first)
    while day.last <= month.last:
        days.append(asked(station, "ii06a", day).total)
        day = day.next
    total = asked(station, "ii06a", month).total

    assert total is not None
    for column in ("received_online", "received_direct"):
        assert total.cells[column] == sum(int(str(one.cells[column])) for one in days if one is not None)
    for before, after in itertools.pairwise(days):
        assert before is not None
        assert after is not None
        assert set(before.behind.get("in_progress", ())) <= set(after.behind.get("carried_over", ()))

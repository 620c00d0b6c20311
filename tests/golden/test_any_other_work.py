"""Whatever was done to tasks and feedback, their reports say what a naive recount of the events says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.golden.any_other_work import AnyOtherWork
from tests.golden.recount import Days, day
from tests.golden.recount_other import tasks, voices

from communedb.domain.period import parse
from communedb.reports.figures import Asked
from communedb.reports.named import report

if TYPE_CHECKING:
    from tests.centre import Centre

PERIODS = ("2027-01", "official-2027-02", "2027-W05", "2027-01-26/2027-02-01", "2027-Q1")
_TASKS = (
    "total", "completed_on_time", "completed_late", "open_in_time", "open_overdue", "not_started",
)  # fmt: skip
_VOICES = {
    "feedback": {"new": "received", "carried_over": "carried_over", "handled": "handled", "open": "open"},
    "difficulty": {"new": "raised", "carried_over": "carried_over", "open": "open"},
}


@pytest.mark.parametrize("seed", range(3))
def test_each_number_is_that_of_a_recount(centre: Centre, seed: int) -> None:
    station = centre.open("administrator")
    AnyOtherWork(seed, centre.clock).sittings(station)

    for period in map(parse, PERIODS):
        days, asked = Days(period.first, period.last), Asked(period, station.now(), station.calendar())
        total = report(station.db, "tasks", asked).total
        assert total is not None
        found = {name: set(total.behind[name]) for name in _TASKS if total.behind[name]}
        assert found == tasks(station.db, days, day(station.now())), period.name
        for category, columns in _VOICES.items():
            figures = report(station.db, "feedback" if category == "feedback" else "difficulties", asked)
            assert figures.total is not None
            counted = voices(station.db, days, category)
            behind = figures.total.behind
            assert {name: set(behind[column]) for name, column in columns.items()} == {
                name: counted.get(name, set()) for name in columns
            }, period.name

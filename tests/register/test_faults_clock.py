"""A PC whose clock was set back: warned of, worked on, and nothing gets out of order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.faults.receiving import intake
from tests.faults.whole import assert_whole

from communedb.desk.act import act
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.finding import FindingCode
from communedb.domain.status import Status
from communedb.stores.dossier import read_dossier

if TYPE_CHECKING:
    from tests.centre import Centre


def test_a_clock_two_years_back_warns_and_the_day_goes_on(centre: Centre) -> None:
    administrator = centre.open("administrator")
    before = administrator.write(receive, intake(1))
    administrator.write(act, before.dossier, Act.model_validate({"kind": "withdrawn", "reason": "Xin rút"}))
    administrator.close()

    centre.clock.set("2024-11-23 08:00")
    register = centre.open("administrator")
    assert [(f.code, f.facts) for f in register.warnings] == [(FindingCode.CLOCK_SET_BACK, {"hours": "17520"})]
    late = [register.write(receive, intake(number)) for number in range(2, 5)]
    register.write(act, before.dossier, Act.model_validate({"kind": "noted", "text": "Đã báo công dân"}))

    found = read_dossier(register.db, before.dossier)
    assert [event.kind for event in found.events] == ["received", "withdrawn", "noted"]
    assert found.state.status is Status.WITHDRAWN
    assert found.state.findings == []
    assert len({before.code, *(received.code for received in late)}) == 4
    clocks = [
        c for (c,) in register.db.conn.execute("SELECT clock FROM journal_line WHERE scope = '19867' ORDER BY number")
    ]
    assert clocks == sorted(clocks)
    assert len(set(clocks)) >= 6  # one tick for each transaction
    assert_whole(register.db)

    centre.clock.set("2026-11-23 08:00")
    again = register.write(receive, intake(5))
    assert again.code not in {before.code, *(received.code for received in late)}


def test_a_wait_that_ends_before_it_began_ends_and_leaves_the_promise_as_it_was(centre: Centre) -> None:
    register = centre.open("administrator")
    received = register.write(receive, intake(1))
    register.write(act, received.dossier, Act.model_validate({"kind": "fee_requested", "amount": 8_000}))
    centre.clock.forward(days=-30)
    register.write(act, received.dossier, Act.model_validate({"kind": "fee_paid", "amount": 8_000}))

    state = read_dossier(register.db, received.dossier).state
    assert (state.status, state.paused, state.due_at) == (Status.RECEIVED, False, received.due_at)


@pytest.mark.parametrize(("minutes", "warned"), [(0, False), (9, False), (11, True), (60, True)])
def test_a_drift_of_minutes_is_no_clock_set_back(centre: Centre, minutes: int, warned: bool) -> None:
    register = centre.open()
    register.write(receive, intake(1))
    centre.clock.forward(minutes=-minutes)
    assert bool(register.warnings) is warned

"""What two people say of one task: a void over work, a second report of one period, and a parent with children."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from tests.tasks.test_two_stations import both, found_at, shared

from communedb.desk.task_entry import create_task
from communedb.desk.task_mend import take_back_task_step, void_task
from communedb.desk.task_reports import report_period
from communedb.desk.task_steps import complete_task, note_progress
from communedb.domain.finding import FindingCode
from communedb.domain.refusal import Reason, Refused
from communedb.domain.task import NewTask
from communedb.domain.task_event import TaskEvent, TaskKind
from communedb.domain.task_projection import project_task
from communedb.stores.task_reports import replaced_report
from communedb.stores.tasks import read_task

if TYPE_CHECKING:
    from tests.journal.stations import Stations
    from tests.tasks.conftest import Office

K = TaskKind
AT = datetime(2026, 11, 23, 1, tzinfo=UTC)
CREATED = (K.CREATED, {})
WORK = (K.COMPLETED, {})
REPORT = (K.REPORTED, {})
UNSEEN, APART = FindingCode.TASK_VOIDED_UNSEEN, FindingCode.TASK_REPORTED_APART
WEEK = "2026-W48"


def void(seen: int) -> tuple[TaskKind, dict[str, Any]]:
    return (K.VOIDED, {"seen": seen})


def report(replaces: str | None = None) -> tuple[TaskKind, dict[str, Any]]:
    return (K.REPORTED, {"replaces": replaces} if replaces else {})


@pytest.mark.parametrize(
    ("steps", "voided", "findings"),
    [
        ([CREATED, WORK, void(1)], True, []),  # whoever voided it knew that it was completed
        ([CREATED, WORK, void(0)], True, [UNSEEN]),  # completed elsewhere before, by the clock
        ([CREATED, void(0), WORK], True, [UNSEEN]),  # and after
        ([CREATED, void(0), report()], True, [UNSEEN]),
        ([CREATED, void(0), void(0)], True, []),  # two leaders agree
        ([CREATED, void(0), WORK, void(1)], True, []),  # voided again by one who knew
        ([CREATED, WORK, void(1), void(0)], True, []),  # one of two knew
        ([CREATED, void(0), (K.NOTED, {}), (K.CORRECTED, {"field": "title"})], True, []),  # no work
        ([CREATED, void(0), WORK, (K.TAKEN_BACK, "e2")], True, []),  # the work was taken back
        ([CREATED, WORK, void(0), (K.TAKEN_BACK, "e2")], False, []),  # the void was: the work stands
        ([CREATED, report(), report("e1")], False, []),  # a correction
        ([CREATED, report(), report()], False, [APART]),
        ([CREATED, report(), report("e1"), report("e1")], False, [APART]),  # two corrections of one report
        ([CREATED, report(), report(), report("e2")], False, []),  # settled by one who had read both
        ([CREATED, report(), report(), (K.TAKEN_BACK, "e1")], False, []),
    ],
)
def test_what_the_order_tells(steps: list[tuple[TaskKind, Any]], voided: bool, findings: list[FindingCode]) -> None:
    events = [
        TaskEvent(
            id=f"e{number}", kind=kind, clock=number, happened_at=AT, entered_at=AT, officer="mai",
            period=WEEK if kind is K.REPORTED else None,
            takes_back=told if isinstance(told, str) else None,
            details=told if isinstance(told, dict) else {},
        )
        for number, (kind, told) in enumerate(steps)
    ]  # fmt: skip
    state = project_task(events)
    assert (state.voided, [one.code for one in state.findings]) == (voided, findings)
    assert project_task(reversed(events)) == state


@pytest.mark.parametrize("void_first", [True, False])
def test_voided_here_while_completed_there_stays_void_and_is_listed_until_it_is_looked_at(
    stations: Stations, void_first: bool
) -> None:
    one, two, task = shared(stations)
    steps = [(one, void_task, "trùng"), (two, complete_task, "Đã xong")]
    for register, job, word in steps if void_first else steps[::-1]:
        stations.clock.forward(minutes=5)
        register.write(job, task, word)
    both(one, two)
    assert read_task(one.db, task).state.voided
    assert found_at(one, two) == [FindingCode.TASK_VOIDED_UNSEEN]

    one.write(void_task, task, "đã xem, vẫn hủy")  # whoever looked confirms it
    both(one, two)
    assert found_at(one, two) == []
    with pytest.raises(Refused) as refused:
        two.write(void_task, task, "lần nữa")
    assert refused.value.reason is Reason.TASK_VOIDED


def test_one_period_reported_at_two_stations_apart_the_later_stands_and_it_is_listed(stations: Stations) -> None:
    one, two, task = shared(stations)
    one.write(report_period, task, WEEK, "Quét 200 sổ")
    stations.clock.forward(minutes=5)
    two.write(report_period, task, WEEK, "Quét 120 sổ")
    both(one, two)
    assert read_task(one.db, task).state.reports[WEEK].text == "Quét 120 sổ"
    assert found_at(one, two) == [FindingCode.TASK_REPORTED_APART]
    one.write(report_period, task, WEEK, "Quét 320 sổ, cả hai đợt")
    both(one, two)
    assert found_at(one, two) == []


def test_a_second_report_names_the_first_and_no_work_goes_over_it_only_when_that_is_said(office: Office) -> None:
    task = office.task(code="A", reports="weekly")
    first = office.specialist.write(report_period, task, WEEK, "Quét 200 sổ").event
    second = office.leader.write(report_period, task, WEEK, "Quét 210 sổ").event
    replaced = replaced_report(office.leader.db, task, second)
    assert replaced is not None
    assert (replaced.id, replaced.reason) == (first, "Quét 200 sổ")
    assert replaced_report(office.leader.db, task, first) is None

    with pytest.raises(Refused) as refused:
        office.specialist.write(report_period, task, WEEK, "", no_work=True)
    assert refused.value.reason is Reason.TASK_REPORT_WRITTEN
    assert refused.value.facts["officer"] == "Phan Thị Mai"
    assert office.state(task).reports[WEEK].text == "Quét 210 sổ"

    office.specialist.write(report_period, task, WEEK, "", no_work=True, replace=True)
    office.specialist.write(report_period, task, WEEK, "", no_work=True)  # no work over no work asks nothing
    assert office.state(task).reports[WEEK].no_work
    assert sum(event.kind is K.REPORTED for event in read_task(office.leader.db, task).events) == 4
    assert office.state(task).findings == []


def test_a_parent_is_not_voided_over_its_children(office: Office) -> None:
    parent = office.task(code="A")
    child = office.task(code="A.1", parent=parent)
    with pytest.raises(Refused) as refused:
        office.leader.write(void_task, parent, "trùng")
    assert (refused.value.reason, refused.value.facts) == (Reason.TASK_CHILDREN_LIVE, {"codes": "A.1", "count": 1})
    assert not office.state(parent).voided
    office.leader.write(void_task, child, "trùng")
    office.leader.write(void_task, parent, "trùng")
    assert office.state(parent).voided


def test_a_child_entered_apart_below_a_task_that_was_voided_is_listed(stations: Stations) -> None:
    one, two, parent = shared(stations)
    one.write(void_task, parent, "trùng")
    two.write(create_task, NewTask(title="Quét", code="A.1", due_on=date(2026, 12, 1), parent=parent))
    two.write(note_progress, parent, 10)
    both(one, two)
    assert found_at(one, two) == [FindingCode.TASK_VOIDED_UNSEEN, FindingCode.TASK_PARENT_VOIDED]
    one.write(take_back_task_step, parent, "máy kia ghi nhầm")  # first the work that came after it,
    one.write(take_back_task_step, parent, "không trùng")  # then the void
    both(one, two)
    assert found_at(one, two) == []

"""The numbers of tasks, reports, feedback and notices on Home: a table of worked cases."""

from __future__ import annotations

from datetime import date

import pytest

from communedb.desk.notices import add_notice
from communedb.desk.task_entry import create_task
from communedb.desk.task_reports import report_period
from communedb.desk.task_steps import complete_task, note_progress
from communedb.domain.notice import NewNotice
from communedb.domain.officer import Role
from communedb.domain.task import NewTask
from communedb.reports.duties import Duties, duties

MONDAY = date(2026, 11, 23)


def numbers(register):
    return duties(register.db, register.by.officer, register.officer.roles, register.now(), register.calendar())


@pytest.fixture
def planned(centre):
    """Plan a task for an officer of the centre: `planned("specialist", due, **facts)` gives its key."""
    leader = centre.open("leader")

    def plan(role, due_on, **facts):
        new = {"title": "Rà soát thủ tục", "block": "government", "level": "province", "lead_unit": "19867"}
        new |= {
            "due_on": due_on,
            "start_on": date(2026, 11, 2),
            "responsible": centre.officers[role],
            "reports": "none",
        }
        return leader.write(create_task, NewTask.model_validate(new | facts)).task

    return plan


@pytest.mark.parametrize(
    ("due", "percent", "expected"),
    [
        # On Monday 23 November, begun on the 2nd; red: 30 points behind, or not begun 7 days before.
        (date(2026, 12, 31), 0, Duties(tasks_red=1)),  # 35 % of the time is used
        (date(2026, 12, 31), 10, Duties()),
        (date(2026, 12, 1), 70, Duties()),  # 8 days ahead
        (date(2026, 11, 30), 70, Duties(tasks_soon=1)),  # 7 days ahead
        (MONDAY, 90, Duties(tasks_soon=1)),  # today is in time
        (date(2026, 11, 20), 90, Duties(tasks_overdue=1, tasks_red=1, late=frozenset({"tasks_overdue", "tasks_red"}))),
        (None, 0, Duties()),
    ],
)
def test_given_a_task_of_mine_then_home_counts_it_where_it_belongs(centre, planned, due, percent, expected):
    specialist = centre.open("specialist")
    task = planned("specialist", due)
    if percent:
        specialist.write(note_progress, task, percent)
    late = frozenset({"tasks_red"}) if expected.tasks_red and not expected.tasks_overdue else expected.late
    assert numbers(specialist) == Duties(**vars(expected) | {"late": late})


def test_another_officers_tasks_are_the_leaders_too_and_a_finished_one_is_nobodys(centre, planned):
    task = planned("specialist", date(2026, 11, 20))
    specialist, reception, leader = (centre.open(role) for role in ("specialist", "reception", "leader"))
    assert [numbers(one).tasks_overdue for one in (specialist, reception, leader)] == [1, 0, 1]
    specialist.write(note_progress, task, 100)
    specialist.write(complete_task, task, "Đã công bố danh mục")
    assert [numbers(one) for one in (specialist, reception, leader)] == [Duties()] * 3


def test_a_weekly_report_is_owed_from_the_cut_off_before_until_it_is_there(centre, planned):
    task = planned("specialist", date(2027, 1, 29), reports="weekly", start_on=date(2026, 11, 20))
    specialist = centre.open("specialist")
    assert numbers(specialist).reports_owed == 1
    specialist.write(report_period, task, "2026-W48", "Đã rà soát 40 thủ tục")
    assert numbers(specialist).reports_owed == 0
    centre.clock.set("2026-11-27 17:00")
    assert numbers(specialist).reports_owed == 1


def test_unread_notices_are_each_officers_own(centre):
    leader, reception = centre.open("leader"), centre.open("reception")
    leader.write(add_notice, NewNotice(title="Họp giao ban", issued_on=MONDAY))
    assert (numbers(leader).notices, numbers(reception).notices, numbers(reception).newest) == (0, 1, "Họp giao ban")


def test_a_day_that_is_none_from_elsewhere_stops_nothing(centre, planned):
    planned("specialist", date(2026, 11, 20))
    register = centre.open("specialist")
    register.write(lambda tx: tx.db.conn.execute("UPDATE task_state SET due_on = 'mai', started_on = ''"))
    assert numbers(register).tasks_overdue == 0
    assert Role.SPECIALIST in register.officer.roles

"""More time: who asks, who decides, what moves the due date and what never does."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from communedb.desk.task_extension import answer_counter, ask_extension, decide_extension
from communedb.desk.task_mend import correct_task, take_back_task_step, void_task
from communedb.desk.task_steps import assign_task, complete_task, reopen_task
from communedb.domain.refusal import Reason, Refused
from communedb.domain.task_event import Extension
from communedb.domain.task_extension import Decision

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tasks.conftest import Office

    from communedb.register import Register

DUE, LATER, OTHER = date(2026, 12, 31), date(2027, 1, 31), date(2027, 1, 15)
WHY = "Máy quét hỏng, chờ tỉnh cấp máy mới"
A, R, C = Decision.APPROVE, Decision.REJECT, Decision.COUNTER


def reason_of(register: Register, job: Callable[..., Any], *args: object) -> Reason:
    with pytest.raises(Refused) as refused:
        register.write(job, *args)
    return refused.value.reason


def test_asked_and_approved_the_due_date_moves_and_the_first_one_is_kept(office: Office) -> None:
    task = office.task()
    office.specialist.write(ask_extension, task, LATER, WHY)
    asked = office.state(task)
    assert (asked.extension, asked.asked_due_on, asked.due_on) == (Extension.ASKED, LATER, DUE)

    office.leader.write(decide_extension, task, A)
    state = office.state(task)
    assert (state.due_on, state.first_due_on, state.extensions, state.extension) == (LATER, DUE, 1, Extension.NONE)


def test_rejected_with_a_reason_it_stays_and_may_be_asked_again(office: Office) -> None:
    task = office.task()
    office.specialist.write(ask_extension, task, LATER, WHY)
    assert reason_of(office.leader, decide_extension, task, R, " ") is Reason.REASON_MISSING
    office.leader.write(decide_extension, task, R, "Tỉnh không cho lùi")
    assert (office.state(task).due_on, office.state(task).extension) == (DUE, Extension.NONE)
    office.specialist.write(ask_extension, task, OTHER, WHY)
    assert office.state(task).asked_due_on == OTHER


@pytest.mark.parametrize(("accept", "due", "granted"), [(True, OTHER, 1), (False, DUE, 0)])
def test_a_counter_offer_moves_nothing_before_it_is_accepted(
    office: Office, accept: bool, due: date, granted: int
) -> None:
    task = office.task()
    office.specialist.write(ask_extension, task, LATER, WHY)
    office.leader.write(decide_extension, task, C, "Chỉ được nửa tháng", OTHER)
    assert (office.state(task).due_on, office.state(task).extension) == (DUE, Extension.COUNTERED)
    assert reason_of(office.leader, decide_extension, task, A) is Reason.COUNTER_NOT_ANSWERED
    assert reason_of(office.leader, answer_counter, task, True) is Reason.OWN_REQUEST
    assert reason_of(office.open("reception"), answer_counter, task, True) is Reason.NOT_RESPONSIBLE

    office.specialist.write(answer_counter, task, accept)
    state = office.state(task)
    assert (state.due_on, state.extensions, state.extension) == (due, granted, Extension.NONE)
    assert reason_of(office.specialist, answer_counter, task, True) is Reason.NO_COUNTER_OFFERED


def test_one_open_request_at_a_time_and_none_to_decide_where_none_was_asked(office: Office) -> None:
    task = office.task()
    assert reason_of(office.leader, decide_extension, task, A) is Reason.NO_EXTENSION_ASKED
    office.specialist.write(ask_extension, task, LATER, WHY)
    assert reason_of(office.specialist, ask_extension, task, OTHER, WHY) is Reason.EXTENSION_OPEN
    office.specialist.write(take_back_task_step, task, "nhầm ngày")
    office.specialist.write(ask_extension, task, OTHER, WHY)  # the control: taken back, it is open no more
    assert office.state(task).asked_due_on == OTHER


def test_nobody_decides_the_own_request_and_only_a_leader_decides(office: Office) -> None:
    task = office.task(responsible=office.centre.officers["leader"])
    office.leader.write(ask_extension, task, LATER, WHY)
    assert reason_of(office.leader, decide_extension, task, A) is Reason.OWN_REQUEST
    assert reason_of(office.leader, decide_extension, task, C, "", OTHER) is Reason.OWN_REQUEST
    assert reason_of(office.specialist, decide_extension, task, A) is Reason.ROLE_NOT_ALLOWED
    # Nor in another way: a correction of the date is for dates entered wrongly, and not for one's own task.
    assert reason_of(office.leader, correct_task, task, "due_on", "2026-12-31", "2027-01-31", "x") is Reason.OWN_REQUEST
    assert office.state(task).due_on == DUE
    office.open("administrator").write(decide_extension, task, A)  # the control: somebody else
    assert office.state(task).due_on == LATER


def test_only_who_is_responsible_asks(office: Office) -> None:
    task = office.task()
    assert reason_of(office.leader, ask_extension, task, LATER, WHY) is Reason.NOT_RESPONSIBLE
    assert reason_of(office.specialist, ask_extension, task, LATER, "") is Reason.REASON_MISSING
    office.leader.write(assign_task, task, office.centre.officers["leader"])
    assert reason_of(office.specialist, ask_extension, task, LATER, WHY) is Reason.NOT_RESPONSIBLE
    office.leader.write(ask_extension, task, LATER, WHY)
    nobody_s = office.task(responsible=None)
    office.open("reception").write(ask_extension, nobody_s, LATER, WHY)


def test_who_took_the_task_over_answers_the_offer(office: Office) -> None:
    task = office.task()
    office.specialist.write(ask_extension, task, LATER, WHY)
    office.leader.write(decide_extension, task, C, "", OTHER)
    office.leader.write(assign_task, task, office.centre.officers["reception"], "Dũng đi học")
    office.open("reception").write(answer_counter, task, True)
    assert office.state(task).due_on == OTHER


@pytest.mark.parametrize("new_due", [DUE, date(2026, 12, 1)])
def test_a_new_date_gives_more_time(office: Office, new_due: date) -> None:
    task = office.task()
    assert reason_of(office.specialist, ask_extension, task, new_due, WHY) is Reason.EXTENSION_NOT_LATER
    office.specialist.write(ask_extension, task, LATER, WHY)
    assert reason_of(office.leader, decide_extension, task, C, "", new_due) is Reason.EXTENSION_NOT_LATER
    assert reason_of(office.leader, decide_extension, task, C) is Reason.EXTENSION_NOT_LATER


def test_what_is_late_already_is_not_extended_into_the_past(office: Office) -> None:
    task = office.task()
    office.clock.set("2027-02-01 08:00")
    assert reason_of(office.specialist, ask_extension, task, LATER, WHY) is Reason.EXTENSION_NOT_LATER
    standing = office.task(due_on=None)
    assert reason_of(office.specialist, ask_extension, standing, date(2027, 3, 1), WHY) is Reason.TASK_WITHOUT_DUE


def test_no_more_time_for_what_is_completed_and_the_request_ends_with_it(office: Office) -> None:
    task = office.task()
    office.specialist.write(ask_extension, task, LATER, WHY)
    office.specialist.write(complete_task, task, "Đã số hóa 240 sổ")
    assert office.state(task).extension is Extension.NONE
    assert reason_of(office.leader, decide_extension, task, A) is Reason.TASK_COMPLETED
    assert reason_of(office.specialist, ask_extension, task, LATER, WHY) is Reason.TASK_COMPLETED
    office.leader.write(reopen_task, task, "Thiếu sổ năm 1998")
    office.specialist.write(ask_extension, task, LATER, WHY)
    assert office.state(task).asked_due_on == LATER


def test_a_child_never_ends_after_its_parent(office: Office) -> None:
    parent = office.task("Chuyển đổi số", code="CDS")
    with pytest.raises(Refused) as refused:
        office.task("Số hóa", parent=parent, due_on=LATER)
    assert refused.value.reason is Reason.CHILD_AFTER_PARENT
    with pytest.raises(Refused) as endless:
        office.task("Số hóa", parent=parent, due_on=None)
    assert endless.value.reason is Reason.CHILD_AFTER_PARENT
    child = office.task("Số hóa", code="SH", parent=parent)

    assert reason_of(office.specialist, ask_extension, child, LATER, WHY) is Reason.CHILD_AFTER_PARENT
    assert (
        reason_of(office.leader, correct_task, child, "due_on", "2026-12-31", "31/01/2027", "x")
        is Reason.CHILD_AFTER_PARENT
    )
    # The parent cannot end before it either.
    assert (
        reason_of(office.leader, correct_task, parent, "due_on", "2026-12-31", "30/11/2026", "x")
        is Reason.CHILDREN_AFTER_PARENT
    )
    alone = office.task("Riêng", code="R", due_on=LATER)
    assert reason_of(office.leader, correct_task, alone, "parent", "", "CDS", "x") is Reason.CHILD_AFTER_PARENT

    # The parent first, then the child: and what the parent was granted is not taken back under the child.
    office.specialist.write(ask_extension, parent, LATER, WHY)
    office.leader.write(decide_extension, parent, A)
    office.specialist.write(ask_extension, child, OTHER, WHY)
    office.leader.write(decide_extension, child, A)
    assert reason_of(office.leader, take_back_task_step, parent, "nhầm") is Reason.CHILDREN_AFTER_PARENT
    assert (office.state(parent).due_on, office.state(child).due_on) == (LATER, OTHER)


def test_a_task_that_comes_back_fits_the_one_above_it(office: Office) -> None:
    parent = office.task("Chuyển đổi số", due_on=LATER)
    child, other = (office.task("Số hóa", parent=parent, due_on=OTHER) for _ in range(2))
    office.specialist.write(complete_task, child, "Đã xong")
    office.leader.write(void_task, other, "nhập trùng")
    office.leader.write(correct_task, parent, "due_on", "2027-01-31", "31/12/2026", "Tỉnh rút ngắn")
    assert reason_of(office.leader, take_back_task_step, child, "nhầm") is Reason.CHILD_AFTER_PARENT
    assert reason_of(office.leader, reopen_task, child, "thiếu") is Reason.CHILD_AFTER_PARENT
    assert reason_of(office.leader, take_back_task_step, other, "không trùng") is Reason.CHILD_AFTER_PARENT
    office.leader.write(correct_task, parent, "due_on", "2026-12-31", "31/01/2027", "Tỉnh cho lại")
    for task in (child, other):
        office.leader.write(take_back_task_step, task, "nhầm")
        assert office.state(task).open


def test_what_was_asked_is_held_against_the_parent_again_when_it_is_decided(office: Office) -> None:
    parent = office.task("Chuyển đổi số", due_on=LATER)
    child = office.task("Số hóa", parent=parent)
    office.specialist.write(ask_extension, child, LATER, WHY)
    office.leader.write(correct_task, parent, "due_on", "2027-01-31", "15/01/2027", "Tỉnh rút ngắn")
    assert reason_of(office.leader, decide_extension, child, A) is Reason.CHILD_AFTER_PARENT
    office.leader.write(decide_extension, child, C, "", OTHER)
    office.leader.write(correct_task, parent, "due_on", "2027-01-15", "10/01/2027", "Tỉnh rút ngắn")
    assert reason_of(office.specialist, answer_counter, child, True) is Reason.CHILD_AFTER_PARENT
    assert office.state(child).due_on == DUE

"""Feedback from reception to the end: limits, waits, escalation, who may what. Every day is reckoned by hand.

Monday 23 November 2026; the 24th is a holiday.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.feedback.work import day, refused, rows_of, step, written

from communedb.desk.feedback import add_feedback
from communedb.desk.feedback_mend import correct_feedback, take_back_feedback_step, void_feedback
from communedb.domain.period import PeriodKind, period_of
from communedb.domain.refusal import Reason
from communedb.reports.figures import Asked
from communedb.reports.voices import voices
from communedb.stores.feedback import find_feedback, read_feedback

if TYPE_CHECKING:
    from tests.centre import Centre


def test_the_limits_are_reckoned_once_at_reception(centre: Centre) -> None:
    """Two, five and fifteen working days, the day of reception and the holiday not counted."""
    register = centre.open("reception")
    added = register.write(add_feedback, written())
    assert (added.code, day(added.due_at)) == ("19867.01-PA26-0001", "15/12/2026 17:30")
    state = read_feedback(register.db, added.feedback).state
    assert day(state.refuse_due_at) == "26/11/2026 17:30"
    assert day(state.ask_due_at) == "01/12/2026 17:30"
    assert state.status == "received"
    assert register.write(add_feedback, written()).code == "19867.01-PA26-0002"
    assert register.write(add_feedback, written(category="difficulty")).code == "19867.01-VM26-0001"
    assert find_feedback(register.db, " 19867.01-pa26-0001") == added.feedback


def test_while_more_is_awaited_the_limit_stands_still(centre: Centre) -> None:
    """Asked on Wednesday 25 November with 14 working days left, received on Monday 30: 14 days from there."""
    register = centre.open("specialist")
    key = register.write(add_feedback, written()).feedback
    centre.clock.set("2026-11-25 09:00")
    step(register, key, "more_asked", text="Xin cho biết mã hồ sơ trên Cổng")
    assert read_feedback(register.db, key).state.paused
    centre.clock.set("2026-11-30 10:00")
    assert day(step(register, key, "more_received", text="G09.20-20261120-0092637").due_at) == "18/12/2026 17:30"

    centre.clock.set("2026-12-18 10:00")
    answered = step(register, key, "answered", text="Lỗi đã được khắc phục")
    assert day(answered.due_at) == "22/12/2026 17:30"
    state = read_feedback(register.db, key).state
    assert (state.status, state.open, day(state.publish_due_at)) == ("answered", True, "22/12/2026 17:30")

    centre.clock.set("2026-12-21 08:00")
    assert step(register, key, "published", place="Cổng thông tin điện tử xã").due_at is None
    state = read_feedback(register.db, key).state
    assert (state.status, state.open, day(state.handled_at)) == ("published", False, "18/12/2026 10:00")

    centre.clock.set("2026-12-23 08:00")
    leader = centre.open("leader")
    # 24, 25, 28 to 31 December, then without New Year's Day to Thursday 14 January.
    assert day(step(leader, key, "reopened", text="Người dân báo lỗi lại").due_at) == "14/01/2027 17:30"
    state = read_feedback(leader.db, key).state
    assert (state.status, state.answered_at, state.handled_at) == ("processing", None, None)


def test_whoever_closes_while_more_is_awaited_ended_with_the_asking(centre: Centre) -> None:
    """The sender never answered: a wait of the sender is no delay of the office."""
    register = centre.open("specialist")
    key = register.write(add_feedback, written()).feedback
    step(register, key, "more_asked", text="Xin cho biết mã hồ sơ")
    centre.clock.set("2027-01-20 09:00")
    with refused(Reason.FEEDBACK_NEEDS_MORE):
        step(register, key, "closed")
    step(register, key, "closed", text="Quá 30 ngày người gửi không bổ sung")
    assert day(read_feedback(register.db, key).state.handled_at) == "23/11/2026 08:00"
    (row,) = rows_of(register)
    assert row.due == "early"


@pytest.mark.parametrize(
    ("at", "kind", "late"),
    [
        ("2026-11-26 17:30", "refused", False),
        ("2026-11-26 17:31", "refused", True),
        ("2026-12-01 17:30", "more_asked", False),
        ("2026-12-02 08:00", "more_asked", True),
        ("2026-12-16 08:00", "noted", False),
    ],
)
def test_a_limit_that_has_passed_warns_and_never_blocks(centre: Centre, at: str, kind: str, late: bool) -> None:
    """Refusing has 2 working days, asking for more 5."""
    register = centre.open("specialist")
    key = register.write(add_feedback, written()).feedback
    centre.clock.set(at)
    assert bool(step(register, key, kind, text="Không thuộc thẩm quyền").findings) is late


@pytest.mark.parametrize(
    ("kind", "given", "allowed"),
    [
        ("assigned", {"to_officer": "specialist"}, {"leader"}),
        ("refused", {"text": "Không rõ nội dung"}, {"specialist", "leader"}),
        ("more_asked", {"text": "Mã hồ sơ nào?"}, {"reception", "specialist", "leader"}),
        ("answered", {"text": "Đã sửa"}, {"specialist", "leader"}),
        ("closed", {"text": "Trùng với phản ánh trước"}, {"specialist", "leader"}),
        ("escalated", {"text": "Lỗi của Cổng", "level": "province"}, {"leader"}),
        ("noted", {"text": "Đã gọi lại"}, {"reception", "specialist", "leader"}),
    ],
)
@pytest.mark.parametrize("role", ["reception", "specialist", "leader"])
def test_the_register_asks_for_the_role(
    centre: Centre, kind: str, given: dict[str, str], allowed: set[str], role: str
) -> None:
    """Whoever may not is refused, and nothing is written; a specialist takes what nobody has only for himself."""
    register = centre.open(role)
    key = register.write(add_feedback, written()).feedback
    if "to_officer" in given:
        given = {"to_officer": centre.officers[given["to_officer"]]}
        allowed = allowed | {"specialist"}
    if role in allowed:
        step(register, key, kind, **given)
    else:
        with refused(Reason.ROLE_NOT_ALLOWED):
            step(register, key, kind, **given)
        assert len(read_feedback(register.db, key).events) == 1


def test_a_specialist_takes_what_nobody_has_and_the_leader_assigns(centre: Centre) -> None:
    """What a colleague has is not taken away, not even by another specialist."""
    specialist, leader = centre.open("specialist"), centre.open("leader")
    key = leader.write(add_feedback, written()).feedback
    with refused(Reason.FEEDBACK_NOT_YOURS_TO_ASSIGN):
        step(specialist, key, "assigned", to_officer=centre.officers["reception"])
    step(specialist, key, "assigned", to_officer=centre.officers["specialist"])
    step(leader, key, "assigned", to_officer=centre.officers["reception"])
    with refused(Reason.FEEDBACK_NOT_YOURS_TO_ASSIGN):
        step(specialist, key, "assigned", to_officer=centre.officers["specialist"])
    assert read_feedback(leader.db, key).state.holder == centre.officers["reception"]


def test_what_concerns_conduct_is_decided_by_the_leader(centre: Centre) -> None:
    """Nobody answers a complaint about a colleague but the leader; another kind is the control."""
    specialist = centre.open("specialist")
    about_conduct = specialist.write(add_feedback, written(kind="conduct")).feedback
    other = specialist.write(add_feedback, written()).feedback
    with refused(Reason.ROLE_NOT_ALLOWED):
        step(specialist, about_conduct, "answered", text="Đã nhắc nhở")
    step(specialist, other, "answered", text="Đã sửa")
    step(centre.open("leader"), about_conduct, "answered", text="Đã nhắc nhở")


def test_escalating_makes_feedback_of_its_own_for_the_higher_level(centre: Centre) -> None:
    """Own code, own limits, each points at the other; the sender is still answered here."""
    leader = centre.open("leader")
    first = leader.write(add_feedback, written()).feedback
    centre.clock.set("2026-11-25 09:00")
    with refused(Reason.FEEDBACK_LEVEL_NOT_HIGHER):
        step(leader, first, "escalated", text="Lỗi của Cổng", level="commune")
    made = step(leader, first, "escalated", text="Lỗi của Cổng", level="province").escalated
    assert made is not None
    assert (made.code, day(made.due_at)) == ("19867.01-PA26-0002", "16/12/2026 17:30")
    second = read_feedback(leader.db, made.feedback)
    assert (second.row["level"], second.row["escalated_from"]) == ("province", first)
    assert second.row["content"] == written().content
    state = read_feedback(leader.db, first).state
    assert (state.escalated_to, state.open, day(state.handle_due_at)) == ([made.feedback], True, "15/12/2026 17:30")
    with refused(Reason.FEEDBACK_ALREADY_ESCALATED):
        step(leader, first, "escalated", text="Lần nữa", level="central")
    november = period_of(PeriodKind.MONTH, date(2026, 11, 25))
    assert [one.feedback for one in voices(leader.db, Asked(november, leader.now(), leader.calendar()))] == [first]

    leader.write(take_back_feedback_step, first, "Cổng đã hết lỗi")
    assert read_feedback(leader.db, made.feedback).state.voided
    again = step(leader, first, "escalated", text="Lại lỗi", level="central").escalated
    assert again is not None
    assert again.code == "19867.01-PA26-0003"


def test_a_difficulty_has_a_group_and_is_resolved_or_not(centre: Centre) -> None:
    """No limit by law; it is resolved, never answered or published."""
    leader = centre.open("leader")
    given = {
        "category": "difficulty",
        "topic": "Thể chế",
        "source": "ministry",
        "sender_name": None,
        "sender_phone": None,
    }
    key = leader.write(add_feedback, written(**given)).feedback
    with refused(Reason.FEEDBACK_STEP_NOT_ALLOWED):
        step(leader, key, "answered", text="Đã hướng dẫn")
    assert rows_of(leader, topic="Thể chế", open_only=True)[0].due_at is None
    step(leader, key, "resolved", text="Bộ đã ban hành thông tư")
    (row,) = rows_of(leader, category="difficulty")
    assert (row.status, row.open, row.resolved_at) == ("resolved", 0, "2026-11-23T01:00:00Z")
    step(leader, key, "reopened", text="Thông tư còn thiếu biểu mẫu")
    assert rows_of(leader, category="difficulty")[0].resolved_at is None


def test_mistakes_are_mended_and_nothing_is_erased(centre: Centre) -> None:
    """Corrected with old and new value, taken back, voided: the code stays used."""
    register = centre.open("reception")
    key = register.write(add_feedback, written()).feedback
    with refused(Reason.CHANGED_MEANWHILE):
        register.write(correct_feedback, key, "sender_name", "Trần Phúc", "Trần Văn Phước", "Ghi nhầm tên")
    with refused(Reason.PHONE_LENGTH):
        register.write(correct_feedback, key, "sender_phone", "0905123456", "09051", "Ghi nhầm số")
    with refused(Reason.FEEDBACK_SENDER_MISSING):
        register.write(correct_feedback, key, "sender_name", "Trần Văn Phúc", None, "Bỏ tên")
    register.write(correct_feedback, key, "sender_name", "Trần Văn Phúc", "Trần Văn Phước", "Ghi nhầm tên")
    assert read_feedback(register.db, key).events[-1].details == {
        "field": "sender_name", "old": "Trần Văn Phúc", "new": "Trần Văn Phước",
    }  # fmt: skip
    assert [row.key for row in rows_of(register, text="phuoc loi 500")] == [key]
    step(register, key, "more_asked", text="Mã hồ sơ?")
    with refused(Reason.TAKE_BACK_NOT_ALLOWED):
        centre.open("specialist").write(take_back_feedback_step, key, "Không cần hỏi")
    register.write(take_back_feedback_step, key, "Không cần hỏi")
    assert not read_feedback(register.db, key).state.paused
    register.write(void_feedback, key, "Nhập hai lần")
    with refused(Reason.FEEDBACK_VOIDED):
        step(register, key, "noted", text="Ghi thêm")
    assert rows_of(register) == []
    assert [row.code for row in rows_of(register, voided=True)] == ["19867.01-PA26-0001"]
    assert register.write(add_feedback, written()).code == "19867.01-PA26-0002"

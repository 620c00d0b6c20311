"""Feedback from reception to the end: limits, waits, escalation, who may what. Every day is reckoned by hand.

Monday 23 November 2026; the 24th is a holiday.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from communedb.desk.feedback import act_on_feedback, add_feedback
from communedb.desk.feedback_mend import correct_feedback, take_back_feedback_step, void_feedback
from communedb.domain.feedback import FeedbackAct, NewFeedback
from communedb.domain.feedback_filter import FeedbackFilter
from communedb.domain.moment import local
from communedb.domain.refusal import Reason, Refused
from communedb.stores.feedback import find_feedback, read_feedback
from communedb.stores.feedback_list import feedback_rows

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.desk.feedback import FeedbackDone
    from communedb.register import Register
    from tests.centre import Centre


def written(**facts: Any) -> NewFeedback:
    """What Mr Trần Văn Phúc wrote about the civil-status software."""
    given = {
        "kind": "software_error",
        "content": "Nộp hồ sơ khai sinh trên Cổng dịch vụ công báo lỗi 500, ba ngày chưa nộp được.",
        "sender_name": "Trần Văn Phúc",
        "sender_phone": "0905 123 456",
    }
    return NewFeedback.model_validate(given | facts)


def step(register: Register, key: str, kind: str, **more: Any) -> FeedbackDone:
    """One step by the officer of this register."""
    return register.write(act_on_feedback, key, FeedbackAct.model_validate({"kind": kind, **more}))


def day(at: datetime | None) -> str:
    """An instant as the desk says it."""
    return f"{local(at):%d/%m/%Y %H:%M}" if at else ""


def refused(reason: Reason) -> Any:
    """The block is refused for this reason."""
    return pytest.raises(Refused, match=f"^{reason.value}\\(")


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

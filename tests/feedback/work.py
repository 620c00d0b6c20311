"""What the stories of feedback have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from communedb.desk.feedback import act_on_feedback
from communedb.domain.feedback import FeedbackAct, NewFeedback
from communedb.domain.feedback_filter import FeedbackFilter
from communedb.domain.moment import local
from communedb.domain.refusal import Refused
from communedb.stores.feedback_list import feedback_rows

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.desk.feedback import FeedbackDone
    from communedb.domain.refusal import Reason
    from communedb.register import Register


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


def rows_of(register: Register, **wanted: Any) -> list[Any]:
    """The list by a filter, now."""
    return feedback_rows(register.db, FeedbackFilter.model_validate(wanted), register.now(), register.calendar())

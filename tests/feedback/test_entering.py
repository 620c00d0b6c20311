"""Entering feedback: what cannot be, and how the list is filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.feedback.work import refused, rows_of, written

from communedb.desk.feedback import add_feedback
from communedb.domain.refusal import Reason

if TYPE_CHECKING:
    from tests.centre import Centre


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"content": "  "}, Reason.FEEDBACK_CONTENT_MISSING),
        ({"sender_name": None}, Reason.FEEDBACK_SENDER_MISSING),
        ({"anonymous": True}, Reason.FEEDBACK_ANONYMOUS_NAMED),
        ({"subject_kind": "dossier"}, Reason.FEEDBACK_SUBJECT_MISSING),
        ({"subject": "1.001193"}, Reason.FEEDBACK_SUBJECT_MISSING),
        ({"subject_kind": "dossier", "subject": "không có"}, Reason.FEEDBACK_SUBJECT_UNKNOWN),
        ({"subject_kind": "procedure", "subject": "9.999999"}, Reason.FEEDBACK_SUBJECT_UNKNOWN),
        ({"sender_phone": "12"}, Reason.PHONE_PREFIX_UNKNOWN),
        ({"content": "a" * 2_001}, Reason.TEXT_TOO_LONG),
        ({"received_at": "2026-11-23T08:01:00+07:00"}, Reason.RECEPTION_IN_FUTURE),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(centre: Centre, facts: dict[str, Any], reason: Reason) -> None:
    """Every refusal names its reason; a procedure that is there is the control."""
    register = centre.open("reception")
    with refused(reason):
        register.write(add_feedback, written(**facts))
    assert rows_of(register) == []
    register.write(add_feedback, written(subject_kind="procedure", subject="1.001193"))
    assert [row.subject for row in rows_of(register, subject="1.001193")] == ["1.001193"]


@pytest.mark.parametrize(
    ("now", "due", "shown"),
    [
        ("2026-12-11 09:00", "overdue", 0),
        ("2026-12-14 09:00", "soon", 1),
        ("2026-12-15 17:30", "today", 1),
        ("2026-12-15 17:31", "overdue", 1),
    ],
)
def test_the_list_filters_by_how_the_limit_stands(centre: Centre, now: str, due: str, shown: int) -> None:
    """Due on 15 December 17:30; compared to the minute as dossiers are."""
    register = centre.open("reception")
    register.write(add_feedback, written())
    centre.clock.set(now)
    assert len(rows_of(register, due=due)) == shown

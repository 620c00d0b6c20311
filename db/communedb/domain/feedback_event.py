"""What happens to feedback and to difficulties: events are only ever added."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from communedb.domain.happening import Happening


class FeedbackEventKind(StrEnum):
    """The kinds of event in the life of feedback."""

    RECEIVED = "received"
    ASSIGNED = "assigned"
    REFUSED = "refused"
    MORE_ASKED = "more_asked"
    MORE_RECEIVED = "more_received"
    ANSWERED = "answered"
    PUBLISHED = "published"
    RESOLVED = "resolved"
    CLOSED = "closed"
    REOPENED = "reopened"
    ESCALATED = "escalated"
    NOTED = "noted"
    CORRECTED = "corrected"
    TAKEN_BACK = "taken_back"
    VOIDED = "voided"


class FeedbackEvent(Happening):
    """One event of feedback; `due_at` is set where it changed what is owed next.

    For an answer that is the day by which it has to be published, for everything else the day by which to answer.
    """

    kind: FeedbackEventKind
    due_at: datetime | None = None
    due_expected: bool = False

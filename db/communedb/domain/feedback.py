"""Feedback of citizens, enterprises and offices, and difficulties of tasks: what is entered and how it is sorted."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator

from communedb.domain.feedback_event import FeedbackEventKind
from communedb.domain.intake import Line, Moment, Prose
from communedb.domain.phone import parse_phone
from communedb.domain.refusal import Reason, Refused


class Category(StrEnum):
    """What somebody wrote (phản ánh, kiến nghị), or what is in the way of a task (khó khăn, vướng mắc)."""

    FEEDBACK = "feedback"
    DIFFICULTY = "difficulty"


class FeedbackKind(StrEnum):
    """What it is about."""

    SOFTWARE_ERROR = "software_error"
    LOST_EXCHANGE = "lost_exchange"
    UNCLEAR_LAW = "unclear_law"
    STAFFING = "staffing"
    EQUIPMENT_NETWORK = "equipment_network"
    AGENCY_DELAY = "agency_delay"
    CONDUCT = "conduct"
    OTHER = "other"


class Source(StrEnum):
    """From whom it comes; the last three are those whose difficulties are counted apart."""

    CITIZEN = "citizen"
    ENTERPRISE = "enterprise"
    OFFICE = "office"
    LOCALITY = "locality"
    DEPARTMENT = "department"
    MINISTRY = "ministry"


class SubjectKind(StrEnum):
    """What it is linked to: a dossier or task by its key, a procedure by its code."""

    NONE = "none"
    DOSSIER = "dossier"
    PROCEDURE = "procedure"
    TASK = "task"


class Level(StrEnum):
    """Who has to deal with it, from below."""

    COMMUNE = "commune"
    PROVINCE = "province"
    CENTRAL = "central"

    def is_above(self, other: Level) -> bool:
        """Whether this level is higher than the other."""
        levels = list(Level)
        return levels.index(self) > levels.index(other)


def _phone(value: str | None) -> str | None:
    try:
        return parse_phone(value) if value and value.strip() else None
    except Refused as refusal:
        raise Refused(refusal.reason, **refusal.facts | {"field": "sender_phone"}) from refusal


class NewFeedback(BaseModel):
    """What an officer enters; also the JSON that `feedback add` takes.

    `topic` is the group that a difficulty is counted in. `received_at` is the real time when it is not now. Refused:
    FEEDBACK_CONTENT_MISSING, FEEDBACK_SENDER_MISSING, FEEDBACK_ANONYMOUS_NAMED, FEEDBACK_SUBJECT_MISSING.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    category: Category = Category.FEEDBACK
    kind: FeedbackKind = FeedbackKind.OTHER
    topic: Line = ""
    source: Source = Source.CITIZEN
    content: Prose
    anonymous: bool = False
    sender_name: Line | None = None
    sender_phone: Annotated[Line | None, AfterValidator(_phone)] = None
    sender_email: Line | None = None
    sender_address: Line | None = None
    subject_kind: SubjectKind = SubjectKind.NONE
    subject: Line | None = None
    level: Level = Level.COMMUNE
    received_at: Moment | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if not self.content:
            raise Refused(Reason.FEEDBACK_CONTENT_MISSING, field="content")
        named = any((self.sender_name, self.sender_phone, self.sender_email, self.sender_address))
        if self.anonymous and named:
            raise Refused(Reason.FEEDBACK_ANONYMOUS_NAMED, field="anonymous")
        if self.category is Category.FEEDBACK and not self.anonymous and not self.sender_name:
            raise Refused(Reason.FEEDBACK_SENDER_MISSING, field="sender_name")
        if (self.subject_kind is SubjectKind.NONE) is not (not self.subject):
            raise Refused(Reason.FEEDBACK_SUBJECT_MISSING, field="subject")
        return self


class FeedbackAct(BaseModel):
    """One step by an officer, also the JSON that `feedback act` takes; which fields it needs is in `feedback_steps`.

    `text` is the answer, the reason, or what is asked for; `place` is where an answer was published; `level` is to
    whom it is escalated. `happened_at` is the real time when it is not now.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: FeedbackEventKind
    text: Prose = ""
    to_officer: Line | None = None
    place: Line = ""
    level: Level | None = None
    happened_at: Moment | None = None

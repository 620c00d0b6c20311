"""Which feedback a list shows."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict

from communedb.domain.dossier_filter import DueFilter
from communedb.domain.feedback import Category, FeedbackKind, Level, Source
from communedb.domain.feedback_steps import FeedbackStatus


class FeedbackFilter(BaseModel):
    """What a list shows: every condition that is set must hold.

    `text` is what the officer typed, words in any order, marks or none. `officer` is who has it, `unassigned` what
    nobody has yet. `subject` is the key of a dossier or task, or a procedure's code. Voided ones are shown only where
    asked for.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    text: str = ""
    category: Category | None = None
    statuses: tuple[FeedbackStatus, ...] = ()
    due: DueFilter | None = None
    open_only: bool = False
    unassigned: bool = False
    kind: FeedbackKind | None = None
    source: Source | None = None
    topic: str | None = None
    level: Level | None = None
    officer: str | None = None
    subject: str | None = None
    received_from: date | None = None
    received_to: date | None = None
    voided: bool = False

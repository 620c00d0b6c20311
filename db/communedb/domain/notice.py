"""Notices and directives: what an office was told from above, and who of its officers has read it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationInfo, model_validator

from communedb.domain.intake import Line, Prose
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import bounded, clean

BODY_LIMIT: Final = 20_000
"""Characters of a notice: a directive of several pages."""


class NoticeKind(StrEnum):
    """What is only to be known, and what is to be done."""

    NOTICE = "notice"
    DIRECTIVE = "directive"


def paragraphs(text: str, limit: int = BODY_LIMIT) -> str:
    """Text of several lines as the register keeps it: each line clean, never two empty ones. Refused: TEXT_TOO_LONG."""
    kept: list[str] = []
    for line in bounded(text, limit * 4).splitlines():
        words = clean(line)
        if words or (kept and kept[-1]):
            kept.append(words)
    return bounded("\n".join(kept).strip("\n"), limit)


def _body(value: str, info: ValidationInfo) -> str:
    try:
        return paragraphs(value)
    except Refused as refusal:
        raise Refused(refusal.reason, **refusal.facts | {"field": info.field_name}) from refusal


class NewNotice(BaseModel):
    """A notice as it is entered, here or at the hub; `issued_by` is who sent it, `number` that of the paper.

    `due_on` is the day by which something has to be done. Refused: NOTICE_TITLE_MISSING, NOTICE_DUE_BEFORE_ISSUED.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: Line = ""
    kind: NoticeKind = NoticeKind.NOTICE
    title: Prose
    body: Annotated[str, AfterValidator(_body)] = ""
    issued_by: Line = ""
    issued_on: date
    due_on: date | None = None

    @model_validator(mode="after")
    def _makes_sense(self) -> NewNotice:
        if not self.title:
            raise Refused(Reason.NOTICE_TITLE_MISSING, field="title")
        if self.due_on is not None and self.due_on < self.issued_on:
            raise Refused(Reason.NOTICE_DUE_BEFORE_ISSUED, field="due_on", issued=self.issued_on, due=self.due_on)
        return self

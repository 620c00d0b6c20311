"""Help by the Community Digital Technology Team: what its log holds of each time."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict

from communedb.domain.intake import Line, Prose
from communedb.domain.refusal import Reason, Refused

MOST_PEOPLE: Final = 5_000
"""People helped at one time: a campaign in a hall; more is a slip of the finger."""


class SupportKind(StrEnum):
    """What people were helped with."""

    FILING = "filing"
    IDENTITY = "identity"
    PAYMENT = "payment"
    SIGNATURE = "signature"
    SKILLS = "skills"
    SAFETY = "safety"
    OTHER = "other"


class NewSupport(BaseModel):
    """One time of help as it is entered; `filed_online` says that a procedure was filed online with that help."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    helped_on: date
    kind: SupportKind = SupportKind.FILING
    people: int = 1
    procedure_code: Line = ""
    procedure_name: Line = ""
    filed_online: bool = False
    place: Line = ""
    helper: Line
    note: Prose = ""

    def check(self, today: date) -> None:
        """Refused: SUPPORT_DAY_IN_FUTURE, SUPPORT_PEOPLE_OUT_OF_RANGE, SUPPORT_HELPER_MISSING."""
        if self.helped_on > today:
            raise Refused(Reason.SUPPORT_DAY_IN_FUTURE, field="helped_on", day=self.helped_on)
        if not 1 <= self.people <= MOST_PEOPLE:
            raise Refused(Reason.SUPPORT_PEOPLE_OUT_OF_RANGE, field="people", people=self.people, most=MOST_PEOPLE)
        if not self.helper:
            raise Refused(Reason.SUPPORT_HELPER_MISSING, field="helper")

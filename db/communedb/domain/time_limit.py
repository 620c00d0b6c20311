"""How long a procedure may take."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict, model_validator

from communedb.domain.refusal import Reason, Refused


class LimitUnit(StrEnum):
    """What a time limit is counted in."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    HOUR = "hour"
    SAME_DAY = "same_day"


# The longest real limits are some hundred days: more is a slip of the finger or of a spreadsheet.
LONGEST = MappingProxyType(
    {LimitUnit.WORKING_DAY: 1_000, LimitUnit.CALENDAR_DAY: 1_000, LimitUnit.HOUR: 8_000, LimitUnit.SAME_DAY: 1}
)
"""The greatest amount per unit; "same day" is always 1."""


class TimeLimit(BaseModel):
    """One limit of a procedure or of one of its stages; `label` says for which case it holds.

    Hours are working hours, eight to a working day. Refused with TIME_LIMIT_OUT_OF_RANGE below 1 or above `LONGEST`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    amount: int
    unit: LimitUnit
    label: str = ""

    @model_validator(mode="after")
    def _in_range(self) -> TimeLimit:
        longest = LONGEST[self.unit]
        if not 1 <= self.amount <= longest:
            raise Refused(Reason.TIME_LIMIT_OUT_OF_RANGE, amount=self.amount, unit=self.unit.value, longest=longest)
        return self

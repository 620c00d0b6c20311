"""What the rules point out without ever blocking the officer."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class FindingCode(StrEnum):
    """What was noticed; the app holds the words for each."""

    ID_NUMBER_SEX_DIFFERS = "id_number_sex_differs"


class Finding(BaseModel):
    """One thing worth a second look; `facts` fill its message."""

    model_config = ConfigDict(frozen=True)

    code: FindingCode
    facts: dict[str, str] = {}

"""What an officer enters at reception; also the JSON that `dossier receive` takes."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from communedb.domain.channel import Channel
from communedb.domain.deadlines import TimeLimit
from communedb.domain.fees import FeeLine
from communedb.domain.identity import Sex
from communedb.domain.procedure import CopyKind
from communedb.domain.text import bounded

LONG = 2_000
SHORT = 200


def _text(limit: int) -> AfterValidator:
    return AfterValidator(lambda value: bounded(value, limit))


Line = Annotated[str, _text(SHORT)]
Prose = Annotated[str, _text(LONG)]


class ApplicantKind(StrEnum):
    """Whom a dossier is for (đối tượng); the national codes are 0, 1, 2."""

    CITIZEN = "citizen"
    ENTERPRISE = "enterprise"
    HOUSEHOLD_BUSINESS = "household_business"


class PaperState(StrEnum):
    """Whether a paper of the checklist was handed in."""

    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "not_applicable"


class ReturnMethod(StrEnum):
    """How the result reaches the citizen."""

    COUNTER = "counter"
    POST = "post"
    ONLINE = "online"


class _Entered(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Applicant(_Entered):
    """The person or body that the dossier is for; `birth` is a full or partial date, `unit` a unit's code."""

    kind: ApplicantKind = ApplicantKind.CITIZEN
    name: Line
    sex: Sex | None = None
    birth: str | None = Field(default=None, pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
    id_number: Line | None = None
    old_id_number: Line | None = None
    phone: Line | None = None
    email: Line | None = None
    unit: str | None = Field(default=None, pattern=r"^\d{2,5}$")
    address: Line | None = None


class Submitter(_Entered):
    """Somebody who hands in for the applicant, and by what right."""

    name: Line
    id_number: Line | None = None
    phone: Line | None = None
    relation: Line | None = None


class PaperEntry(_Entered):
    """One line of the checklist."""

    name: Prose
    state: PaperState
    copy_kind: CopyKind = CopyKind.ORIGINAL
    quantity: int = Field(default=1, ge=0, le=9_999)
    condition: Prose | None = None
    note: Prose | None = None


class TypedProcedure(_Entered):
    """A procedure that is not in the list: to be matched with the catalogue later."""

    name: Line
    field: Line = ""
    limit: TimeLimit | None = None


class OutsideCode(_Entered):
    """A code that another system gave the same dossier."""

    system: Line
    code: Line


class Intake(_Entered):
    """Everything that reception enters; what is left out takes the desk's defaults.

    `procedure_code` names a procedure of the catalogue (its version of the day of reception), or `procedure` is typed.
    `limit` picks one of the procedure's time limits by its place in the list, 0 by default; `typed_limit` overrides it.
    `received_at` is the real time of reception when it is not now. `unchecked` names the fields that a scanner filled
    and nobody has looked at.
    """

    procedure_code: str | None = None
    procedure: TypedProcedure | None = None
    limit: int = Field(default=0, ge=0)
    typed_limit: TimeLimit | None = None
    applicant: Applicant
    submitter: Submitter | None = None
    content: Prose = ""
    papers: tuple[PaperEntry, ...] = ()
    fee: tuple[FeeLine, ...] | None = None
    channel: Channel = Channel.COUNTER
    sets: int = Field(default=1, ge=1, le=99)
    reception_place: str | None = None
    official_place: str | None = None
    competent_agency: Line | None = None
    return_method: ReturnMethod = ReturnMethod.COUNTER
    outside_codes: tuple[OutsideCode, ...] = ()
    unchecked: tuple[str, ...] = ()
    note: Prose = ""
    received_at: datetime | None = None
    person: str | None = None
    draft: str | None = None

    @model_validator(mode="after")
    def _one_procedure(self) -> Self:
        if (self.procedure_code is None) == (self.procedure is None):
            msg = "give either procedure_code or procedure"
            raise ValueError(msg)
        return self

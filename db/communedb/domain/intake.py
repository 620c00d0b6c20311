"""What an officer enters at reception; also the JSON that `dossier receive` takes."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, model_validator

from communedb.domain.birth import parse_birth
from communedb.domain.channel import Channel
from communedb.domain.deadlines import TimeLimit
from communedb.domain.fees import FeeLine
from communedb.domain.identity import Sex, id_findings, parse_id_number
from communedb.domain.moment import VIETNAM, local
from communedb.domain.procedure import CopyKind
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communedb.domain.finding import Finding

LONG = 2_000
SHORT = 200


@contextmanager
def _naming(info: ValidationInfo) -> Iterator[None]:
    """A refusal of what was entered tells in which field."""
    try:
        yield
    except Refused as refusal:
        facts = refusal.facts | ({"field": info.field_name} if info.field_name else {})
        raise Refused(refusal.reason, **facts) from refusal


def _text(limit: int) -> AfterValidator:
    def check(value: str, info: ValidationInfo) -> str:
        with _naming(info):
            return clean(value, limit)

    return AfterValidator(check)


def _moment(value: datetime, info: ValidationInfo) -> datetime:
    with _naming(info):
        aware = value.replace(tzinfo=VIETNAM) if value.tzinfo is None else value
        try:
            kept = local(aware)
        except OverflowError:
            raise Refused(Reason.DATE_IMPOSSIBLE, typed=str(value)) from None
        if not _FIRST_YEAR <= kept.year <= _LAST_YEAR:
            raise Refused(Reason.DATE_IMPOSSIBLE, typed=str(value))
        return aware


def _birth(value: str | None, info: ValidationInfo) -> str | None:
    with _naming(info):
        return parse_birth(value).text if value and value.strip() else None


def _id_number(value: str | None, info: ValidationInfo) -> str | None:
    """A citizen's number has the shape of an ID card's or a passport's; a business has its own kinds of number."""
    known = getattr(info, "data", None) or info.context or {}
    if not value or known.get("kind", ApplicantKind.CITIZEN) != ApplicantKind.CITIZEN:
        return value or None
    with _naming(info):
        return parse_id_number(value).number


_FIRST_YEAR, _LAST_YEAR = 1900, 2199

Line = Annotated[str, _text(SHORT)]
Prose = Annotated[str, _text(LONG)]
Moment = Annotated[datetime, AfterValidator(_moment)]
"""An instant; without an offset it is the clock of the desk, Vietnam time."""


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
    """The person or body that the dossier is for; `birth` is a full or partial date, `unit` a unit's code.

    `id_number` is a citizen's number of 12 or 9 digits, a passport's number, or a body's tax code; `old_id_number` any
    other paper (an old number).
    """

    kind: ApplicantKind = ApplicantKind.CITIZEN
    name: Line
    sex: Sex | None = None
    birth: Annotated[str | None, AfterValidator(_birth)] = None
    id_number: Annotated[Line | None, AfterValidator(_id_number)] = None
    old_id_number: Line | None = None
    phone: Line | None = None
    email: Line | None = None
    unit: str | None = Field(default=None, pattern=r"^\d{2,5}$")
    address: Line | None = None


class Submitter(_Entered):
    """Somebody who hands in for the applicant, and by what right."""

    name: Line
    id_number: Annotated[Line | None, AfterValidator(_id_number)] = None
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
    """A procedure that is not in the list: to be matched with the catalogue later. Official names pass 300 letters."""

    name: Prose
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
    `received_at` is the real time of reception when it is not now. `late_reason` says why it is entered only now, and
    `code` is that of the paper receipt that the citizen got then; either asks for the real time. `unchecked` names the
    fields that a scanner filled and nobody has looked at.
    """

    procedure_code: Line | None = None
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
    reception_place: Line | None = None
    official_place: Line | None = None
    competent_agency: Line | None = None
    return_method: ReturnMethod = ReturnMethod.COUNTER
    outside_codes: tuple[OutsideCode, ...] = ()
    unchecked: tuple[Line, ...] = ()
    note: Prose = ""
    received_at: Moment | None = None
    late_reason: Prose = ""
    code: Line | None = None
    person: Line | None = None
    draft: Line | None = None

    @model_validator(mode="after")
    def _one_procedure(self) -> Self:
        if (self.procedure_code is None) == (self.procedure is None):
            msg = "give either procedure_code or procedure"
            raise ValueError(msg)
        return self


def applicant_findings(applicant: Applicant) -> list[Finding]:
    """What does not fit between a citizen's number, sex and year of birth: it warns, never blocks."""
    if applicant.kind is not ApplicantKind.CITIZEN or not applicant.id_number:
        return []
    birth = parse_birth(applicant.birth) if applicant.birth else None
    return id_findings(parse_id_number(applicant.id_number), applicant.sex, birth)

"""Procedures: what the law asks of a case, one version at a time."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated
from uuid import UUID, uuid5

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from communedb.domain.deadlines import TimeLimit
from communedb.domain.fees import FeeSchedule
from communedb.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMESPACE = UUID("6ff410d8-5593-48d9-8f2c-f08f760b2412")
"""The UUIDv5 namespace of shipped procedures; it never changes, or two stations would hold one version twice."""


class CopyKind(StrEnum):
    """In which form a paper is handed in."""

    ORIGINAL = "original"
    CERTIFIED = "certified"
    COPY = "copy"
    ELECTRONIC = "electronic"


class Fact(StrEnum):
    """What a version may tell; what it does not tell is shown as not given, never as nothing."""

    LIMIT = "limit"
    FEE = "fee"
    RESULT = "result"
    PAPERS = "papers"
    LEGAL_BASE = "legal_base"


def _known_only(value: object) -> object:
    """A limit without the keys of a newer program; a limit that an officer types is read more strictly."""
    return {key: value[key] for key in value if key in TimeLimit.model_fields} if isinstance(value, dict) else value


_KeptLimit = Annotated[TimeLimit, BeforeValidator(_known_only)]


class PaperItem(BaseModel):
    """One line of a checklist; with a `condition` it is asked for only in that case."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str = Field(min_length=1)
    copy_kind: CopyKind | None = None
    quantity: int = Field(default=1, ge=1)
    condition: str | None = None
    note: str = ""


class Procedure(BaseModel):
    """One version of a procedure, copied whole into each dossier at reception.

    The first of `limits` is the ordinary case, the others are chosen by their label; each of `stage_limits` binds the
    stage that its label names.
    A key that a newer version of the program writes is passed over.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    code: str = ""
    version: str
    name_vi: str = Field(min_length=1)
    name_en: str = ""
    also_called: tuple[str, ...] = ()
    field: str = ""
    field_code: str = ""
    field_en: str = ""
    limits: tuple[_KeptLimit, ...] = ()
    stage_limits: tuple[_KeptLimit, ...] = ()
    fee: FeeSchedule = FeeSchedule()
    result: str | None = None
    papers: tuple[PaperItem, ...] | None = None
    legal_base: tuple[str, ...] | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""
    notes: tuple[str, ...] = ()

    @property
    def given(self) -> frozenset[Fact]:
        """The facts that this version tells; "no fee" and "no papers" are told, an empty place is not."""
        told = {
            Fact.LIMIT: bool(self.limits),
            Fact.FEE: self.fee.given,
            Fact.RESULT: self.result is not None,
            Fact.PAPERS: self.papers is not None,
            Fact.LEGAL_BASE: self.legal_base is not None,
        }
        return frozenset(fact for fact, is_told in told.items() if is_told)

    @property
    def text(self) -> str:
        """The version as JSON, as the register keeps it."""
        return self.model_dump_json(exclude_defaults=True)

    @property
    def missing(self) -> tuple[Fact, ...]:
        """The facts to show as not given, in the order of `Fact`."""
        return tuple(fact for fact in Fact if fact not in self.given)

    @property
    def search_text(self) -> str:
        """Folded text in which an officer's letters are looked for: code, name, popular names, field, English."""
        return fold(" ".join((self.code, self.name_vi, *self.also_called, self.field, self.name_en)))

    def valid_on(self, day: date) -> bool:
        """Whether the version holds on a day, both ends included; an end that is not known is open."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


def procedure_id(code: str, version: str) -> str:
    """The key of a shipped version, the same on every station."""
    return str(uuid5(NAMESPACE, f"{code}\n{version}"))


def own_version_id(scope: str, version: str) -> str:
    """The key of an office's own row of a version that everybody reads, the same on every station of the office."""
    return str(uuid5(NAMESPACE, f"{scope}\n{version}"))


def copy_id(scope: str, text: str) -> str:
    """The key of a copy that dossiers of a scope were received by: the same text is the same copy on every station."""
    return str(uuid5(NAMESPACE, f"{scope}\n{text}"))


def version_on(versions: Iterable[Procedure], day: date) -> Procedure | None:
    """The version to receive by on a day: of those that hold, the one that began last; `None` if none holds.

    Versions that began on the same day are told apart by their version text, so that every station chooses alike.
    """
    holding = [procedure for procedure in versions if procedure.valid_on(day)]
    return max(holding, key=lambda p: (p.valid_from or date.min, p.version, p.id), default=None)

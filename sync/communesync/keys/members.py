"""One member of a key list: a station, a hub or an escrow, with its keys and what it may read and write."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from communedb.domain.refusal import Refused
from communedb.domain.text import clean
from communesync.keys.points import is_recipient_key, is_signing_key

EVERY: Final = "*"
"""In `reads` and `writes`: every scope."""

SHARED: Final = "shared"
"""The scope that every unit reads and only a hub writes."""

NAME_LIMIT: Final = 120
MOST_SCOPES: Final = 400
MOST_NUMBERS: Final = 4_000
_HIGHEST: Final = 2**53 - 1

_REPLICA: Final = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_SCOPE: Final = r"[0-9a-z]{2,16}(?:\+[0-9a-z]{2,16})?"
_NUMBERED: Final = re.compile(f"{_REPLICA}/{_SCOPE}")


class Role(StrEnum):
    """What a member is to the others."""

    HUB = "hub"
    STATION = "station"
    ESCROW = "escrow"


def shown_name(name: str) -> str:
    """A name that looks like what it is, or ValueError: as the register keeps text, and of Latin letters only.

    A Cyrillic or full-width letter that looks like a Latin one would let one station pass for another in a list.
    """
    try:
        kept = clean(name, NAME_LIMIT)
    except Refused as fault:
        raise ValueError("too long") from fault
    if kept != name:
        raise ValueError("not as text is kept")
    if any(c.isalpha() and not unicodedata.name(c, "").startswith("LATIN ") for c in name):
        raise ValueError("not Latin")
    return name


def covers(unit: str, scope: str) -> bool:
    """Whether a scope concerns a unit: it is the unit's own, or a hand-over between it and another (`19867+19909`)."""
    return unit in scope.split("+")


def _signing_key(key: str) -> str:
    if key and not is_signing_key(key):
        raise ValueError("no signing key")
    return key


def _recipient(recipient: str) -> str:
    if not is_recipient_key(recipient):
        raise ValueError("no recipient")
    return recipient


def _numbered(numbers: dict[str, int]) -> dict[str, int]:
    if not all(_NUMBERED.fullmatch(name) for name in numbers):
        raise ValueError("no replica and scope")
    return numbers


SigningKey = Annotated[str, AfterValidator(_signing_key)]
Recipient = Annotated[str, AfterValidator(_recipient)]
UnitCode = Annotated[str, Field(pattern=r"^(?:[0-9]{2}|[0-9]{5}|)$")]
ShownName = Annotated[str, Field(max_length=4 * NAME_LIMIT), AfterValidator(shown_name)]
Replica = Annotated[str, Field(pattern=rf"^{_REPLICA}$")]
Numbers = Annotated[
    dict[str, Annotated[int, Field(ge=0, le=_HIGHEST)]], Field(max_length=MOST_NUMBERS), AfterValidator(_numbered)
]
_Scope = Annotated[str, Field(pattern=rf"^(?:\*|{_SCOPE})$")]
_Scopes = Annotated[tuple[_Scope, ...], Field(max_length=MOST_SCOPES)]


class Member(BaseModel):
    """A member as its list says it.

    `valid_from` and `last_valid` hold a line number for `replica/scope`: the key may sign from the one on and up to
    the other. A revoked key may sign nothing that `last_valid` does not name. An escrow has no signing key.
    """

    model_config = ConfigDict(frozen=True, strict=True)

    key: SigningKey
    recipient: Recipient
    role: Role
    unit: UnitCode
    station: Annotated[int, Field(ge=0, le=99)]
    name: ShownName
    reads: _Scopes
    writes: _Scopes
    valid_from: Numbers = {}
    last_valid: Numbers = {}
    revoked: bool = False
    replaces: SigningKey = ""

    @property
    def replicas(self) -> set[str]:
        """The replicas that the list says this key signs for."""
        return {name.partition("/")[0] for name in (*self.valid_from, *self.last_valid)}

    @property
    def shown(self) -> str:
        """The name, or unit and number where there is none."""
        return self.name or f"{self.unit}-{self.station}"

    def but(self, **facts: Any) -> Member:
        """The same member with other facts, checked as a new one is."""
        return Member.model_validate(self.model_dump() | facts)

    def may_read(self, scope: str) -> bool:
        """Whether lines of this scope may be encrypted to the member."""
        return not self.revoked and (EVERY in self.reads or scope in self.reads)

    def may_write(self, scope: str) -> bool:
        """Whether role, unit and list let the member write in a scope, its numbers aside."""
        if self.role is Role.HUB:
            return EVERY in self.writes or scope in self.writes
        return self.role is Role.STATION and scope in self.writes and covers(self.unit, scope)

    @model_validator(mode="after")
    def _role_allows(self) -> Member:
        if (self.role is Role.ESCROW) != (self.key == ""):
            raise ValueError("a key for those who write, none for an escrow")
        if self.role is Role.ESCROW and self.writes:
            raise ValueError("an escrow writes nothing")
        if self.role is Role.STATION:
            self._station_allows()
        return self

    def _station_allows(self) -> None:
        if len(self.unit) != 5 or self.station < 1:
            raise ValueError("a station has a unit and a number")
        if not all(covers(self.unit, scope) for scope in self.writes):
            raise ValueError("a station writes for its own unit only")
        if not all(scope == SHARED or covers(self.unit, scope) for scope in self.reads):
            raise ValueError("a station reads its own unit only")

"""Stations as the tests of keys speak of them: a pair of keys, the member they make, the segments they sign."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from communedb.domain.refusal import Reason, Refused
from communedb.files.age import Identity
from communedb.journal.segment import SIGNED, Header
from communedb.keys.signing import Signer
from communedb.transaction import new_id
from communesync.keys.enrolment import accept, join, list_in_force, request
from communesync.keys.fingerprint import fingerprint
from communesync.keys.key_list import KeyList
from communesync.keys.members import Member, Role
from communesync.keys.station import in_force

if TYPE_CHECKING:
    from collections.abc import Callable

    from communedb.register import Register

UNIT = "19867"
AT = "2026-11-23T01:00:00Z"


@dataclass
class Station:
    """A station without a register."""

    number: int = 1
    role: Role = Role.STATION
    unit: str = UNIT
    replica: str = field(default_factory=new_id)
    signer: Signer = field(default_factory=Signer.generate)
    identity: Identity = field(default_factory=Identity.generate)

    def member(self, **facts: Any) -> Member:
        hub = self.role is Role.HUB
        said = {
            "key": self.signer.public, "recipient": self.identity.recipient, "role": self.role, "unit": self.unit,
            "station": self.number, "name": f"Quầy {self.number}", "reads": ("*",) if hub else (self.unit, "shared"),
            "writes": ("*",) if hub else (self.unit,), "valid_from": {f"{self.replica}/{self.unit}": 1},
        }  # fmt: skip
        return Member.model_validate(said | facts)


def listed(issuer: Station, *others: Member, version: int = 1, **facts: Any) -> KeyList:
    members = (issuer.member(**facts), *others)
    return KeyList(issuer=issuer.signer.public, version=version, made_at=AT, members=members)


def segment(signer: Signer, replica: str, scope: str, first: int = 1, last: int = 1) -> tuple[Header, bytes]:
    """A header and its signature."""
    header = Header(replica, scope, first, last, "", "00" * 32, 1, 1, signer.public)
    return header, signer.sign(SIGNED + header.encode())


def print_of(register: Register) -> str:
    """The fingerprint that a station's own screen shows."""
    return fingerprint(register.signer.public, register.identity.recipient)


def enrolled(issuer: Register, station: Register) -> None:
    """The station asks, is accepted, and trusts the issuer: fingerprints compared both ways."""
    accept(issuer, request(station), print_of(station))
    join(station, list_in_force(issuer.db), print_of(issuer))


def in_force_at(register: Register) -> KeyList:
    keys = in_force(register.db)
    assert keys is not None
    return keys


def reason_of(act: Callable[[], object]) -> Reason:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.reason

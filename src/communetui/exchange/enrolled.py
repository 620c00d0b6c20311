"""Who is enrolled, as the Stations screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communedb.domain.refusal import Reason, Refused
from communetui.exchange.enrolling import own_fingerprint
from communetui.exchange.names import member_name
from communetui.strings.exchange import exchange
from communetui.strings.stations import stations

if TYPE_CHECKING:
    from communedb.register import Register
    from communesync.keys.members import Member
    from communetui.exchange.enrolling import Own


@dataclass(frozen=True)
class EnrolledLine:
    """A member of the list, and what it is to this station."""

    member: Member
    me: bool
    issuer: bool
    carried: bool

    @property
    def name(self) -> str:
        """What the station is called, and whether it is this one."""
        words, name = stations(), member_name(self.member)
        if self.me:
            return words.me.format(name=name)
        return words.issuer.format(name=name) if self.issuer else name

    @property
    def role(self) -> str:
        """Station, hub or escrow."""
        return exchange().roles.get(self.member.role.value, stations().role_station)

    @property
    def state(self) -> str:
        """Whether the key is in use."""
        words = stations()
        if self.member.revoked:
            return words.revoked
        return words.carried if self.carried else words.active


@dataclass(frozen=True)
class Enrolled:
    """The members, the list's version and issuer, and this station's fingerprint."""

    lines: list[EnrolledLine]
    version: int
    issuer: str
    issues_here: bool
    own: Own
    folder: str


def read_enrolled(register: Register) -> Enrolled:
    """The members as they are known now; the station's own first list is made for it here."""
    from communedb.stores.settings import read_setting
    from communesync.keys.keyring import Keyring
    from communesync.keys.station import ensure_list

    try:
        ensure_list(register)
    except Refused as refusal:
        if refusal.reason is not Reason.READ_ONLY:
            raise
    keyring = Keyring.load(register.db)
    keys, me = keyring.keys, keyring.me
    issuer = keys.member(keys.issuer) if keys else None
    lines = [
        EnrolledLine(
            member,
            me=me is not None and member.key == me.key and bool(member.key),
            issuer=issuer is not None and member.key == issuer.key,
            carried=member.key in keyring.carried,
        )
        for member in keyring.members
    ]
    return Enrolled(
        lines=lines,
        version=keys.version if keys else 0,
        issuer=member_name(issuer) if issuer else "",
        issues_here=keyring.issues_here,
        own=own_fingerprint(register),
        folder=read_setting(register.db, "exchange_folder"),
    )

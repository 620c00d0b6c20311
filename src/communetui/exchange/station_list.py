"""The list of stations as its screen shows it: who is on it, what each is to this one, and the own fingerprint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communedb.domain.refusal import Reason, Refused
from communetui.exchange.enrolling import own_fingerprint
from communetui.strings.exchange import exchange
from communetui.strings.stations import stations

if TYPE_CHECKING:
    from communedb.register import Register
    from communesync.keys.members import Member
    from communetui.exchange.enrolling import Own


@dataclass(frozen=True)
class StationLine:
    """A member of the list, and what it is to this station."""

    member: Member
    me: bool
    issuer: bool
    carried: bool

    @property
    def name(self) -> str:
        """What the station is called, and whether it is this one."""
        words, member = stations(), self.member
        name = member.name or exchange().station.format(number=member.station)
        if member.role.value != "station":
            name = member.name or exchange().roles[member.role.value]
        if self.me:
            return words.me.format(name=name)
        return words.issuer.format(name=name) if self.issuer else name


@dataclass(frozen=True)
class StationList:
    """What the screen shows: the members, the list's version and issuer, and this station's fingerprint."""

    lines: list[StationLine]
    version: int
    issuer: str
    issues_here: bool
    own: Own
    folder: str


def read_stations(register: Register) -> StationList:
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
        StationLine(
            member,
            me=me is not None and member.key == me.key and bool(member.key),
            issuer=issuer is not None and member.key == issuer.key,
            carried=member.key in keyring.carried,
        )
        for member in keyring.members
    ]
    return StationList(
        lines=lines,
        version=keys.version if keys else 0,
        issuer="" if issuer is None else issuer.name or exchange().station.format(number=issuer.station),
        issues_here=keyring.issues_here,
        own=own_fingerprint(register),
        folder=read_setting(register.db, "exchange_folder"),
    )


def role_text(line: StationLine) -> str:
    """What the member is."""
    return exchange().roles.get(line.member.role.value, stations().role_station)


def state_text(line: StationLine) -> str:
    """Whether it may still take part."""
    words = stations()
    if line.member.revoked:
        return words.revoked
    return words.carried if line.carried else words.active

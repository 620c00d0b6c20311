"""Whom this station knows at this moment, and what each of them may write."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from communedb.journal.segment import SIGNED
from communedb.keys.signing import is_signed
from communedb.stores import station_keys
from communesync.keys.key_list import KeyList, latest, left_issuers, trusted_issuer
from communesync.keys.members import Member, Role

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from communedb.journal.segment import Header
    from communedb.sqlite import Database


class Objection(StrEnum):
    """Why a segment goes to quarantine instead of into the journal."""

    UNKNOWN_KEY = "unknown_key"
    BAD_SIGNATURE = "bad_signature"
    SCOPE_NOT_ALLOWED = "scope_not_allowed"
    REPLICA_OF_ANOTHER = "replica_of_another"
    BEFORE_VALID_FROM = "before_valid_from"
    BEYOND_LAST_VALID = "beyond_last_valid"
    REVOKED = "revoked"


class Keyring:
    """The members of the list in force, and those of the own unit that an earlier issuer enrolled.

    An administrator who trusts a hub does not cut off the stations of the centre that the hub does not know yet: they
    are carried on, as the left list says them, until the list in force names their key.
    """

    def __init__(self, keys: KeyList | None, left: Sequence[KeyList], unit: str, own: str) -> None:
        self.keys = keys
        self._listed = keys.members if keys else ()
        self._members = {m.key: m for m in self._listed if m.key}
        carried: dict[str, Member] = {}
        for member in _carried(left, unit):
            if member.key not in self._members:
                carried.setdefault(member.key, member)
        self.carried = frozenset(carried)
        """The keys of members that the list in force does not name yet."""
        self._members |= carried
        self._own = own
        self._unit = unit
        self._signers_of: dict[str, set[str]] = {}
        for member in self._members.values():
            for replica in member.replicas:
                self._signers_of.setdefault(replica, set()).add(member.key)

    @classmethod
    def load(cls, db: Database) -> Keyring:
        """The keyring as the register has it now. Refused: NOT_ENROLLED for a register without keys."""
        issuer = trusted_issuer(db)
        left = [keys for key in left_issuers(db) if (keys := latest(db, key)) is not None]
        (unit,) = db.conn.execute("SELECT unit FROM installation").fetchone()
        own = station_keys.active(db).signer.public
        return cls(None if issuer is None else latest(db, issuer), left, unit, own)

    @property
    def known_keys(self) -> Collection[str]:
        """Every signing key, revoked ones too: what they signed before is judged segment by segment."""
        return self._members.keys()

    @property
    def members(self) -> list[Member]:
        """Everybody, revoked and carried ones too; escrows last."""
        return [*self._members.values(), *(m for m in self._listed if not m.key)]

    @property
    def me(self) -> Member | None:
        """The station itself, as it is listed or carried."""
        return self.member(self._own)

    @property
    def hub(self) -> Member | None:
        """The hub, once there is one: the issuer of the list in force, unless a station is."""
        issuer = self.keys.member(self.keys.issuer) if self.keys else None
        return issuer if issuer and issuer.role is Role.HUB else None

    @property
    def issues_here(self) -> bool:
        """Whether this station issues the list in force."""
        return self.keys is not None and self.keys.issuer == self._own

    def member(self, key: str) -> Member | None:
        """The member with a signing key, revoked or not."""
        return self._members.get(key)

    def members_reading(self, scope: str) -> list[Member]:
        """Who may be sent lines of a scope; escrows too."""
        return [m for m in self.members if m.may_read(scope)]

    def recipients_for(self, scopes: Iterable[str]) -> list[str]:
        """The recipients of a bundle with lines of these scopes: who may read every one, the station itself included.

        The station itself, so that it can take its own bundles in again after a restore. Without any scope, as for the
        station's own unit.
        """
        wanted = list(scopes) or [self._unit]
        return sorted({m.recipient for m in self.members if not m.revoked and all(map(m.may_read, wanted))})

    def judge(self, header: Header, signature: bytes) -> Objection | None:
        """None when a segment may be taken in, else why it goes to quarantine."""
        member = self._members.get(header.key)
        if member is None:
            return Objection.UNKNOWN_KEY
        if not is_signed(SIGNED + header.encode(), signature, header.key):
            return Objection.BAD_SIGNATURE
        if not member.may_write(header.scope):
            return Objection.SCOPE_NOT_ALLOWED
        if member.key not in self._signers_of.get(header.replica, {member.key}):
            return Objection.REPLICA_OF_ANOTHER
        return _by_number(member, header)


def _by_number(member: Member, header: Header) -> Objection | None:
    place = f"{header.replica}/{header.scope}"
    if header.first < member.valid_from.get(place, 1):
        return Objection.BEFORE_VALID_FROM
    last_valid = member.last_valid.get(place)
    if last_valid is None:
        return Objection.REVOKED if member.revoked else None
    return Objection.BEYOND_LAST_VALID if header.last > last_valid else None


def _carried(left: Sequence[KeyList], unit: str) -> Iterable[Member]:
    return (m for keys in left for m in keys.members if m.role is Role.STATION and m.unit == unit)

"""With whom this station exchanges, and who may read what is sent to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communesync.keys.members import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from communedb.journal.held import Ref
    from communesync.keys.keyring import Keyring
    from communesync.keys.members import Member


class Audience(NamedTuple):
    """Who can open a bundle: age's recipients, and the signing keys of those among them that have one."""

    recipients: tuple[str, ...]
    keys: tuple[str, ...]


def peers(keyring: Keyring) -> list[Member]:
    """The members that this station sends to: for a station its hub and the stations of its unit, for a hub all."""
    me = keyring.me
    if me is None:
        return []
    return [
        member
        for member in keyring.members
        if member.key
        and member.key != me.key
        and not member.revoked
        and (Role.HUB in {member.role, me.role} or member.unit == me.unit)
    ]


def unit_of(keyring: Keyring, peer: Member | None = None) -> str | None:
    """The one unit whose stations are written to: the peer's, or the station's own; None for a hub that means all."""
    station = peer if peer and peer.role is Role.STATION else keyring.me
    return station.unit if station and station.role is Role.STATION else None


def audience(keyring: Keyring, scopes: Iterable[str], unit: str | None) -> Audience:
    """Who may read every one of these scopes, this station too, so that it can read its own bundles after a restore.

    With a unit, no stations of other units: what all of a province may read need not be encrypted to all of it.
    """
    wanted = list(scopes)
    found = [
        member
        for member in keyring.members
        if all(map(member.may_read, wanted))
        and (unit is None or member.role is not Role.STATION or member.unit == unit)
    ]
    recipients = sorted({member.recipient for member in found})
    return Audience(tuple(recipients), tuple(sorted(member.key for member in found if member.key)))


def by_audience(keyring: Keyring, refs: Sequence[Ref], unit: str | None) -> dict[Audience, list[Ref]]:
    """The segments by who may read them, in their order; those that nobody else may read are left out."""
    of_scope: dict[str, Audience] = {}
    found: dict[Audience, list[Ref]] = {}
    for ref in refs:
        readers = of_scope.get(ref.scope)
        if readers is None:
            readers = of_scope[ref.scope] = audience(keyring, [ref.scope], unit)
        if len(readers.recipients) > 1:
            found.setdefault(readers, []).append(ref)
    return found

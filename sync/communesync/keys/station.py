"""The station's own side: its first list, and another key in place of one that has served."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communedb.stores import station_keys
from communesync.keys.issuing import ADMINISTRATOR, issue, signed_up_to
from communesync.keys.key_list import KeyList, latest, trusted_issuer
from communesync.keys.members import EVERY, NAME_LIMIT, SHARED, Member, Role, shown_name

if TYPE_CHECKING:
    from communedb.register import Register
    from communedb.sqlite import Database
    from communedb.stores.station_keys import StationKey
    from communedb.transaction import Write


class Installation(NamedTuple):
    """Where this register stands."""

    replica: str
    unit: str
    station: int
    name: str


def installation(db: Database) -> Installation:
    """The register's replica, unit, number and name; no name when it has none that a list may show."""
    found = db.conn.execute(
        "SELECT i.replica, i.unit, i.station_number, ifnull(s.name, '')"
        " FROM installation i LEFT JOIN station s ON s.id = i.station"
    ).fetchone()
    here = Installation(*found)
    try:
        shown_name(here.name[: 4 * NAME_LIMIT])
    except ValueError:
        return here._replace(name="")
    return here


def ensure_list(register: Register, role: Role = Role.STATION) -> KeyList:
    """The list in force; on first use one of the station's own, signed by itself, that names only itself.

    `role` is HUB for a hub's register. Refused: READ_ONLY and the faults of disk and file.
    """
    known = in_force(register.db)
    return known if known is not None else register.write(_first_list, role)


def in_force(db: Database) -> KeyList | None:
    """The list in force, None before the first."""
    issuer = trusted_issuer(db)
    return None if issuer is None else latest(db, issuer)


def _first_list(tx: Write, role: Role) -> KeyList:
    known = in_force(tx.db)
    return known if known is not None else issue(tx.db, [_myself(tx.db, role)], 1, tx.stamp())


def _myself(db: Database, role: Role) -> Member:
    here, key = installation(db), station_keys.active(db)
    hub = role is Role.HUB
    return Member(
        key=key.signer.public,
        recipient=key.identity.recipient,
        role=role,
        unit=here.unit,
        station=here.station,
        name=here.name,
        reads=(EVERY,) if hub else (here.unit, SHARED),
        writes=(EVERY,) if hub else (here.unit,),
        valid_from={f"{here.replica}/{here.unit}": 1},
    )


def rotate(register: Register) -> None:
    """Make the station another key, which takes over as soon as that harms nothing. An administrator's.

    The issuer of the list takes over at once, in a list that both keys sign. A listed station goes on with the old key
    until the list names the new one: `renewal` tells the issuer, `settle` changes over. A station that is not listed,
    or revoked, has a new key at once and asks to be enrolled with it. Refused: ROLE_NOT_ALLOWED, and as `freeze`.
    """
    register.freeze()
    register.write(_rotate)


def _rotate(tx: Write) -> None:
    tx.require(ADMINISTRATOR)
    if station_keys.waiting(tx.db) is not None:
        return
    old, keys, at = station_keys.active(tx.db), in_force(tx.db), tx.stamp()
    member = keys.member(old.signer.public) if keys else None
    if keys is not None and keys.issuer == old.signer.public:
        _hand_over(tx.db, keys, old, at)
    elif member is not None and not member.revoked:
        station_keys.make(tx.db, at, active=False)
    else:
        new = station_keys.make(tx.db, at, active=False)
        station_keys.activate(tx.db, new.signer.public, at)


def _hand_over(db: Database, keys: KeyList, old: StationKey, at: str) -> None:
    """The issuer's own change of key: the old one is closed and the new one issues, in one list."""
    new = station_keys.make(db, at, active=False)
    station_keys.activate(db, new.signer.public, at)
    last = signed_up_to(db, old.signer.public)
    members: list[Member] = []
    for member in keys.members:
        if member.key != old.signer.public:
            members.append(member)
            continue
        from_there = member.valid_from | {place: number + 1 for place, number in last.items()}
        members.append(member.but(revoked=True, last_valid=last))
        members.append(
            member.but(
                key=new.signer.public,
                recipient=new.identity.recipient,
                replaces=member.key,
                valid_from=from_there,
            )
        )
    db.conn.execute("DELETE FROM key_issuer WHERE sign_public = ?", (old.signer.public,))
    issue(db, members, keys.version + 1, at)


def settle(register: Register) -> bool:
    """Change over to the waiting key once the list in force names it; whether that was done. For after each exchange.

    What the old key has still to sign is signed first.
    """
    if not _is_listed(register.db):
        return False
    register.freeze()
    return register.write(_settle)


def _settle(tx: Write) -> bool:
    key = station_keys.waiting(tx.db)
    if key is None or not _is_listed(tx.db):
        return False
    station_keys.activate(tx.db, key.signer.public, tx.stamp())
    return True


def _is_listed(db: Database) -> bool:
    key, keys = station_keys.waiting(db), in_force(db)
    member = keys.member(key.signer.public) if key and keys else None
    return member is not None and not member.revoked

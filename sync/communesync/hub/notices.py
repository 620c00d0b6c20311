"""Notices of a hub to its communes: issued to all or to some, withdrawn, and who has read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communedb.desk.above import open_scopes
from communedb.desk.notices import add_notice, take_back
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import fold
from communedb.sqlite import rows
from communedb.stores.notices import readers, refuse_several
from communedb.stores.units import unit_name
from communesync.keys.keyring import Keyring
from communesync.keys.members import SHARED, Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from communedb.domain.notice import NewNotice
    from communedb.register import Register
    from communedb.sqlite import Database
    from communedb.transaction import Write


class Receipt(NamedTuple):
    """How far a commune has read a notice: its officers who did, and the names of those who did not."""

    unit: str
    name: str
    read: int
    waiting: tuple[str, ...]

    @property
    def silent(self) -> bool:
        """Whether nothing is known of its officers: none of its stations has sent anything yet."""
        return not self.read and not self.waiting


class Issued(NamedTuple):
    """One notice as issued: a row for all communes (`to` is empty), or one for each. Days are ISO text."""

    keys: tuple[str, ...]
    number: str
    kind: str
    title: str
    body: str
    issued_on: str
    due_on: str | None
    entered_at: str
    active: bool
    to: tuple[str, ...]
    receipts: tuple[Receipt, ...]


def issue(register: Register, notice: NewNotice, units: Sequence[str] = ()) -> Issued:
    """Issue a notice to these communes, or to all of them, in one transaction. Refused: ONLY_A_HUB, as `add_notice`."""
    scopes = tuple(dict.fromkeys(units)) or (SHARED,)
    register.write(open_scopes, scopes)
    keys = register.write(_issue, notice, scopes)
    return next(one for one in issued(register.db) if keys[0] in one.keys)


def _issue(tx: Write, notice: NewNotice, scopes: Sequence[str]) -> list[str]:
    return [add_notice(tx, notice, scope) for scope in scopes]


def withdraw(register: Register, wanted: str, reason: str) -> Issued:
    """Take a notice back everywhere. Refused: UNKNOWN_NOTICE, NOTICE_WITHDRAWN, REASON_MISSING."""
    found = find_issued(register.db, wanted)
    register.write(_withdraw, found.keys, reason)
    return found._replace(active=False)


def _withdraw(tx: Write, keys: Sequence[str], reason: str) -> None:
    for key in keys:
        take_back(tx, key, reason)


def issued(db: Database) -> list[Issued]:
    """What this hub has issued, the newest first, with who has read it."""
    found = rows(
        db,
        "SELECT n.* FROM notice AS n JOIN installation AS i ON n.station = i.station"
        " ORDER BY n.entered_at DESC, n.title, n.number, n.id",
    )
    together: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for row in found:
        # Those of one transaction with the same words are one notice to several communes.
        together.setdefault((row["entered_at"], row["number"], row["title"]), []).append(row)
    names = _communes(db)
    return [_issued(db, parts, names) for parts in together.values()]


def find_issued(db: Database, wanted: str) -> Issued:
    """The notice with this key or number; a withdrawn one only when no other has the number.

    Refused: UNKNOWN_NOTICE, NOTICE_AMBIGUOUS.
    """
    among = issued(db)
    found = [one for one in among if wanted.strip() in one.keys]
    if not found:
        found = [one for one in among if one.number and fold(one.number) == fold(wanted)]
        found = [one for one in found if one.active] or found
    if not found:
        raise Refused(Reason.UNKNOWN_NOTICE, notice=wanted)
    refuse_several(wanted, [(one.issued_on, one.title, one.keys[0]) for one in found])
    return found[0]


def _communes(db: Database) -> Mapping[str, str]:
    """The enrolled communes by code, with their names."""
    members = Keyring.load(db).members
    units = {member.unit for member in members if member.role is Role.STATION and not member.revoked}
    return {unit: unit_name(db, unit).partition(",")[0] for unit in sorted(units)}


def _issued(db: Database, parts: Sequence[dict[str, Any]], communes: Mapping[str, str]) -> Issued:
    first, to = parts[0], tuple(row["scope"] for row in parts if row["scope"] != SHARED)
    where = dict.fromkeys(communes, first["id"]) if not to else {row["scope"]: row["id"] for row in parts}
    facts = {name: first[name] for name in ("number", "kind", "title", "body", "issued_on", "due_on", "entered_at")}
    receipts = tuple(_receipt(db, unit, communes.get(unit) or unit_name(db, unit), key) for unit, key in where.items())
    return Issued(
        keys=tuple(row["id"] for row in parts),
        **facts,
        active=any(row["active"] for row in parts),
        to=to,
        receipts=receipts,
    )


def _receipt(db: Database, unit: str, name: str, notice: str) -> Receipt:
    found = readers(db, notice, unit)
    return Receipt(
        unit, name, sum(one.read_at is not None for one in found), tuple(one.name for one in found if not one.read_at)
    )

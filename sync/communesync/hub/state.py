"""How the hub stands, in numbers: for its status, its metrics and its administrator."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.moment import parse_utc
from communesync.hub.durable import durable
from communesync.keys.keyring import Keyring
from communesync.keys.members import Role

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.sqlite import Database
    from communesync.hub.store import Store


class HubState(NamedTuple):
    """Counts by name; ages in seconds: of the last verified backup, and of each commune's last contact."""

    counts: dict[str, int]
    durable_at: datetime | None
    durable_age: float | None
    contact_ages: dict[str, float]


def hub_state(db: Database, store: Store, now: datetime) -> HubState:
    """The state of the hub at this moment."""
    keyring = Keyring.load(db)
    safe = durable(db)
    bundles, size = store.size()
    counts = {
        "stations": sum(m.role is Role.STATION and not m.revoked for m in keyring.members),
        "revoked": sum(m.revoked for m in keyring.members),
        "bundles": bundles,
        "bundle_bytes": size,
        **{name: _count(db, table) for name, table in _COUNTED.items()},
    }
    ages = {unit: (now - parse_utc(at)).total_seconds() for unit, at in contacts(db, keyring).items()}
    at = safe.at if safe else None
    return HubState(counts, at, (now - at).total_seconds() if at else None, ages)


def contacts(db: Database, keyring: Keyring) -> dict[str, str]:
    """By unit: when one of its stations was last heard of, in UTC."""
    found: dict[str, str] = {}
    for key, at in db.conn.execute("SELECT sign_public, heard_at FROM peer WHERE heard_at <> ''").fetchall():
        member = keyring.member(key)
        if member is not None and member.role is Role.STATION:
            found[member.unit] = max(at, found.get(member.unit, ""))
    return found


_COUNTED = {
    "dossiers": "dossier",
    "segments": "journal_segment",
    "parked": "journal_parked",
    "quarantined": "quarantine",
    "forks": "journal_fork WHERE settled_at IS NULL",
    "conflicts": "conflict",
    "files_wanted": "file_wanted",
}


def _count(db: Database, table: str) -> int:
    (number,) = db.conn.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(number)

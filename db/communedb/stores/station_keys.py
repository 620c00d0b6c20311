"""The station's own keys: one that is active, the former ones, and one that waits to be listed.

Former keys are kept: bundles that were encrypted to them may still arrive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.refusal import Reason, Refused
from communedb.files.age import Identity
from communedb.keys.signing import Signer

if TYPE_CHECKING:
    from collections.abc import Collection

    from communedb.sqlite import Database

_COLUMNS = "sign_secret, identity, active, retired_at IS NOT NULL"


class StationKey(NamedTuple):
    """A key pair for signing and one for encryption, which come and go together."""

    signer: Signer
    identity: Identity
    active: bool
    retired: bool

    @property
    def waiting(self) -> bool:
        """Whether it is to take the place of the active key as soon as it is listed."""
        return not self.active and not self.retired


def make(db: Database, at: str, *, active: bool) -> StationKey:
    """A new key, inside the caller's transaction; the private parts are nowhere but in the encrypted register."""
    key = StationKey(Signer.generate(), Identity.generate(), active, retired=False)
    db.conn.execute(
        "INSERT INTO station_key (sign_public, sign_secret, recipient, identity, created_at, active)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            key.signer.public, key.signer.secret.hex(), key.identity.recipient, key.identity.secret_text,
            at, int(active),
        ),
    )  # fmt: skip
    return key


def own(db: Database) -> list[StationKey]:
    """Every key of this station, oldest first."""
    found = db.conn.execute(f"SELECT {_COLUMNS} FROM station_key ORDER BY created_at, rowid").fetchall()
    return [
        StationKey(Signer(bytes.fromhex(secret)), Identity(identity), bool(active), bool(retired))
        for secret, identity, active, retired in found
    ]


def active(db: Database) -> StationKey:
    """The key that this station signs with. Refused: NOT_ENROLLED for a register that has none."""
    found = next((key for key in own(db) if key.active), None)
    if found is None:
        raise Refused(Reason.NOT_ENROLLED)
    return found


def waiting(db: Database) -> StationKey | None:
    """The key that is to take the active one's place, if one was made."""
    return next((key for key in own(db) if key.waiting), None)


def identity_for(db: Database, keys: Collection[str]) -> Identity | None:
    """What opens a bundle that names these public signing keys as its receivers; None when none of them is ours."""
    return next((key.identity for key in reversed(own(db)) if key.signer.public in keys), None)


def activate(db: Database, public: str, at: str) -> None:
    """Sign with this key from now on, and with none before it."""
    db.conn.execute(
        "UPDATE station_key SET active = 0, retired_at = ? WHERE sign_public <> ? AND retired_at IS NULL", (at, public)
    )
    db.conn.execute("UPDATE station_key SET active = 1 WHERE sign_public = ?", (public,))

"""Who this installation is among the others: its replica, its keys, and the step to a new replica."""

from __future__ import annotations

from typing import TYPE_CHECKING

import uuid_utils

from communedb.journal import marker, pen
from communedb.journal.freeze import freeze
from communedb.transaction import transaction

if TYPE_CHECKING:
    from pathlib import Path

    from communedb.files.age import Identity
    from communedb.keys.signing import Signer
    from communedb.sqlite import Database


def settle(db: Database, folder: Path, at: str) -> bool:
    """Make sure that what is written next has numbers of its own; whether a new replica had to be taken for that."""
    if marker.fits(db, folder, replica_of(db)):
        return False
    with transaction(db):
        # Asked again: of two programs that open a restored register at once, one takes the new replica.
        if marker.fits(db, folder, replica_of(db)):
            return False
        renew(db, at)
    marker.leave(db, folder, replica_of(db))
    return True


def renew(db: Database, at: str) -> None:
    """Take a new replica, in the caller's transaction; what was written as the old one is frozen under its name."""
    freeze(db, signer(db), at)
    replica = str(uuid_utils.uuid7())
    db.conn.execute("UPDATE installation SET replica = ?", (replica,))
    pen.renew(db, replica)


def replica_of(db: Database) -> str:
    """The replica that this register writes as."""
    (replica,) = db.conn.execute("SELECT replica FROM installation").fetchone()
    return str(replica)


def signer(db: Database) -> Signer:
    """The station's signing key."""
    from communedb.keys.signing import Signer  # as below: not loaded before there is something to sign

    (secret,) = db.conn.execute("SELECT sign_secret FROM station_key WHERE active = 1").fetchone()
    return Signer(bytes.fromhex(secret))


def identity(db: Database) -> Identity:
    """The key that bundles for this station are encrypted to."""
    from communedb.files.age import Identity

    (secret,) = db.conn.execute("SELECT identity FROM station_key WHERE active = 1").fetchone()
    return Identity(secret)

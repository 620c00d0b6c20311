"""The register's shape, one migration a file, run by sqlite-utils in order.

Migrations of travelling tables only add tables or nullable columns and write no row: another station may not have run
them yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.refusal import Reason, Refused
from communedb.sqlite import shaping
from communedb.transaction import transaction

if TYPE_CHECKING:
    from communedb.sqlite import Database

SET = "communedb"

NAMES = ("m0001_register",)
"""Every migration, in order: asked at each start, for which their modules and sqlite-utils need not be loaded."""


def migrate(db: Database) -> None:
    """Bring a register to the shape that this program knows, wholly or not at all.

    Refused: REGISTER_NEWER when it was written by a newer program (nothing is read from it then), the faults of disk
    and file.
    """
    _refuse_newer(db)
    if not pending(db):
        return
    from communedb.migrations.m0001_register import register

    # Begun before what is pending is asked again: of two programs started at once, one finds everything done.
    with transaction(db):
        register.apply(shaping(db))
        _fold_newer(db)


def _fold_newer(db: Database) -> None:
    """What stations with a newer program wrote, and this one could not keep in its tables until now."""
    from communedb.journal.apply import applying
    from communedb.journal.refold import refold_newer
    from communedb.stores.derived import derive_changed

    with applying(db):
        derive_changed(db, refold_newer(db))


def require_shape(db: Database) -> None:
    """Refuse a register that can only be read and has another shape: REGISTER_NEWER, REGISTER_OLDER."""
    _refuse_newer(db)
    if pending(db):
        raise Refused(Reason.REGISTER_OLDER)


def pending(db: Database) -> list[str]:
    """The migrations that this register has not had, in order."""
    done = _applied(db)
    return [name for name in NAMES if name not in done]


def _refuse_newer(db: Database) -> None:
    newer = sorted(_applied(db) - set(NAMES))
    if newer:
        raise Refused(Reason.REGISTER_NEWER, migrations=", ".join(newer))


def _applied(db: Database) -> set[str]:
    """What sqlite-utils has noted as done; nothing in an empty database."""
    if db.conn.execute("SELECT 1 FROM sqlite_schema WHERE name = '_sqlite_migrations'").fetchone() is None:
        return set()
    done = db.conn.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (SET,)).fetchall()
    return {name for (name,) in done}

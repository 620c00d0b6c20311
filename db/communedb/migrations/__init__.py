"""The register's shape, one migration a file, run by sqlite-utils in order.

Migrations of travelling tables only add tables or nullable columns and write no row: another station may not have run
them yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.refusal import Reason, Refused
from communedb.migrations import m0001_register
from communedb.transaction import transaction

if TYPE_CHECKING:
    from communedb.sqlite import Database

_SET = m0001_register.register


def migrate(db: Database) -> None:
    """Bring a register to the shape that this program knows, wholly or not at all.

    Refused: REGISTER_NEWER when it was written by a newer program (nothing is read from it then), the faults of disk
    and file.
    """
    _refuse_newer(db)
    if not _SET.pending(db):
        return
    # Begun before what is pending is asked again: of two programs started at once, one finds everything done.
    with transaction(db):
        _SET.apply(db)


def require_shape(db: Database) -> None:
    """Refuse a register that can only be read and has another shape: REGISTER_NEWER, REGISTER_OLDER."""
    _refuse_newer(db)
    if _SET.pending(db):
        raise Refused(Reason.REGISTER_OLDER)


def _refuse_newer(db: Database) -> None:
    known = {migration.name for migration in _SET._migrations}
    newer = sorted(m.name for m in _SET.applied(db) if m.name not in known)
    if newer:
        raise Refused(Reason.REGISTER_NEWER, migrations=", ".join(newer))

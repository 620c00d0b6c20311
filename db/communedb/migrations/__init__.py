"""The register's shape, one migration a file, run by sqlite-utils in order.

Migrations of travelling tables only add tables or nullable columns and write no row: another station may not have run
them yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.refusal import Reason, Refused
from communedb.migrations import m0001_register

if TYPE_CHECKING:
    from communedb.sqlite import Database

_SET = m0001_register.register


def migrate(db: Database) -> None:
    """Bring a register to the shape that this program knows.

    Raises Refused when the register was written by a newer program: nothing is read from it then.
    """
    known = {migration.name for migration in _SET._migrations}
    newer = sorted(m.name for m in _SET.applied(db) if m.name not in known)
    if newer:
        raise Refused(Reason.REGISTER_NEWER, migrations=", ".join(newer))
    if _SET.pending(db):
        _SET.apply(db)

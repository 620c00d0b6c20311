"""Changing the catalogue: new versions are added, old ones get an end; received dossiers keep theirs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from communedb.desk.act import live_state
from communedb.domain.event import EventKind
from communedb.domain.officer import Role
from communedb.domain.refusal import Reason, Refused
from communedb.domain.workflow import ANYONE
from communedb.stores.events import add_event
from communedb.stores.procedures import procedure_on, procedure_row, versions

if TYPE_CHECKING:
    from communedb.domain.procedure import Procedure
    from communedb.transaction import Write

_ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})

SHARED = "shared"
"""The scope of rows that every unit may read."""


def add_version(tx: Write, procedure: Procedure) -> None:
    """Add a version of a procedure; the version before it ends on the day before.

    Refused when a version with the same key is there already.
    """
    tx.require(_ADMINISTRATOR)
    if tx.db.conn.execute("SELECT 1 FROM procedure WHERE id = ?", (procedure.id,)).fetchone():
        raise Refused(Reason.PROCEDURE_VERSION_EXISTS, code=procedure.code, version=procedure.version)
    if procedure.valid_from is not None and procedure.code:
        eve = procedure.valid_from - timedelta(days=1)
        for older in versions(tx.db, procedure.code):
            open_ended = older.valid_to is None or older.valid_to > eve
            if open_ended and (older.valid_from is None or older.valid_from < procedure.valid_from):
                tx.update("procedure", older.id, {"valid_to": eve.isoformat()})
    tx.insert("procedure", procedure_row(procedure, SHARED, shipped=False))


def match_procedure(tx: Write, dossier: str, code: str) -> str:
    """Match a dossier whose procedure was typed by hand with the catalogue; promise and papers stay as they were."""
    tx.require(ANYONE)
    live_state(tx, dossier)
    found = tx.db.conn.execute(
        "SELECT procedure, procedure_name, received_on FROM dossier WHERE id = ?", (dossier,)
    ).fetchone()
    if found[0] is not None:
        raise Refused(Reason.PROCEDURE_ALREADY_MATCHED)
    procedure = procedure_on(tx.db, code, tx.today)
    tx.update(
        "dossier",
        dossier,
        {
            "procedure": procedure.id,
            "procedure_code": procedure.code,
            "procedure_name": procedure.name_vi,
            "field": procedure.field,
        },
    )
    details = {"field": "procedure_name", "old": found[1], "new": procedure.name_vi, "code": procedure.code}
    return add_event(tx, dossier, EventKind.CORRECTED, details=details, reason=None)

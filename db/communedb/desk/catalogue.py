"""Changing the catalogue: new versions are added, old ones get an end; received dossiers keep theirs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from communedb.desk.act import live_state
from communedb.domain.event import EventKind
from communedb.domain.officer import Role
from communedb.domain.procedure import own_version_id
from communedb.domain.refusal import Reason, Refused
from communedb.domain.workflow import ANYONE
from communedb.reference.units import is_province
from communedb.stores.events import add_event
from communedb.stores.procedures import SHARED, procedure_on, procedure_row, versions

if TYPE_CHECKING:
    from datetime import date

    from communedb.domain.procedure import Procedure
    from communedb.transaction import Write

_ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})


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
                end_version(tx, older, eve)
    tx.insert("procedure", procedure_row(procedure, _scope(tx), shipped=False))


def end_version(tx: Write, version: Procedure, ends: date | None) -> None:
    """Let a version end on a day; of one that every unit reads, an office keeps its own with that end."""
    tx.require(_ADMINISTRATOR)
    scope = _scope(tx)
    found = tx.db.conn.execute("SELECT scope FROM procedure WHERE id = ?", (version.id,)).fetchone()
    if found == (scope,):
        tx.update("procedure", version.id, {"valid_to": ends.isoformat() if ends else None})
        return
    own = version.model_copy(update={"id": own_version_id(scope, version.id), "valid_to": ends})
    tx.insert("procedure", procedure_row(own, scope, shipped=False))


def _scope(tx: Write) -> str:
    """Where the catalogue is written: a hub writes for everybody, an office for itself."""
    return SHARED if is_province(tx.by.unit) else tx.scope


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

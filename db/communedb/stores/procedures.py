"""The catalogue: every version of every procedure."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from communedb.domain.procedure import Procedure, copy_id, version_on
from communedb.domain.refusal import Reason, Refused
from communedb.sqlite import rows

if TYPE_CHECKING:
    from datetime import date

    from communedb.sqlite import Database
    from communedb.transaction import Write


SHARED: Final = "shared"
"""The scope of rows that every unit may read; only the hub writes in it."""

_OURS: Final = f"""
  (scope = (SELECT unit FROM installation) OR scope = '{SHARED}' AND NOT EXISTS (
    SELECT 1 FROM procedure AS own WHERE own.code = procedure.code AND own.version = procedure.version
      AND own.scope = (SELECT unit FROM installation)
  ))
"""
"""An office's own version stands before the shared one of the same name."""


def procedures_on(db: Database, day: date) -> list[Procedure]:
    """The version of each procedure that holds on a day, by field and name."""
    known: dict[str, list[Procedure]] = {}
    for version in map(_procedure, rows(db, f"SELECT body, valid_to FROM procedure WHERE {_OURS}")):
        known.setdefault(version.code or version.id, []).append(version)
    holding = (version_on(of_one, day) for of_one in known.values())
    return sorted((found for found in holding if found), key=lambda p: (p.field, p.name_vi))


def procedure_on(db: Database, code: str, day: date) -> Procedure:
    """The version of one procedure that holds on a day; Refused when there is none."""
    found = version_on(versions(db, code), day)
    if found is None:
        raise Refused(Reason.UNKNOWN_PROCEDURE, code=code)
    return found


def versions(db: Database, code: str) -> list[Procedure]:
    """All versions of a procedure, the newest first."""
    found = rows(db, f"SELECT * FROM procedure WHERE code = ? AND {_OURS} ORDER BY valid_from DESC, id DESC", (code,))
    return [_procedure(row) for row in found]


def procedure_row(procedure: Procedure, scope: str, *, shipped: bool) -> dict[str, Any]:
    """A version as the register keeps it."""
    return {
        "id": procedure.id,
        "scope": scope,
        "code": procedure.code,
        "version": procedure.version,
        "name_vi": procedure.name_vi,
        "field": procedure.field,
        "body": procedure.text,
        "valid_from": procedure.valid_from.isoformat() if procedure.valid_from else None,
        "valid_to": procedure.valid_to.isoformat() if procedure.valid_to else None,
        "shipped": int(shipped),
    }


class Copy(NamedTuple):
    """A version as dossiers of a scope are received by it, under the key of its own content."""

    procedure: Procedure
    id: str
    text: str


def copy_of(procedure: Procedure, scope: str) -> Copy:
    """The copy of a version."""
    text = procedure.text
    return Copy(procedure, copy_id(scope, text), text)


def copy_on(db: Database, code: str, day: date, scope: str) -> Copy:
    """The copy of the version that holds on a day; Refused as `procedure_on`."""
    return copy_of(procedure_on(db, code, day), scope)


def keep_copy(tx: Write, copy: Copy) -> str:
    """Keep the version that a dossier is received by, once for all that are, and return the copy's key."""
    tx.db.conn.execute(
        "INSERT INTO procedure_copy (id, scope, body) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING",
        (copy.id, tx.scope, copy.text),
    )
    return copy.id


def _procedure(row: dict[str, Any]) -> Procedure:
    # valid_to is a column of its own: it alone changes later, when a newer version ends this one.
    return _parsed(row["body"], row["valid_to"])


@lru_cache(maxsize=512)
def _parsed(body: str, valid_to: str | None) -> Procedure:
    """A version from its JSON; the same text is the same version, and a desk asks for few of them all day."""
    return Procedure.model_validate(json.loads(body) | {"valid_to": valid_to})

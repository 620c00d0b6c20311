"""Writing a plan: every change in one transaction, and only onto the catalogue that the plan was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.catalogue_files.plan import ChangeKind, Plan, PlannedChange
from communedb.desk.catalogue import add_version, end_version
from communedb.domain.officer import Role
from communedb.domain.refusal import Reason, Refused
from communedb.stores.procedures import versions
from communedb.transaction import new_id

if TYPE_CHECKING:
    from communedb.transaction import Write

_ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})


def apply_plan(tx: Write, plan: Plan) -> int:
    """Write what a plan changes, and say how many procedures that were; received dossiers keep their versions.

    Refused, with nothing written: ROLE_NOT_ALLOWED, and CHANGED_MEANWHILE when a procedure of the plan is no longer as
    it was shown.
    """
    tx.require(_ADMINISTRATOR)
    changes = [change for change in plan.changes if change.kind is not ChangeKind.UNCHANGED]
    for change in changes:
        _require_as_shown(tx, change)
        if change.kind is ChangeKind.ENDED:
            end_version(tx, change.version, change.ends)
        else:
            add_version(tx, change.version.model_copy(update={"id": new_id()}))
    return len(changes)


def _require_as_shown(tx: Write, change: PlannedChange) -> None:
    now = tuple((each.id, each.valid_to) for each in versions(tx.db, change.version.code))
    if now != change.seen:
        raise Refused(Reason.CHANGED_MEANWHILE, code=change.version.code)

"""Which procedure a row of a file means: by its code, by its name, or one that is matched later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.procedure import Procedure, version_on
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import fold
from communedb.stores.procedures import Copy, copy_of, procedures_on, versions

if TYPE_CHECKING:
    from datetime import date

    from communedb.domain.imported import Imported
    from communedb.sqlite import Database
    from communedb.transaction import Write


def copy_for(tx: Write, row: Imported, day: date) -> Copy:
    """The procedure's version of the day of reception; what the catalogue does not have is typed, its code in front.

    Refused: IMPORT_FACT_MISSING when the row tells no procedure.
    """
    code = row.procedure_code or tx.known(_codes_by_name, tx.today).get(_name_key(row.procedure_name), "")
    found = _version(tx, code, day) if code else None
    if found is not None:
        return found
    name = " ".join(filter(None, (row.procedure_code, row.procedure_name)))
    if not name:
        raise Refused(Reason.IMPORT_FACT_MISSING, column="procedure_name")
    typed = Procedure(id="", version=f"{day.year}", name_vi=name, field=row.field_name)
    return copy_of(typed, tx.scope)


def _version(tx: Write, code: str, day: date) -> Copy | None:
    copies = tx.known(_copies, code, tx.scope)
    held = version_on([copy.procedure for copy in copies], day)
    return next((copy for copy in copies if held is not None and copy.procedure.id == held.id), None)


def _copies(db: Database, code: str, scope: str) -> tuple[Copy, ...]:
    """Every version of a procedure as dossiers are received by it."""
    return tuple(copy_of(version, scope) for version in versions(db, code))


def _name_key(name: str) -> str:
    """A procedure's name as it is compared: half of the official names begin with "Thủ tục", and books leave it out."""
    return fold(name).removeprefix("thu tuc ").strip(" .;")


def _codes_by_name(db: Database, today: date) -> dict[str, str]:
    """Codes by official and popular names; a name that two procedures bear tells none."""
    named: dict[str, set[str]] = {}
    for procedure in procedures_on(db, today):
        for name in (procedure.name_vi, *procedure.also_called):
            named.setdefault(_name_key(name), set()).add(procedure.code)
    return {name: codes.pop() for name, codes in named.items() if len(codes) == 1}

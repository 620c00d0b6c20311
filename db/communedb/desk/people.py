"""The people directory grows by itself from what is received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.stores.people import FACTS, person_by_id_number, read_person
from communedb.transaction import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.domain.intake import Applicant
    from communedb.transaction import Write


def remember_person(
    tx: Write, applicant: Applicant, known: str | None, filled: Mapping[str, str | None] | None = None
) -> str:
    """Write what was entered of an applicant into the directory and return the person's key.

    The person is the one that the form was filled from, or the one with the same ID number; what was left empty
    erases nothing that is known. `filled` is what the form was filled with: what the officer left as it was is not
    written over what another station has learnt since.
    """
    facts = {name: value for name, value in applicant.model_dump(mode="json").items() if name in FACTS and value}
    found = None
    if known:
        found = read_person(tx.db, known)
        # Another ID number than the known person's: the officer has turned to somebody else.
        if found and applicant.id_number and found["id_number"] and found["id_number"] != applicant.id_number:
            found = None
    if found is None and applicant.id_number:
        found = person_by_id_number(tx.db, applicant.id_number)
    if found is None:
        key = new_id()
        tx.insert("person", {"id": key, "scope": tx.scope, **facts})
    else:
        key = str(found["id"])
        left = filled if filled and key == known else {}
        changed = {name: value for name, value in facts.items() if value not in (found[name], left.get(name, ""))}
        if not changed:
            return key
        tx.update("person", key, changed)
    tx.touch("person", key)
    return key

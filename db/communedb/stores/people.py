"""The people directory: it only fills forms; a dossier holds its own copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.sqlite import rows
from communedb.stores.search import match_words

if TYPE_CHECKING:
    from communedb.sqlite import Database

FACTS = ("kind", "name", "sex", "birth", "id_number", "old_id_number", "phone", "email", "unit", "address")


def read_person(db: Database, person: str) -> dict[str, Any] | None:
    """The person with this key."""
    return next(rows(db, "SELECT * FROM person WHERE id = ?", (person,)), None)


def person_by_id_number(db: Database, number: str) -> dict[str, Any] | None:
    """The person with this ID number, else the one whose old number it is; the latest of several."""
    for column in ("id_number", "old_id_number"):
        found = rows(db, f"SELECT * FROM person WHERE {column} = ? ORDER BY id DESC LIMIT 1", (number,))
        if (person := next(found, None)) is not None:
            return person
    return None


def find_people(db: Database, typed: str, limit: int = 8) -> list[dict[str, Any]]:
    """People whose name, number or phone begins with the typed words, marks or no marks, latest entered first."""
    words = match_words(typed)
    if not words:
        return []
    return list(
        rows(
            db,
            "SELECT person.* FROM person_search JOIN person_state ON place = person_search.rowid"
            " JOIN person ON person.id = person_state.person"
            " WHERE person_search MATCH ? ORDER BY person_search.rowid DESC LIMIT ?",
            (words, limit),
        )
    )

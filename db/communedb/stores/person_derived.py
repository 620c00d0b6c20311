"""The text under which a person of the directory is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.stores.search_text import folded, write_search

if TYPE_CHECKING:
    from communedb.sqlite import Database


def derive_person(db: Database, person: str) -> None:
    """Write again what follows from a person."""
    found = db.conn.execute(
        "SELECT name, id_number, old_id_number, phone FROM person WHERE id = ?", (person,)
    ).fetchone()
    if found is None:
        return
    text = folded(found)
    kept = db.conn.execute("SELECT place FROM person_state WHERE person = ?", (person,)).fetchone()
    if kept is None:
        place = db.conn.execute("INSERT INTO person_state (person) VALUES (?)", (person,)).lastrowid
        write_search(db, "person_search", place, text)
    else:
        write_search(db, "person_search", kept[0], text, again=True)

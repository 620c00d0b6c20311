"""Derived rows: rebuilt by one function after a save and after an apply, never edited."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from typing import TYPE_CHECKING, Final

from communedb.followed import NOUNS, followed_from
from communedb.stores.dossier_derived import derive_dossier
from communedb.stores.person_derived import derive_person

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from communedb.sqlite import Database

_TABLES: Final = (
    "dossier_state", "dossier_search", "person_state", "person_search", "task_state", "feedback_state",
)  # fmt: skip


def derive(db: Database, touched: Iterable[tuple[str, str]]) -> None:
    """Write again what follows from these dossiers, people, tasks and feedback, given by noun and key."""
    for noun, key in touched:
        if noun == "dossier":
            derive_dossier(db, key)
        elif noun == "person":
            derive_person(db, key)
        else:
            # Loaded for the first of them: a counter that receives dossiers may never need them.
            store = import_module(f"communedb.stores.{noun}_derived")
            getattr(store, f"derive_{noun}")(db, key)


def derive_changed(db: Database, rows: Mapping[str, Collection[str]]) -> None:
    """Write again what follows from these rows, given by table."""
    derive(db, followed_from(db, rows))


def derive_everything(db: Database) -> Counter[str]:
    """Rebuild every derived row from the travelling tables; how many there are of each noun."""
    touched = [
        (noun, key) for noun in NOUNS for (key,) in db.conn.execute(f"SELECT id FROM {noun} ORDER BY id").fetchall()
    ]
    for table in _TABLES:
        db.conn.execute(f"DELETE FROM {table}")
    derive(db, touched)
    return Counter(noun for noun, _ in touched)

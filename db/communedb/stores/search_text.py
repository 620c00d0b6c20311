"""Folded texts under which rows are found, and the tables that they are kept in."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from communedb.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communedb.sqlite import Database

# The same procedures and people come all day.
fold_again = lru_cache(maxsize=256)(fold)


def folded(parts: Iterable[str | None]) -> str:
    """The search text of several facts."""
    return " ".join(filter(None, (fold_again(part) for part in parts if part)))


def digest(text: str) -> int:
    """Tells one search text from another: most steps of a dossier do not change it, and it cannot be read back."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), signed=True)


def write_search(db: Database, table: str, place: int, body: str, *, again: bool = False) -> None:
    """Write the text of the row at a place, `again` instead of the one that is there."""
    if again:
        db.conn.execute(f"DELETE FROM {table} WHERE rowid = ?", (place,))
    db.conn.execute(f"INSERT INTO {table} (rowid, body) VALUES (?, ?)", (place, body))

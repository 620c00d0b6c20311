"""Which dossiers, people, tasks and feedback have derived rows that follow from a changed row."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from communedb.sqlite import Database

NOUNS: Final = ("dossier", "person", "task", "feedback")
"""The tables for whose rows something is derived."""

_PARTS: Final = {"event": "dossier", "outside_code": "dossier", "task_event": "task", "feedback_event": "feedback"}
"""Tables of parts, and of what they are parts: the name of its table and of the column that holds its key."""


def followed_from(db: Database, rows: Mapping[str, Collection[str]]) -> Iterator[tuple[str, str]]:
    """What follows from these rows, given by table: noun and key."""
    for noun in NOUNS:
        keys = dict.fromkeys(rows.get(noun, ()))
        for table in (table for table, whole in _PARTS.items() if whole == noun and rows.get(table)):
            found = db.conn.execute(
                f"SELECT DISTINCT {noun} FROM json_each(?) AS wanted"
                f" CROSS JOIN {table} AS kept ON kept.id = wanted.value",
                (json.dumps(list(rows[table])),),
            )
            keys.update(dict.fromkeys(key for (key,) in found))
        yield from ((noun, key) for key in keys)

"""Which dossiers and people have derived rows that follow from a changed row."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from communedb.sqlite import Database

_OF_A_DOSSIER = ("event", "outside_code")


def followed_from(db: Database, rows: Mapping[str, Collection[str]]) -> tuple[list[str], list[str]]:
    """The dossiers and the people that follow from these rows, given by table."""
    dossiers = dict.fromkeys(rows.get("dossier", ()))
    for table in _OF_A_DOSSIER:
        if keys := rows.get(table):
            found = db.conn.execute(
                "SELECT DISTINCT dossier FROM json_each(?) AS wanted"
                f" CROSS JOIN {table} AS kept ON kept.id = wanted.value",
                (json.dumps(list(keys)),),
            )
            dossiers.update(dict.fromkeys(key for (key,) in found))
    return list(dossiers), list(rows.get("person", ()))

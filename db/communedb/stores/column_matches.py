"""Matches of columns that an office keeps under a name: what headings of a file mean."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from communedb.domain.refusal import Reason, Refused

if TYPE_CHECKING:
    from communedb.sqlite import Database


def match_names(db: Database) -> list[str]:
    """The names of the kept matches."""
    return [name for (name,) in db.conn.execute("SELECT name FROM column_match ORDER BY name")]


def read_match(db: Database, name: str) -> dict[str, str]:
    """Heading to the name of a column, as an officer said it. Refused: IMPORT_MATCH_UNKNOWN."""
    found = db.conn.execute("SELECT body FROM column_match WHERE name = ?", (name.strip(),)).fetchone()
    if found is None:
        raise Refused(Reason.IMPORT_MATCH_UNKNOWN, name=name, known=", ".join(match_names(db)) or "-")
    kept: dict[str, str] = json.loads(found[0])
    return kept

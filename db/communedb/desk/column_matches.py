"""Keeping a match of columns under a name, for the next file of the same make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import clean
from communedb.transaction import as_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.transaction import Write


def save_match(tx: Write, name: str, said: Mapping[str, str]) -> None:
    """Keep what headings mean; an older match of that name is replaced. Refused: IMPORT_MATCH_NAME_MISSING."""
    label = clean(name, 60)
    if not label:
        raise Refused(Reason.IMPORT_MATCH_NAME_MISSING)
    tx.db.conn.execute(
        "INSERT INTO column_match (name, body) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body",
        (label, as_json(dict(said))),
    )

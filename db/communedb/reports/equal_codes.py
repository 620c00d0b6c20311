"""Dossiers that carry the same code after registers were merged: listed as work, renumbered never."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communedb.sqlite import Database


def equal_codes(db: Database) -> dict[str, list[str]]:
    """Each code that more than one dossier carries, with the keys of those dossiers."""
    found: dict[str, list[str]] = {}
    for code, dossier in db.conn.execute(
        "SELECT code, id FROM dossier WHERE code IN (SELECT code FROM dossier GROUP BY code HAVING count(*) > 1)"
        " ORDER BY code, received_at, id"
    ):
        found.setdefault(code, []).append(dossier)
    return found

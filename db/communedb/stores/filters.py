"""Filters of the dossier list that officers keep under a name, each for oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from communedb.domain.dossier_filter import DossierFilter

if TYPE_CHECKING:
    from communedb.sqlite import Database


class SavedFilter(NamedTuple):
    """A filter and its name."""

    name: str
    wanted: DossierFilter


def read_filters(db: Database, officer: str) -> list[SavedFilter]:
    """An officer's own filters by name; one that another version wrote and this one cannot read is left out."""
    kept = []
    found = db.conn.execute("SELECT name, body FROM saved_filter WHERE officer = ? ORDER BY name", (officer,))
    for name, body in found.fetchall():
        try:
            kept.append(SavedFilter(name, DossierFilter.model_validate_json(body)))
        except ValidationError:
            continue
    return kept


def fields_in_use(db: Database) -> list[str]:
    """The fields of all dossiers, each once; jumps from one to the next over the index."""
    found = db.conn.execute(
        "WITH RECURSIVE used(field) AS ("
        " SELECT min(field) FROM dossier_state UNION ALL"
        " SELECT (SELECT min(field) FROM dossier_state WHERE field > used.field) FROM used WHERE used.field IS NOT NULL"
        ") SELECT field FROM used WHERE field IS NOT NULL AND field <> ''"
    )
    return [field for (field,) in found.fetchall()]

"""Conflicts as work: what each is about, so that an officer knows whose paper or which dossier to reach for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from communedb.journal.conflicts import Conflict, conflicts, conflicts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from communedb.sqlite import Database


class Contested(NamedTuple):
    """A conflict, what its row is called, and the dossier that it belongs to, if any."""

    conflict: Conflict
    name: str
    dossier: str
    code: str
    applicant: str


_NAMES: Final[Mapping[str, str]] = {
    "attachment": "name",
    "calendar_day": "day",
    "certification": "paper_name",
    "event": "kind",
    "officer": "name",
    "outside_code": "code",
    "paper": "name",
    "person": "name",
    "print": "form",
    "procedure": "name_vi",
    "setting": "name",
    "station": "name",
}
"""The column that tells people which row it is."""

_OF_A_DOSSIER: Final = frozenset({"attachment", "certification", "event", "outside_code", "paper", "print"})


def contested(db: Database, rows: Iterable[str] | None = None) -> list[Contested]:
    """Every conflict, or those of these rows; what belongs to dossiers first, by code, then the rest."""
    found = conflicts(db) if rows is None else conflicts_of(db, rows)
    return sorted((_about(db, one) for one in found), key=lambda one: (not one.dossier, one.code, one.conflict[:3]))


def rows_of_dossier(db: Database, dossier: str) -> list[str]:
    """The keys of a dossier and of everything that belongs to it."""
    keys = [dossier]
    for table in sorted(_OF_A_DOSSIER - {"event"}):
        keys += [key for (key,) in db.conn.execute(f"SELECT id FROM {table} WHERE dossier = ?", (dossier,))]
    return keys


def _about(db: Database, conflict: Conflict) -> Contested:
    table = conflict.table
    dossier, name = conflict.row if table == "dossier" else "", ""
    if table in _NAMES:
        owner = "dossier" if table in _OF_A_DOSSIER else "''"
        row = db.conn.execute(f"SELECT {_NAMES[table]}, {owner} FROM {table} WHERE id = ?", (conflict.row,)).fetchone()
        name, dossier = row or ("", "")
    code, applicant = "", ""
    if dossier:
        row = db.conn.execute("SELECT code, applicant_name FROM dossier WHERE id = ?", (dossier,)).fetchone()
        code, applicant = row or ("", "")
    return Contested(conflict, str(name), str(dossier), str(code), str(applicant))

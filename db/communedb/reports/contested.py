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
    "feedback": "content",
    "feedback_event": "kind",
    "notice": "title",
    "officer": "name",
    "outside_code": "code",
    "paper": "name",
    "person": "name",
    "print": "form",
    "procedure": "name_vi",
    "setting": "name",
    "station": "name",
    "support": "helper",
    "task": "title",
    "task_event": "kind",
}
"""The column that tells people which row it is."""

_OWNERS: Final[Mapping[str, str]] = {
    "attachment": "subject",
    **dict.fromkeys(("certification", "event", "outside_code", "paper", "print"), "dossier"),
}
"""The tables whose rows belong to a dossier, and the column that says to which."""

_CODED: Final[Mapping[str, tuple[str, str]]] = {
    "feedback": ("id", "feedback"),
    "feedback_event": ("feedback", "feedback"),
    "task": ("id", "task"),
    "task_event": ("task", "task"),
}
"""The tables of tasks and feedback, which have codes of their own: the column that says of which, and its table."""


def contested(db: Database, rows: Iterable[str] | None = None) -> list[Contested]:
    """Every conflict, or those of these rows; what belongs to dossiers first, by code, then the rest."""
    found = conflicts(db) if rows is None else conflicts_of(db, rows)
    return sorted((_about(db, one) for one in found), key=lambda one: (not one.dossier, one.code, one.conflict[:3]))


def rows_of_dossier(db: Database, dossier: str) -> list[str]:
    """The keys of a dossier and of everything that belongs to it."""
    keys = [dossier]
    for table, owner in _OWNERS.items():
        if table != "event":
            keys += [key for (key,) in db.conn.execute(f"SELECT id FROM {table} WHERE {owner} = ?", (dossier,))]
    return keys


def _about(db: Database, conflict: Conflict) -> Contested:
    table = conflict.table
    dossier, name = conflict.row if table == "dossier" else "", ""
    if table in _NAMES:
        owner = _OWNERS.get(table) or _CODED.get(table, ("''",))[0]
        row = db.conn.execute(f"SELECT {_NAMES[table]}, {owner} FROM {table} WHERE id = ?", (conflict.row,)).fetchone()
        name, dossier = row or ("", "")
    code, applicant = "", ""
    if table in _CODED:
        row = db.conn.execute(f"SELECT code FROM {_CODED[table][1]} WHERE id = ?", (dossier,)).fetchone()
        (code,), dossier = row or ("",), ""
    elif dossier:
        # A file may belong to a task or to feedback instead.
        row = db.conn.execute("SELECT code, applicant_name FROM dossier WHERE id = ?", (dossier,)).fetchone()
        code, applicant = row or ("", "")
        dossier = dossier if row or table == "dossier" else ""
    return Contested(conflict, str(name), str(dossier), str(code), str(applicant))

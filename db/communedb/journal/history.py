"""The journal as an officer reads it: who changed what, from what to what, when."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communedb.journal.clock import instant

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.sqlite import Database


@dataclass(frozen=True)
class Change:
    """One column of one row: what it was, what it became, by whom and when; `created` at the row's first line."""

    at: datetime
    officer: str
    table: str
    row: str
    column: str
    old: Any
    new: Any
    created: bool


_OWNERS = {
    "paper": "dossier",
    "outside_code": "dossier",
    "event": "dossier",
    "attachment": "subject",
    "print": "dossier",
    "certification": "dossier",
    "task_event": "task",
    "feedback_event": "feedback",
}
"""The tables of parts, and the column of each that names what it is a part of."""


def subject_history(db: Database, subject: str) -> list[Change]:
    """Every change of a dossier, a task or feedback and of what belongs to it, first to last."""
    keys = [subject]
    for table, owner in _OWNERS.items():
        keys += [key for (key,) in db.conn.execute(f"SELECT id FROM {table} WHERE {owner} = ?", (subject,))]
    return row_history(db, keys)


def row_history(db: Database, keys: list[str]) -> list[Change]:
    """Every change of these rows, first to last."""
    lines = db.conn.execute(
        "SELECT clock, replica, number, officer, table_name, row, changes FROM json_each(?) AS wanted"
        " CROSS JOIN journal_line ON row = wanted.value ORDER BY clock, replica, number",
        (json.dumps(keys),),
    )
    known: dict[str, dict[str, Any]] = {}
    found: list[Change] = []
    for clock, _, _, officer, table, row, changes in lines:
        created = row not in known
        before = known.setdefault(row, {})
        for column, new in json.loads(changes).items():
            found.append(Change(instant(clock), officer, table, row, column, before.get(column), new, created))
            before[column] = new
    return found

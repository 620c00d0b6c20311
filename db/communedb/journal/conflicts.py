"""Conflicts: columns for which two officers, neither of whom had seen the other's value, wrote different ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from communedb.domain.refusal import Reason, Refused
from communedb.journal.apply import applying
from communedb.journal.fold import Head
from communedb.journal.refold import refold
from communedb.journal.tables import travelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from communedb.sqlite import Database
    from communedb.transaction import Write


class Conflict(NamedTuple):
    """One column of one row and its heads, the shown one last."""

    table: str
    row: str
    column: str
    scope: str
    heads: tuple[Head, ...]


_COLUMNS = "table_name, row, column_name, scope, heads"


def conflicts(db: Database) -> list[Conflict]:
    """Everything that waits for an officer's resolution."""
    return _read(db.conn.execute(f"SELECT {_COLUMNS} FROM conflict ORDER BY table_name, row, column_name"))


def conflicts_of(db: Database, rows: Iterable[str]) -> list[Conflict]:
    """The conflicts of these rows."""
    sql = f"SELECT {_COLUMNS} FROM conflict WHERE row IN (SELECT value FROM json_each(?)) ORDER BY row, column_name"
    return _read(db.conn.execute(sql, (json.dumps(list(rows)),)))


def conflict_count(db: Database) -> int:
    """How many wait."""
    (count,) = db.conn.execute("SELECT count(*) FROM conflict").fetchone()
    return int(count)


def resolve(tx: Write, row: str, column: str, value: str | int | None, heads: Sequence[tuple[str, int]]) -> None:
    """End a conflict with a value: one of the heads' or another; `heads` are those that the officer was shown.

    It is written as a line that names them, so an ordinary edit elsewhere never ends a conflict by the way. Refused:
    CONFLICT_GONE, CONFLICT_CHANGED, VALUE_NOT_ACCEPTED.
    """
    found = [each for each in conflicts_of(tx.db, [row]) if each.column == column]
    if not found:
        raise Refused(Reason.CONFLICT_GONE)
    conflict = found[0]
    if {(head.replica, head.number) for head in conflict.heads} != set(heads):
        raise Refused(Reason.CONFLICT_CHANGED)
    if travelling(tx.db)[conflict.table].fault({column: value}, part=True):
        raise Refused(Reason.VALUE_NOT_ACCEPTED, field=column, value=value)
    _write_line(tx, conflict, value)
    with applying(tx.db):
        refold(tx.db, conflict.scope, {conflict.table: [row]})
    tx.note_changed(conflict.table, row)


def _write_line(tx: Write, conflict: Conflict, value: str | int | None) -> None:
    changes = json.dumps({conflict.column: value}, ensure_ascii=False, separators=(",", ":"))
    names = json.dumps(sorted((h.replica, h.number) for h in conflict.heads), separators=(",", ":"))
    tx.db.conn.execute("UPDATE journal_pen SET number = number + 1 WHERE scope = ?", (conflict.scope,))
    tx.db.conn.execute(
        "INSERT INTO journal_line (replica, scope, number, clock, officer, table_name, row, changes, seen, vector,"
        " replaces) SELECT replica, scope, number, clock, officer, ?, ?, ?, seen, vector, ? FROM journal_pen"
        " WHERE scope = ?",
        (conflict.table, conflict.row, changes, names, conflict.scope),
    )


def _read(found: Iterable[Sequence[Any]]) -> list[Conflict]:
    return [
        Conflict(table, row, column, scope, tuple(Head(*head) for head in json.loads(heads)))
        for table, row, column, scope, heads in found
    ]

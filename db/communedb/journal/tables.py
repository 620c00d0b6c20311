"""Which tables and columns travel: what a line may speak of, whoever wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.sqlite import Database

NEWER: Final = "newer"
POISONED: Final = "poisoned"

_LARGEST: Final = 2**63 - 1


@dataclass(frozen=True)
class Shape:
    """A travelling table: the type of each column, those that are never empty, and whether its rows never change."""

    name: str
    types: Mapping[str, type]
    required: frozenset[str]
    only_grows: bool

    def fault(self, changes: Mapping[str, Any], *, part: bool = False) -> str | None:
        """Why changes cannot be folded: a column of a newer schema, or a value that the column cannot hold.

        A line of a table that only grows holds a whole row; `part` is for a resolution, which may name one column.
        """
        for column, value in changes.items():
            kind = self.types.get(column)
            if kind is None:
                return NEWER
            if value is None:
                if column in self.required:
                    return POISONED
            elif value.__class__ is not kind or (isinstance(value, int) and not -_LARGEST <= value <= _LARGEST):
                return POISONED
        if self.only_grows and not part and not self.required <= changes.keys():
            return POISONED
        return None


_KNOWN: WeakKeyDictionary[Database, dict[str, Shape]] = WeakKeyDictionary()


def travelling(db: Database) -> dict[str, Shape]:
    """The travelling tables of a register by name; read once for each connection."""
    if db not in _KNOWN:
        guarded = db.conn.execute(
            "SELECT tbl_name, max(sql LIKE '%this table only grows%') FROM sqlite_schema"
            " WHERE type = 'trigger' AND name GLOB '*_journal_*' GROUP BY tbl_name"
        ).fetchall()
        _KNOWN[db] = {table: _shape(db, table, bool(grows)) for table, grows in guarded}
    return _KNOWN[db]


def _shape(db: Database, table: str, only_grows: bool) -> Shape:
    types: dict[str, type] = {}
    required: set[str] = set()
    for _, name, kind, not_null, *_ in db.conn.execute(f"PRAGMA table_info({table})"):
        if name in {"id", "scope"}:
            continue
        types[name] = int if kind == "INTEGER" else str
        if not_null:
            required.add(name)
    return Shape(table, types, frozenset(required), only_grows)

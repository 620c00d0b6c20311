"""Which tables and columns travel: what a line may speak of, whoever wrote it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.sqlite import Database

NEWER: Final = "newer"
POISONED: Final = "poisoned"

_LARGEST: Final = 2**63 - 1
_MOST_VERDICTS: Final = 2_000


@dataclass(frozen=True)
class Shape:
    """A travelling table: the type of each column, those that are never empty, and whether its rows never change."""

    name: str
    types: Mapping[str, type]
    required: frozenset[str]
    only_grows: bool
    _verdicts: dict[Any, tuple[str | None, tuple[str, ...]]] = field(default_factory=dict, repr=False, compare=False)

    def fault(self, changes: Mapping[str, Any], *, part: bool = False) -> str | None:
        """Why changes cannot be folded: a column of a newer schema, or a value that the column cannot hold.

        A line of a table that only grows holds a whole row; `part` is for a resolution, which may name one column.
        """
        # Most lines of a table have the same columns with values of the same types.
        pattern = (tuple(changes), tuple(map(type, changes.values())), part)
        if pattern not in self._verdicts:
            if len(self._verdicts) > _MOST_VERDICTS:
                self._verdicts.clear()
            self._verdicts[pattern] = self._verdict(changes, part)
        fault, whole_numbers = self._verdicts[pattern]
        if fault != POISONED:
            for column in whole_numbers:
                if not -_LARGEST <= changes[column] <= _LARGEST:
                    return POISONED
        return fault

    def _verdict(self, changes: Mapping[str, Any], part: bool) -> tuple[str | None, tuple[str, ...]]:
        """The fault of every such line, and the columns whose values have to be looked at."""
        known = self.known(changes)
        for column, value in known.items():
            if value is None:
                if column in self.required:
                    return POISONED, ()
            elif value.__class__ is not self.types[column]:
                return POISONED, ()
        if self.only_grows and not part and not self.required <= changes.keys():
            return POISONED, ()
        whole_numbers = tuple(column for column, value in known.items() if value.__class__ is int)
        return None if len(known) == len(changes) else NEWER, whole_numbers

    def known(self, changes: Mapping[str, Any]) -> dict[str, Any]:
        """What a line of a newer schema says of the columns that there are here."""
        return {column: value for column, value in changes.items() if column in self.types}


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


def look_again(db: Database) -> None:
    """Forget the shapes of the tables: a migration has changed them."""
    _KNOWN.pop(db, None)


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

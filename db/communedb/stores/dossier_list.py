"""Lists of dossiers, a page at a time by key: as quick at a million rows as at a thousand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from communedb.domain.dossier_filter import DossierFilter, Sort
from communedb.stores.dossier_conditions import conditions, midnight
from communedb.stores.dossier_path import Path, choose, to_count
from communedb.stores.search import match_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from communedb.domain.calendar import WorkCalendar
    from communedb.sqlite import Database

MOST_FOUND = 500
"""So many matches of a typed text are looked at, the latest entered first; whoever finds more types another letter."""


class PageKey(NamedTuple):
    """Where a row stands in a list: its value in the order, and its place."""

    value: str
    place: int


class DossierRow(NamedTuple):
    """One line of a list of dossiers; times as the register keeps them."""

    place: int
    dossier: str
    code: str
    status: str
    voided: int
    open: int
    late: int
    paused: int
    received_at: str
    due_at: str | None
    due_order: str
    due_expected: int
    ended_at: str | None
    changed_at: str
    supplements: int
    holder: str
    channel: str
    field: str
    procedure_code: str
    procedure_name: str
    applicant_name: str
    applicant_key: str
    papers_with: str
    offered_to: str


def rows_of(db: Database, dossiers: Sequence[str]) -> list[DossierRow]:
    """The rows of these dossiers, in this order; one that is not here has none."""
    found = db.conn.execute(
        f"SELECT {', '.join(DossierRow._fields)} FROM dossier_state WHERE dossier IN (SELECT value FROM json_each(?))",
        (json.dumps(list(dossiers)),),
    )
    by_key = {row.dossier: row for row in map(DossierRow._make, found)}
    return [by_key[dossier] for dossier in dossiers if dossier in by_key]


_ORDER = {
    Sort.RECEIVED: "received_at",
    Sort.DUE: "due_order",
    Sort.CODE: "code",
    Sort.NAME: "applicant_key",
    Sort.CHANGED: "changed_at",
}


_NOT_BEFORE_RECEPTION = frozenset({Sort.DUE, Sort.CHANGED})


class DossierList:
    """The dossiers that a filter shows at a moment; the way to them is found at the first page and kept."""

    def __init__(self, wanted: DossierFilter, now: datetime, calendar: WorkCalendar) -> None:
        self.wanted = wanted
        self._column = _ORDER[wanted.sort]
        self._words = match_words(wanted.text)
        self._conditions = conditions(wanted, now, calendar)
        self._path: Path | None = None
        self._asked = False

    def key(self, row: DossierRow) -> PageKey:
        """Where a row stands in this list."""
        return PageKey(getattr(row, self._column), row.place)

    def page(
        self,
        db: Database,
        limit: int,
        *,
        after: PageKey | None = None,
        before: PageKey | None = None,
        last: bool = False,
    ) -> list[DossierRow]:
        """Up to `limit` rows from the start, after or before a key, or the `last` ones; in the order of the list."""
        backwards = last or before is not None
        falling = self.wanted.descending is not backwards
        found: list[DossierRow] = []
        for bound, values in self._bounds(before or after, self._way(db), falling=falling):
            found += self._read(db, bound, values, falling=falling, limit=limit - len(found))
            if len(found) == limit:
                break
        return found[::-1] if backwards else found

    def _bounds(
        self, mark: PageKey | None, path: Path | None, *, falling: bool
    ) -> list[tuple[list[str], tuple[str | int, ...]]]:
        """The conditions under which rows come behind a key, to be read one after the other."""
        if mark is None:
            return [([], ())]
        than = "<" if falling else ">"
        if path is None or not path.in_order:
            return [([f"({self._column}, place) {than} (?, ?)"], mark)]
        # Rows of the same value first: compared as a pair, SQLite would walk all of them, and a day has many dossiers.
        same = ([f"{self._column} = ?", f"place {than} ?"], mark)
        return [same, ([f"{self._column} {than} ?"], (mark.value,))]

    def _read(
        self, db: Database, bound: list[str], values: tuple[str | int, ...], *, falling: bool, limit: int
    ) -> list[DossierRow]:
        path, order = self._way(db), "DESC" if falling else "ASC"
        if path is None:
            return self._read_matching(db, bound, values, order=order, limit=limit)
        words, parameters = self._narrowed()
        if self.wanted.received_from and self.wanted.sort in _NOT_BEFORE_RECEPTION:
            # It follows from the conditions, and spares walking through everything that was over by then.
            words, parameters = [*words, f"{self._column} >= ?"], [*parameters, midnight(self.wanted.received_from)]
        # Where rows are sorted after they were found, a unary plus keeps the order's own index out of it.
        plus = "" if path.in_order else "+"
        cursor = db.conn.execute(
            f"SELECT {', '.join(DossierRow._fields)} FROM dossier_state INDEXED BY {path.along}"
            f" {_where([*words, *bound])} ORDER BY {plus}{self._column} {order}, {plus}place {order} LIMIT ?",
            (*parameters, *values, limit),
        )
        return [DossierRow._make(row) for row in cursor]

    def _read_matching(
        self, db: Database, bound: list[str], values: tuple[str | int, ...], *, order: str, limit: int
    ) -> list[DossierRow]:
        """Rows that match lie anywhere, each in a page of its own to decipher: in full only those that are shown."""
        matching, parameters = self._matching()
        shown = f"SELECT place FROM ({matching}) {_where(bound)} ORDER BY {self._column} {order}, place {order} LIMIT ?"
        cursor = db.conn.execute(
            f"SELECT {', '.join(DossierRow._fields)} FROM dossier_state NOT INDEXED WHERE place IN ({shown})"
            f" ORDER BY +{self._column} {order}, +place {order}",
            (*parameters, *values, limit),
        )
        return [DossierRow._make(row) for row in cursor]

    def count(self, db: Database) -> int:
        """How many rows there are; for a typed text at most MOST_FOUND."""
        path = self._way(db)
        if path is None:
            counted, parameters = self._matching()
            source = f"({counted})"
        else:
            words, parameters = self._narrowed()
            source = f"dossier_state INDEXED BY {to_count(path, self._conditions)} {_where(words)}"
        (number,) = db.conn.execute(f"SELECT count(*) FROM {source}", parameters).fetchone()
        return int(number)

    def _way(self, db: Database) -> Path | None:
        """The index to read by; None where a typed text leads to the rows."""
        if not self._asked:
            self._asked = True
            path = choose(db, self.wanted.sort, self._conditions)
            self._path = None if self._words and path.in_order else path
        return self._path

    def _narrowed(self) -> tuple[list[str], list[Any]]:
        """The conditions with their values, the typed text among them."""
        words = [condition.sql for condition in self._conditions]
        values = [value for condition in self._conditions for value in condition.values]
        if self._words:
            # Few rows meet the conditions: they are looked up, and each is asked for the words.
            words.append("place IN (SELECT rowid FROM dossier_search WHERE dossier_search MATCH ?)")
            values.append(self._words)
        return words, values

    def _matching(self) -> tuple[str, list[Any]]:
        """The latest that match and meet every condition, which is asked match by match until there are enough."""
        words = ["dossier_search MATCH ?", *(condition.sql for condition in self._conditions)]
        values = [value for condition in self._conditions for value in condition.values]
        return (
            f"SELECT s.place, s.{self._column} FROM dossier_search"
            f" CROSS JOIN dossier_state AS s ON s.place = dossier_search.rowid"
            f" {_where(words)} ORDER BY dossier_search.rowid DESC LIMIT {MOST_FOUND}",
            [self._words, *values],
        )


def _where(words: list[str]) -> str:
    return f"WHERE {' AND '.join(words)}" if words else ""

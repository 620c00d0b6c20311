"""The oracles: equal tables, conflicts as the model says, no value gone that nobody saw."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.journal.stations import TRAVELLING
from tests.simulator.model import by_cell, heads, vanished

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.simulator.model import Cell, LineId, Written

    from communedb.sqlite import Database

Tables = dict[str, list[tuple[Any, ...]]]

_DERIVED = {"conflict": "row, column_name", "dossier_state": "dossier", "person_state": "person"}


class Broken(AssertionError):  # noqa: N818 - what a history is
    """A history after which an oracle does not hold."""


def check(stations: Mapping[str, Database], written: Sequence[Written]) -> None:
    """All three oracles, on stations that hold everything."""
    tables = {name: _tables(db) for name, db in stations.items()}
    lines = {name: _lines(db) for name, db in stations.items()}
    (first, here), *others = tables.items()
    for name, there in others:
        if lines[name] != lines[first]:
            raise Broken(f"{name} holds other lines than {first}: {sorted(lines[name] ^ lines[first])}")
        for table, rows in here.items():
            if there[table] != rows:
                raise Broken(f"{table} of {name}: {there[table]}\n{table} of {first}: {rows}")
    if unknown := lines[first] - {line.id for line in written}:
        raise Broken(f"lines that nobody wrote: {sorted(unknown)}")
    _check_cells(stations[first], here, [line for line in written if line.id in lines[first]])


def _check_cells(db: Database, tables: Tables, lines: list[Written]) -> None:
    conflicts: dict[Cell, set[tuple[str, Any]]] = {}
    for row, column, table, _, text in tables["conflict"]:
        conflicts[table, row, column] = {(officer, value) for *_, officer, value in json.loads(text)}
    for cell, of in by_cell(lines).items():
        expected = heads(of, cell)
        waiting = {(line.id[0], line.values[cell]) for line in expected}
        if len({value for _, value in waiting}) < 2:
            waiting = set()
        if conflicts.pop(cell, set()) != waiting:
            raise Broken(f"{cell}: conflict of {waiting} expected; {tables['conflict']}")
        shown = value_of(db, cell)
        if shown != expected[-1].values[cell]:
            raise Broken(f"{cell}: {expected[-1].values[cell]!r} expected, {shown!r} is shown")
        left = {shown, *(value for _, value in waiting)}
        if gone := vanished(of, cell, left):
            raise Broken(f"{cell}: gone though nobody saw it: {[line.id for line in gone]}")
    if conflicts:
        raise Broken(f"conflicts of nothing: {conflicts}")


def value_of(db: Database, cell: Cell) -> Any:
    """What stands in a cell; None also for a row that is not there."""
    table, row, column = cell
    found = db.conn.execute(f"SELECT {column} FROM {table} WHERE id = ?", (row,)).fetchone()
    return found[0] if found else None


def _tables(db: Database) -> Tables:
    found = {table: db.conn.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TRAVELLING}
    for table, key in _DERIVED.items():
        found[table] = db.conn.execute(f"SELECT {_columns(db, table)} FROM {table} ORDER BY {key}").fetchall()
    return found


_COLUMNS: dict[str, str] = {}


def _columns(db: Database, table: str) -> str:
    """The columns that are the same everywhere: a place is a station's own."""
    if table not in _COLUMNS:
        names = [name for _, name, *_ in db.conn.execute(f"PRAGMA table_info({table})")]
        _COLUMNS[table] = ", ".join(name for name in names if name != "place")
    return _COLUMNS[table]


def _lines(db: Database) -> set[LineId]:
    return set(db.conn.execute("SELECT officer, scope, number FROM journal_line").fetchall())

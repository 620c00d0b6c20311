"""By which index a list of dossiers is read.

SQLite knows nothing of how common a value is (statistics would go stale, and differ from station to station), so the
index is named here. A condition that few dossiers meet is looked up, and what it finds is sorted; otherwise the order
of the list is walked along an index that holds the filtered columns, too, so that the rows in between are never read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.dossier_filter import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.sqlite import Database
    from communedb.stores.dossier_conditions import Condition

FEW = 2_000
"""So many rows, wherever they lie, are read and sorted sooner than an order is walked in search of them."""

FEW_OPEN = 10_000
"""The same for open dossiers: most of them lie together, at the end."""

_NARROW = {
    "offered_to": "dossier_state_offered_to",
    "person": "dossier_state_person",
    "returned_on": "dossier_state_returned_on",
    "has_outside_code": "dossier_state_no_code",
    "open": "dossier_state_open_due",
    "procedure_code": "dossier_state_procedure",
    "holder": "dossier_state_holder",
    "status": "dossier_state_status",
    "field": "dossier_state_field",
    "changed_at": "dossier_state_changed",
    "received_at": "dossier_state_received",
}
"""Column to the index that begins with it, the most telling first."""

_ORDERED = {
    Sort.RECEIVED: "dossier_state_received",
    Sort.DUE: "dossier_state_due",
    Sort.CODE: "dossier_state_code",
    Sort.NAME: "dossier_state_name",
    Sort.CHANGED: "dossier_state_changed",
}

_THEN_BY_RECEPTION = ("has_outside_code", "procedure_code", "holder", "field", "status")
"""Columns whose index goes on with the time of reception; the first one's holds only the rows that lack a code."""


class Path(NamedTuple):
    """An index, and whether its rows come in the order of the list."""

    along: str
    in_order: bool


def choose(db: Database, sort: Sort, conditions: Sequence[Condition]) -> Path:
    """The path to the rows that meet these conditions; asks the register which of them few rows meet."""
    for column, index in _NARROW.items():
        met = [condition for condition in conditions if condition.column == column]
        if met and _few(db, index, met):
            return Path(index, in_order=False)
    if sort is Sort.RECEIVED:
        for column in _THEN_BY_RECEPTION:
            if any(condition.column == column and len(condition.values) <= 1 for condition in conditions):
                return Path(_NARROW[column], in_order=True)
    return Path(_ORDERED[sort], in_order=True)


def to_count(path: Path, conditions: Sequence[Condition]) -> str:
    """The index along which the rows of a path are counted: one that holds every filtered column, if any does."""
    if not path.in_order:
        return path.along
    columns = {condition.column for condition in conditions} - {"voided"}
    if "has_outside_code" in columns:
        return _NARROW["has_outside_code"]
    if len(columns) == 1 and (only := columns.pop()) in _NARROW:
        return _NARROW[only]
    return _NARROW["holder"] if "holder" in columns else _NARROW["received_at"]


def _few(db: Database, index: str, conditions: Sequence[Condition]) -> bool:
    words = " AND ".join(condition.sql for condition in conditions)
    values = [value for condition in conditions for value in condition.values]
    few = FEW_OPEN if index == _NARROW["open"] else FEW
    (number,) = db.conn.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM dossier_state INDEXED BY {index} WHERE {words} LIMIT {few + 1})", values
    ).fetchone()
    return int(number) <= few

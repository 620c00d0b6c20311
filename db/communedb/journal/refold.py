"""Folding rows again from their lines: after lines came in, after a form that was read earlier, after an upgrade."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from communedb.journal.chains import Chains
from communedb.journal.fold import Entry, Folded, covering, fold, in_order
from communedb.journal.tables import travelling
from communedb.journal.vectors import parse_heads

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from communedb.journal.tables import Shape
    from communedb.sqlite import Database

# What `json.loads` does for each text before it begins to parse costs as much as the parsing.
_parse: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined]

_COLUMNS = "replica, number, clock, officer, row, changes, seen, vector, replaces"


def refold(
    db: Database, scope: str, rows: Mapping[str, Collection[str]], fresh: Iterable[tuple[str, Entry]] = ()
) -> None:
    """Write again what the lines of these rows (by table) add up to, and their conflicts.

    `fresh` are lines, with their table, that are not in the journal yet. A row stays away until each of its columns
    that is never empty has arrived.
    """
    chains = Chains(db, scope)
    covers = covering(chains)
    lines: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    shapes = travelling(db)
    for table, keys in rows.items():
        for entry in _kept_lines(db, scope, table, keys, shapes[table]):
            lines[table, entry.row].append(entry)
    for table, entry in fresh:
        lines[table, entry.row].append(entry)
    by_table: dict[str, dict[str, Folded]] = defaultdict(dict)
    for (table, row), entries in lines.items():
        by_table[table][row] = Folded(entries[0].changes) if len(entries) == 1 else fold(entries, covers)
    for table, folded in by_table.items():
        _write(db, scope, shapes[table], folded)
        _note_conflicts(db, scope, table, folded)


def seen_first(db: Database, table: str, keys: Collection[str]) -> list[str]:
    """These rows in the order in which they were written, as far as one writer had seen another's.

    Nothing when one replica wrote them all: its clock never runs backwards.
    """
    scope, first, last = db.conn.execute(
        "SELECT min(scope), min(replica), max(replica) FROM json_each(?) AS wanted"
        " CROSS JOIN journal_line ON row = wanted.value",
        (json.dumps(list(keys)),),
    ).fetchone()
    if first == last:
        return []
    entries = list(_kept_lines(db, scope, table, keys, travelling(db)[table]))
    ordered = in_order(entries, covering(Chains(db, scope)))
    return list(dict.fromkeys(entry.row for entry in ordered))


def refold_written(db: Database, before: Mapping[str, int]) -> None:
    """Fold the rows again that this replica wrote to after these numbers."""
    for scope, number in before.items():
        rows: dict[str, list[str]] = defaultdict(list)
        for table, row in db.conn.execute(
            "SELECT DISTINCT table_name, row FROM journal_line JOIN journal_pen"
            " ON journal_pen.scope = journal_line.scope AND journal_pen.replica = journal_line.replica"
            " WHERE journal_line.scope = ? AND journal_line.number > ?",
            (scope, number),
        ):
            rows[table].append(row)
        if rows:
            refold(db, scope, rows)


def _kept_lines(db: Database, scope: str, table: str, keys: Collection[str], shape: Shape) -> Iterable[Entry]:
    found = db.conn.execute(
        f"SELECT {_COLUMNS}, (SELECT heads FROM journal_vector WHERE id = vector) FROM json_each(?) AS wanted"
        " CROSS JOIN journal_line ON row = wanted.value WHERE scope = ? AND table_name = ?",
        (json.dumps(list(keys)), scope, table),
    )
    for chain, number, clock, officer, row, text, seen, _, replaces, heads in found:
        changes = parse_changes(text)
        if changes is not None and shape.fault(changes, part=bool(replaces)) is None:
            yield Entry(chain, number, clock, officer, row, changes, seen, parse_heads(heads), named(replaces), text)


def parse_changes(text: str) -> dict[str, Any] | None:
    """What a line changed; None when the text is no JSON object."""
    try:
        body, end = _parse(text, 0)
    except (ValueError, StopIteration, RecursionError):
        return None
    return body if end == len(text) and isinstance(body, dict) else None


def named(replaces: str | None) -> frozenset[tuple[str, int]]:
    """The heads that a resolution names; ValueError for what is no such list."""
    if not replaces:
        return frozenset()
    body = json.loads(replaces)
    if not isinstance(body, list) or not all(
        isinstance(each, list) and len(each) == 2 and isinstance(each[0], str) and type(each[1]) is int for each in body
    ):
        raise ValueError("not a list of heads")
    return frozenset((replica, number) for replica, number in body)


def _write(db: Database, scope: str, shape: Shape, folded: Mapping[str, Folded]) -> None:
    """Put folded rows into their table: new ones whole, others in the columns that lines speak of."""
    there = dict(
        db.conn.execute(
            "SELECT kept.id, kept.scope FROM json_each(?) AS wanted"
            f" CROSS JOIN {shape.name} AS kept ON kept.id = wanted.value",
            (json.dumps(list(folded)),),
        ).fetchall()
    )
    columns = list(shape.types)
    added: list[tuple[Any, ...]] = []
    changed: dict[tuple[str, ...], list[tuple[Any, ...]]] = defaultdict(list)
    for row, result in folded.items():
        values = result.values
        if row in there:
            if there[row] == scope:
                changed[tuple(values)].append((*values.values(), row))
        elif shape.required <= values.keys():
            added.append((row, scope, *(values.get(column) for column in columns)))
    if added:
        marks = ", ".join("?" * (len(columns) + 2))
        db.conn.executemany(f"INSERT INTO {shape.name} (id, scope, {', '.join(columns)}) VALUES ({marks})", added)
    for names, parameters in changed.items():
        assigned = ", ".join(f"{name} = ?" for name in names)
        db.conn.executemany(f"UPDATE {shape.name} SET {assigned} WHERE id = ?", parameters)


def _note_conflicts(db: Database, scope: str, table: str, folded: Mapping[str, Folded]) -> None:
    db.conn.execute(
        "DELETE FROM conflict WHERE row IN (SELECT value FROM json_each(?)) AND table_name = ?",
        (json.dumps(list(folded)), table),
    )
    noted = [
        (row, column, table, scope, json.dumps(heads, ensure_ascii=False, separators=(",", ":")))
        for row, result in folded.items()
        for column, heads in result.conflicts.items()
    ]
    db.conn.executemany("INSERT INTO conflict VALUES (?, ?, ?, ?, ?)", noted)

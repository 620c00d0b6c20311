"""Folding rows again from their lines: after lines came in, after a form that was read earlier, after an upgrade."""

from __future__ import annotations

import json
from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from communedb.journal.alike import alike
from communedb.journal.chains import Chains
from communedb.journal.changes import parse_all, parse_changes
from communedb.journal.fold import Entry, Folded, covering, fold, in_order
from communedb.journal.tables import NEWER, POISONED, look_again, travelling
from communedb.journal.vectors import parse_heads

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from communedb.journal.tables import Shape
    from communedb.sqlite import Database

_COLUMNS = "replica, number, clock, officer, row, changes, seen, vector, replaces"


def refold(
    db: Database,
    scope: str,
    rows: Mapping[str, Collection[str]],
    fresh: Mapping[str, Mapping[str, Sequence[Entry]]] = MappingProxyType({}),
) -> None:
    """Write again what the lines of these rows (by table) add up to, and their conflicts.

    `fresh` are lines by table and row that are not in the journal yet. A row stays away until each of its columns
    that is never empty has arrived.
    """
    chains = Chains(db, scope)
    covers = covering(chains)
    shapes = travelling(db)
    for table, keys in rows.items():
        new = fresh.get(table, {})
        kept: dict[str, list[Entry]] = defaultdict(list)
        for entry in _kept_lines(db, scope, table, keys, shapes[table]):
            kept[entry.row].append(entry)
        grows = shapes[table].only_grows
        lines = {row: [*kept.get(row, ()), *new.get(row, ())] for row in keys}
        folded = {row: fold(entries, covers, grows=grows) for row, entries in lines.items()}
        contested = _add(db, scope, shapes[table], {row: result for row, result in folded.items() if row not in kept})
        contested += _change(db, scope, shapes[table], {row: folded[row] for row in kept}, new)
        for row in contested:
            if not _moves_here(db, scope, shapes[table], row, lines[row]):
                del folded[row]
                continue
            _move(db, scope, shapes[table], row, folded[row])
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


def refold_newer(db: Database) -> dict[str, list[str]]:
    """After a migration, fold again the rows of lines that were of a newer schema; these rows, by table.

    Inside `applying`. Lines that are of a newer schema still stay listed.
    """
    look_again(db)
    shapes = travelling(db)
    by_scope: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for replica, scope, number, table, row, text, replaces in db.conn.execute(
        "SELECT replica, scope, number, table_name, row, changes, replaces FROM journal_unfolded"
        " JOIN journal_line USING (replica, scope, number) WHERE reason = ?",
        (NEWER,),
    ).fetchall():
        shape, changes = shapes.get(table), parse_changes(text)
        fault = NEWER if shape is None else shape.fault(changes or {}, part=bool(replaces))
        if fault == NEWER:
            continue
        line = (replica, scope, number)
        if fault:
            sql = "UPDATE journal_unfolded SET reason = ? WHERE replica = ? AND scope = ? AND number = ?"
            db.conn.execute(sql, (fault, *line))
            continue
        db.conn.execute("DELETE FROM journal_unfolded WHERE replica = ? AND scope = ? AND number = ?", line)
        by_scope[scope][table].append(row)
    for scope, rows in by_scope.items():
        refold(db, scope, {table: list(dict.fromkeys(keys)) for table, keys in rows.items()})
    touched: dict[str, list[str]] = defaultdict(list)
    for rows in by_scope.values():
        for table, keys in rows.items():
            touched[table] += keys
    return touched


def _kept_lines(db: Database, scope: str, table: str, keys: Collection[str], shape: Shape) -> Iterable[Entry]:
    found = db.conn.execute(
        f"SELECT {_COLUMNS}, (SELECT heads FROM journal_vector WHERE id = vector) FROM json_each(?) AS wanted"
        " CROSS JOIN journal_line ON row = wanted.value WHERE scope = ? AND table_name = ?",
        (json.dumps(list(keys)), scope, table),
    )
    lines = found.fetchall()
    parsed = parse_all([line[5] for line in lines])
    for (chain, number, clock, officer, row, text, seen, _, replaces, heads), changes in zip(
        lines, parsed, strict=True
    ):
        fault = POISONED if changes is None else shape.fault(changes, part=bool(replaces))
        if changes is not None and fault != POISONED:
            changes = shape.known(changes) if fault else changes
            yield Entry(chain, number, clock, officer, row, changes, seen, parse_heads(heads), named(replaces), text)


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


def _add(db: Database, scope: str, shape: Shape, folded: Mapping[str, Folded]) -> list[str]:
    """Add rows that are not here yet; those that stand here as another scope's come back.

    One that came with the program has no lines before its first change.
    """
    whole = {row: result.values for row, result in folded.items() if shape.required <= result.values.keys()}
    added = 0
    for names, rows in alike(scope, whole).items():
        columns = ", ".join((*names, "id", "scope"))
        marks = ", ".join("?" * (len(names) + 2))
        sql = f"INSERT INTO {shape.name} ({columns}) VALUES ({marks}) ON CONFLICT (id) DO NOTHING"
        added += db.conn.executemany(sql, rows).rowcount
    others = {row: result.values for row, result in folded.items() if result.values and row not in whole}
    _update(db, scope, shape, others)
    return _elsewhere(db, scope, shape.name, folded) if others or added < len(whole) else []


def _change(
    db: Database, scope: str, shape: Shape, folded: Mapping[str, Folded], fresh: Mapping[str, Sequence[Entry]]
) -> list[str]:
    """Write rows that have lines already: in the columns that new lines speak of, or whole if there are none.

    Those that stand here as another scope's come back.
    """
    sql = f"SELECT kept.id, kept.scope FROM json_each(?) AS of CROSS JOIN {shape.name} AS kept ON kept.id = of.value"
    there = dict(db.conn.execute(sql, (json.dumps(list(folded)),)).fetchall()) if folded else {}
    contested = _add(db, scope, shape, {row: result for row, result in folded.items() if row not in there})
    changed: dict[str, dict[str, Any]] = {}
    for row in there:
        values = folded[row].values
        spoken_of = {column for entry in fresh.get(row, ()) for column in entry.changes} or values.keys()
        changed[row] = {column: value for column, value in values.items() if column in spoken_of}
    _update(db, scope, shape, changed)
    return contested + [row for row, of in there.items() if of != scope]


def _update(db: Database, scope: str, shape: Shape, changed: Mapping[str, Mapping[str, Any]]) -> None:
    for names, rows in alike(scope, {row: values for row, values in changed.items() if values}).items():
        assigned = ", ".join(f"{name} = ?" for name in names)
        db.conn.executemany(f"UPDATE {shape.name} SET {assigned} WHERE id = ? AND scope = ?", rows)


def _elsewhere(db: Database, scope: str, table: str, rows: Iterable[str]) -> list[str]:
    """Those of these rows that stand in the table as another scope's."""
    return [
        row
        for (row,) in db.conn.execute(
            f"SELECT kept.id FROM json_each(?) AS wanted CROSS JOIN {table} AS kept ON kept.id = wanted.value"
            " WHERE kept.scope <> ?",
            (json.dumps(list(rows)), scope),
        )
    ]


def _moves_here(db: Database, scope: str, shape: Shape, row: str, lines: Sequence[Entry]) -> bool:
    """Whether a row that two scopes write belongs to this one: to the one that wrote it first.

    The same at every replica, whatever came first there. A row that came with the program is nobody's to take.
    """
    (other,) = db.conn.execute(f"SELECT scope FROM {shape.name} WHERE id = ?", (row,)).fetchone()
    theirs = list(_kept_lines(db, other, shape.name, [row], shape))
    whole = [{name for line in of for name in line.changes} >= shape.required for of in (lines, theirs)]
    return all(whole) and _first(scope, lines) < _first(other, theirs)


def _first(scope: str, lines: Iterable[Entry]) -> tuple[int, str]:
    return (min(line.clock for line in lines), scope)


def _move(db: Database, scope: str, shape: Shape, row: str, result: Folded) -> None:
    values = dict.fromkeys(shape.types) | result.values | {"scope": scope}
    assigned = ", ".join(f"{name} = ?" for name in values)
    db.conn.execute(f"UPDATE {shape.name} SET {assigned} WHERE id = ?", (*values.values(), row))


def _note_conflicts(db: Database, scope: str, table: str, folded: Mapping[str, Folded]) -> None:
    if db.conn.execute("SELECT 1 FROM conflict LIMIT 1").fetchone():
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

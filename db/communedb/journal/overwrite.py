"""Lines whose writer had been shown everything that is here: their values stand, whatever the older lines said.

Most changes of a day are so, and their rows need not be folded again from all their lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.journal.alike import alike
from communedb.journal.chains import Chains

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from communedb.journal.fold import Entry
    from communedb.journal.tables import Shape
    from communedb.sqlite import Database

    Fresh = Mapping[str, Mapping[str, Sequence[Entry]]]


def overwritten(
    db: Database,
    scope: str,
    chain: str,
    fresh: Mapping[str, Mapping[str, Sequence[Entry]]],
    shapes: Mapping[str, Shape],
) -> dict[str, set[str]]:
    """Change the rows that can be changed at once, and return them by table; `fresh` are one chain's lines by row.

    Nothing where a scope has forks or conflicts: there the older lines have to be asked.
    """
    if Chains(db, scope).has_forks or db.conn.execute("SELECT 1 FROM conflict LIMIT 1").fetchone():
        return {}
    others = db.conn.execute(
        "SELECT replica, number FROM journal_head WHERE scope = ? AND chain <> ?", (scope, chain)
    ).fetchall()
    knowing = _knowing((entry for rows in fresh.values() for lines in rows.values() for entry in lines), dict(others))
    done: dict[str, set[str]] = {}
    for table, rows in fresh.items():
        shape = shapes[table]
        if not shape.only_grows:
            known = {row: lines for row, lines in rows.items() if all(map(knowing.__contains__, _numbers(lines)))}
            done[table] = _change(db, scope, shape, known)
    return done


def _numbers(lines: Iterable[Entry]) -> Iterable[int]:
    return (entry.number for entry in lines)


def _knowing(fresh: Iterable[Entry], others: Mapping[str, int]) -> set[int]:
    """The numbers of the lines whose writer had been shown every line of others, and every earlier one of its own."""
    found: set[int] = set()
    shown: dict[int, bool] = {}
    clock = began = 0
    for entry in sorted(fresh, key=lambda entry: entry.number):
        if entry.clock != clock:
            # One transaction knows what it has just written.
            clock, began = entry.clock, entry.number
        heads = entry.heads
        if id(heads) not in shown:
            shown[id(heads)] = all(
                number <= max((seen for seen, _ in heads.get(replica, ())), default=0)
                for replica, number in others.items()
            )
        if shown[id(heads)] and entry.seen >= began - 1 and not entry.replaces:
            found.add(entry.number)
    return found


def _change(db: Database, scope: str, shape: Shape, known: Mapping[str, Sequence[Entry]]) -> set[str]:
    said = {
        row: {column: value for entry in lines for column, value in entry.changes.items()}
        for row, lines in known.items()
    }
    # A line that speaks of every column that is never empty may be the first of its row.
    changed = {row: values for row, values in said.items() if values and not shape.required <= values.keys()}
    done: set[str] = set()
    for names, parameters in alike(scope, changed).items():
        assigned = ", ".join(f"{name} = ?" for name in names)
        sql = f"UPDATE {shape.name} SET {assigned} WHERE id = ? AND scope = ?"
        if db.conn.executemany(sql, parameters).rowcount == len(parameters):
            done.update(str(row) for *_, row, _ in parameters)
    return done

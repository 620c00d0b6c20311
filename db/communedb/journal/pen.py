"""Who writes, at what clock value, having been shown what: set for the length of one transaction.

`journal_pen` has one row per scope that this replica writes. Its `number` is the replica's last line in that scope and
stays; clock and officer are there only while a transaction is open, so no trigger can write a line without them.
A line's full vector is `vector` (what had been shown of other replicas) and `seen` (of this replica's own lines): with
the own number apart, a day of work at one desk needs one stored vector, not one per save.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from communedb.journal import clock

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from communedb.sqlite import Database


class Shown(NamedTuple):
    """What an officer had been shown of one scope when the form was read."""

    seen: int
    vector: int


def take(db: Database, officer: str, now: datetime, shown: Mapping[str, Shown]) -> int:
    """Open the pen for one transaction and return its clock value.

    Scopes without an entry in `shown` count as seen up to now.
    """
    value = clock.tick(last_clock(db), now)
    db.conn.execute(
        "UPDATE journal_pen SET clock = ?, last_clock = ?, officer = ?, seen = number, vector = current_vector",
        (value, value, officer),
    )
    for scope, (seen, vector) in shown.items():
        db.conn.execute("UPDATE journal_pen SET seen = ?, vector = ? WHERE scope = ?", (seen, vector, scope))
    return value


def put_down(db: Database) -> None:
    """Close the pen: until it is taken again, every change of a travelling table is refused."""
    db.conn.execute("UPDATE journal_pen SET clock = NULL, officer = NULL")


def shown_now(db: Database) -> dict[str, Shown]:
    """What is shown to somebody who reads the register at this moment, by scope."""
    found = db.conn.execute("SELECT scope, number, current_vector FROM journal_pen").fetchall()
    return {scope: Shown(number, vector) for scope, number, vector in found}


def add_scope(db: Database, replica: str, scope: str) -> None:
    """Let this replica write in a scope."""
    vector = vector_id(db, {})
    db.conn.execute(
        "INSERT INTO journal_pen (scope, replica, number, last_clock, current_vector) VALUES (?, ?, 0, 0, ?)"
        " ON CONFLICT (scope) DO NOTHING",
        (scope, replica, vector),
    )


def vector_id(db: Database, heads: Mapping[str, int]) -> int:
    """The number under which a vector of other replicas' heads is kept; each distinct one is stored once."""
    text = json.dumps(dict(sorted(heads.items())), separators=(",", ":"))
    db.conn.execute("INSERT INTO journal_vector (heads) VALUES (?) ON CONFLICT (heads) DO NOTHING", (text,))
    (number,) = db.conn.execute("SELECT id FROM journal_vector WHERE heads = ?", (text,)).fetchone()
    return int(number)


def last_clock(db: Database) -> int:
    """The clock value of the last transaction of this replica, 0 before the first."""
    (last,) = db.conn.execute("SELECT max(last_clock) FROM journal_pen").fetchone()
    return int(last or 0)

"""Who writes, at what clock value, having been shown what: set for the length of one transaction.

`journal_pen` has one row per scope that this replica writes. Its `number` is the replica's last line in that scope and
stays; clock and officer are there only while a transaction is open, so no trigger can write a line without them.
A line's full vector is `vector` (what had been shown of other replicas) and `seen` (of this replica's own lines): with
the own number apart, a day of work at one desk needs one stored vector, not one per save.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communedb.journal import clock
from communedb.journal.vectors import EMPTY, vector_id, vector_text

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
    vector = vector_id(db, EMPTY)
    db.conn.execute(
        "INSERT INTO journal_pen (scope, replica, number, last_clock, current_vector) VALUES (?, ?, 0, 0, ?)"
        " ON CONFLICT (scope) DO NOTHING",
        (scope, replica, vector),
    )


def show(db: Database, scope: str) -> None:
    """What has been applied in a scope is what is shown from here on."""
    found = db.conn.execute("SELECT replica FROM journal_pen WHERE scope = ?", (scope,)).fetchone()
    if found is None:
        return
    vector = vector_id(db, vector_text(db, scope, found[0]))
    db.conn.execute("UPDATE journal_pen SET current_vector = ? WHERE scope = ?", (vector, scope))


def numbers(db: Database) -> dict[str, int]:
    """The last line of this replica, by scope."""
    return dict(db.conn.execute("SELECT scope, number FROM journal_pen").fetchall())


def follow(db: Database, value: int) -> None:
    """Let our next entry come after a clock value that was taken in."""
    db.conn.execute("UPDATE journal_pen SET last_clock = max(last_clock, ?)", (value,))


def renew(db: Database, replica: str) -> None:
    """Go on as another replica; what was written before is another's from here on."""
    db.conn.execute("UPDATE journal_pen SET replica = ?, number = 0", (replica,))
    for (scope,) in db.conn.execute("SELECT scope FROM journal_pen").fetchall():
        show(db, scope)


def last_clock(db: Database) -> int:
    """The clock value of the last transaction of this replica, 0 before the first."""
    (last,) = db.conn.execute("SELECT max(last_clock) FROM journal_pen").fetchone()
    return int(last or 0)

"""Forks: one replica's numbers used twice, as by a copied register. The alarm stays until its station has a new key."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communedb.journal import parked

if TYPE_CHECKING:
    from communedb.journal.parked import Fork
    from communedb.sqlite import Database
    from communesync.keys.keyring import Keyring


class Alarm(NamedTuple):
    """A fork about which something is still to be done; both branches are kept and count. `key` signed this one."""

    fork: Fork
    key: str


_SIGNED_BY = (
    "SELECT json_extract(CAST(header AS TEXT), '$.key') FROM journal_segment WHERE scope = ? AND chain = ?"
    " ORDER BY last DESC LIMIT 1"
)


def alarms(db: Database) -> list[Alarm]:
    """The forks that are not settled, the oldest first."""
    found = []
    for fork in parked.forks(db):
        signed_by = db.conn.execute(_SIGNED_BY, (fork.scope, fork.chain)).fetchone()
        if fork.settled_at is None and signed_by:
            found.append(Alarm(fork, str(signed_by[0])))
    return found


def settle_forks(db: Database, keyring: Keyring, at: str) -> int:
    """End the alarm of each fork whose key signs no more, in the caller's transaction; how many alarms ended."""
    over = [
        (at, alarm.fork.scope, alarm.fork.chain)
        for alarm in alarms(db)
        if (member := keyring.member(alarm.key)) and member.revoked
    ]
    db.conn.executemany("UPDATE journal_fork SET settled_at = ? WHERE scope = ? AND chain = ?", over)
    return len(over)

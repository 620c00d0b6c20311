"""Forks: one replica's numbers used twice, as by a copied register. The alarm stays until its station has a new key."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from communedb.sqlite import Database
    from communesync.keys.keyring import Keyring


class Fork(NamedTuple):
    """A replica whose lines from `number` on exist twice; both are kept and count. `key` signed the branch."""

    scope: str
    chain: str
    replica: str
    number: int
    key: str
    noticed_at: str
    settled_at: str | None


_FORKS = (
    "SELECT scope, chain, replica, number, (SELECT json_extract(CAST(header AS TEXT), '$.key') FROM journal_segment"
    " WHERE journal_segment.scope = journal_fork.scope AND journal_segment.chain = journal_fork.chain LIMIT 1),"
    " noticed_at, settled_at FROM journal_fork"
)


def forks(db: Database) -> list[Fork]:
    """Every fork that was noticed, the oldest first; settled ones too."""
    return [Fork(*row) for row in db.conn.execute(f"{_FORKS} ORDER BY noticed_at, scope, chain")]


def alarms(db: Database) -> list[Fork]:
    """The forks about which something is still to be done."""
    return [fork for fork in forks(db) if fork.settled_at is None]


def settle_forks(db: Database, keyring: Keyring, at: str) -> int:
    """End the alarm of each fork whose key signs no more, in the caller's transaction; how many alarms ended."""
    over = [
        (at, fork.scope, fork.chain) for fork in alarms(db) if (member := keyring.member(fork.key)) and member.revoked
    ]
    db.conn.executemany("UPDATE journal_fork SET settled_at = ? WHERE scope = ? AND chain = ?", over)
    return len(over)

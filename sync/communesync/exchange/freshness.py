"""How fresh what is shown of each other station is: "counter 1 as of 09:38"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.moment import parse_utc
from communedb.journal.clock import instant
from communesync.exchange.peers import peers
from communesync.exchange.statement import last_statement

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from communedb.sqlite import Database
    from communesync.exchange.statement import Statement
    from communesync.keys.keyring import Keyring
    from communesync.keys.members import Member, Role


class Fresh(NamedTuple):
    """One member: up to when everything that it wrote is here, and by which way it was heard last.

    `as_of` is None as long as nothing of it is here. `is_complete` when nothing it wrote up to its last word lacks.
    """

    key: str
    role: Role
    unit: str
    station: int
    name: str
    as_of: datetime | None
    way: str
    is_complete: bool


def freshness(db: Database, keyring: Keyring, heard: Mapping[str, Statement] | None = None) -> list[Fresh]:
    """Every member that this station exchanges with; `heard` are statements that are newer than those kept."""
    return [_fresh(db, member, (heard or {}).get(member.key)) for member in peers(keyring)]


def _fresh(db: Database, member: Member, heard: Statement | None) -> Fresh:
    kept = last_statement(db, member.key)
    said, way = (kept.statement, kept.way) if kept else (None, "")
    if heard is not None and (said is None or heard.as_of >= said.as_of):
        said, way = heard, "lan"
    complete = said is not None and _is_here(db, said)
    as_of = parse_utc(said.as_of) if said and complete else _last_written(db, said.replica) if said else None
    return Fresh(member.key, member.role, member.unit, member.station, member.name, as_of, way, complete)


def _is_here(db: Database, said: Statement) -> bool:
    """Whether everything is here that a member had written as its present replica when it said so."""
    for scope, tips in said.vector.items():
        for number, _ in tips.get(said.replica, ()):
            (here,) = db.conn.execute(
                "SELECT coalesce(max(number), 0) FROM journal_head WHERE scope = ? AND replica = ?",
                (scope, said.replica),
            ).fetchone()
            if here < number:
                return False
    return True


def _last_written(db: Database, replica: str) -> datetime | None:
    """The time of the last line of a replica that is here."""
    (clock,) = db.conn.execute("SELECT max(clock) FROM journal_head WHERE replica = ?", (replica,)).fetchone()
    return instant(clock) if clock else None

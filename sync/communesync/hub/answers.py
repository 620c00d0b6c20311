"""What a station gets: what the hub holds for it, a receipt, the key list, and the lines and files that it lacks."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from communedb.domain.moment import utc_text
from communedb.journal.held import held
from communesync.exchange import receipts
from communesync.exchange.outbox import export
from communesync.exchange.receipts import Receipt
from communesync.exchange.statement import Statement, keep_statement, own_statement
from communesync.hub.durable import durable
from communesync.hub.service import WAY, Hub, lines_version

if TYPE_CHECKING:
    from communedb.journal.held import Vector
    from communedb.register import Register
    from communedb.transaction import Write
    from communesync.bundle.write import Written
    from communesync.keys.members import Member

MOST_BUNDLES: Final = 8
"""Bundles of one answer; the station asks for the rest when it has taken them in."""


class Answer(NamedTuple):
    """The bundles for a station, and whether there are more for the next question."""

    bundles: tuple[Written, ...]
    more: bool


def receipt_for(register: Register, member: Member) -> dict[str, Any]:
    """The signed receipt: what the hub holds, and what is durable, of the scopes that concern the member."""
    db, safe = register.db, durable(register.db)
    receipt = Receipt(
        station=member.key,
        vector=_of(member, held(db)),
        durable=_of(member, safe.vector if safe else {}),
        at=utc_text(register.now()),
    )
    return receipts.signed(receipt, register.signer)


def statement_for(register: Register, member: Member) -> Statement:
    """What the hub holds of the scopes that the member may read, and which of its files it lacks."""
    return own_statement(register.db, register.now(), lambda scope: _concerns(member, scope))


class Answers:
    """Answers by station: asked again with nothing new on either side, a station gets the same files, to go on with."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._last: dict[str, tuple[Any, Answer]] = {}
        self._guard = threading.Lock()

    def answer(self, member: Member, said: Statement, *, rows_only: bool) -> Answer:
        """Write the bundles for a station that says what it holds."""
        register = self._hub.register
        asked = (said.vector, said.wanted, rows_only, lines_version(register.db))
        with self._guard:
            last = self._last.get(member.key)
        if last is not None and last[0] == asked and all(each.path.exists() for each in last[1].bundles):
            return last[1]
        register.write(_keep, member.key, said)
        made = self._made(member, rows_only=rows_only)
        with self._guard:
            self._last[member.key] = (asked, made)
        return made

    def _made(self, member: Member, *, rows_only: bool) -> Answer:
        folder = self._hub.store.answers_for(member.key)
        for old in folder.glob("*.bundle"):
            old.unlink(missing_ok=True)
        bundles = export(self._hub.register, member, folder, rows_only=rows_only)
        return Answer(tuple(bundles), more=False)


def _keep(tx: Write, key: str, said: Statement) -> None:
    keep_statement(tx.db, key, said, tx.now, WAY)


def _of(member: Member, vector: Vector) -> Vector:
    return {scope: replicas for scope, replicas in vector.items() if _concerns(member, scope)}


def _concerns(member: Member, scope: str) -> bool:
    return member.may_read(scope) or member.may_write(scope)

"""What a station gets: what the hub holds, a receipt, the key list, and the lines and files that the station lacks."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING, Any

from communedb.domain.moment import utc_text
from communedb.journal.held import held
from communesync.exchange import receipts
from communesync.exchange.bundles import Way
from communesync.exchange.outbox import Sending, export
from communesync.exchange.receipts import Receipt
from communesync.exchange.statement import MOST_WANTED, Statement, keep_statement, own_statement
from communesync.exchange.wanted import Wanted
from communesync.hub.durable import durable
from communesync.hub.service import Hub, news

if TYPE_CHECKING:
    from communedb.journal.held import Vector
    from communedb.register import Register
    from communedb.sqlite import Database
    from communedb.transaction import Write
    from communesync.bundle.write import Written
    from communesync.keys.members import Member


def receipt_for(register: Register, member: Member) -> dict[str, Any]:
    """The signed receipt: what the hub holds, and what is durable, of the scopes that concern the member."""
    db, safe = register.db, durable(register.db)
    receipt = Receipt(
        station=member.key,
        received=_of(member, held(db)),
        durable=_of(member, safe.vector if safe else {}),
        at=utc_text(register.now()),
    )
    return receipts.signed(receipt, register.signer)


def statement_for(register: Register, member: Member) -> Statement:
    """What the hub holds of the scopes that concern the member, and which files of theirs it lacks."""
    said = own_statement(register.db, register.now(), lambda scope: _concerns(member, scope))
    return said.model_copy(update={"wanted": tuple(_wanted(register.db, list(said.vector)))})


def _wanted(db: Database, scopes: list[str]) -> list[Wanted]:
    """The files that lack in these scopes: what another commune does not bring must not crowd them out."""
    found = db.conn.execute(
        "SELECT digest, size, received FROM file_wanted AS w WHERE EXISTS (SELECT 1 FROM attachment AS a"
        " WHERE a.digest = w.digest AND a.scope IN (SELECT value FROM json_each(?))) ORDER BY at, digest LIMIT ?",
        (json.dumps(scopes), MOST_WANTED),
    )
    return [Wanted(*row) for row in found]


def documents_for(register: Register, member: Member) -> dict[str, Any]:
    """What goes before the rows of an answer, beside the key list."""
    return {"receipt": receipt_for(register, member), "vector": statement_for(register, member).document()}


class Answers:
    """Answers by station: asked again with nothing new on either side, a station gets the same files, to go on with."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._last: dict[str, tuple[Any, list[Written]]] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._guard = threading.Lock()

    def answer(self, member: Member, said: Statement, *, rows_only: bool) -> list[Written]:
        """Write the bundles for a station that says what it holds; one question of a station after the other."""
        with self._guard:
            lock = self._locks.setdefault(member.key, threading.Lock())
        with lock:
            register = self._hub.register
            register.write(_keep, member.key, said)
            # What the hub itself wrote since the last answer is news, too.
            register.freeze()
            asked = (said.vector, said.wanted, rows_only, news(register.db))
            last = self._last.get(member.key)
            if last is None or last[0] != asked or not all(each.path.exists() for each in last[1]):
                last = self._last[member.key] = (asked, self._made(member, said, rows_only=rows_only))
            return last[1]

    def _made(self, member: Member, said: Statement, *, rows_only: bool) -> list[Written]:
        folder = self._hub.store.answers_for(member.key)
        for old in folder.glob("*.bundle"):
            old.unlink(missing_ok=True)
        register = self._hub.register
        how = Sending(
            rows_only=rows_only,
            announce=True,
            way=Way.HTTP,
            documents=documents_for(register, member),
            said={member.key: said},
        )
        return export(register, member, folder, how)


def _keep(tx: Write, key: str, said: Statement) -> None:
    if not keep_statement(tx.db, key, said, tx.now, Way.HTTP):
        # Its clock was set back: what it says is believed now, and that it was heard of is kept.
        tx.db.conn.execute(
            "UPDATE peer SET heard_at = ?, way = ? WHERE sign_public = ?", (tx.stamp(), Way.HTTP.value, key)
        )


def _of(member: Member, vector: Vector) -> Vector:
    return {scope: replicas for scope, replicas in vector.items() if _concerns(member, scope)}


def _concerns(member: Member, scope: str) -> bool:
    return member.may_read(scope) or member.may_write(scope)

"""Where the exchange stands: what is unsent, up to when everything is received and safe, what waits for an officer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.moment import parse_utc
from communedb.journal.clock import instant
from communedb.journal.conflicts import conflict_count
from communedb.journal.held import lacking
from communedb.journal.parked import parked
from communedb.reports.contradictions import (
    contradictions,
    feedback_contradictions,
    task_contradiction_count,
)
from communedb.reports.equal_codes import equal_codes
from communesync.exchange import quarantine
from communesync.exchange.forks import alarms
from communesync.exchange.freshness import Fresh, freshness
from communesync.exchange.peers import peers
from communesync.exchange.plan import OF_A_SPAN, attachments_in
from communesync.exchange.receipts import last_receipt
from communesync.exchange.statement import last_statement
from communesync.exchange.wanted import wanted_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from communedb.journal.held import Ref, Vector
    from communedb.sqlite import Database
    from communesync.exchange.statement import Statement
    from communesync.keys.keyring import Keyring


class Unsent(NamedTuple):
    """What nobody else is known to have: lines of the journal, dossiers that they touch, files, the oldest's time."""

    lines: int
    dossiers: int
    files: int
    since: datetime | None


class UpTo(NamedTuple):
    """Everything that was entered before `until` is there; `all` when nothing that was entered since lacks.

    `nothing` tells that none of it is there yet: what was entered before `until` is then nothing at all.
    """

    until: datetime
    all: bool
    nothing: bool


class AtHub(NamedTuple):
    """What the hub's last receipt says, of the moment `at`: received, and safe in a verified backup of the hub."""

    at: datetime
    received: UpTo
    durable: UpTo


class Attention(NamedTuple):
    """How many of each thing wait for somebody; `unfolded` are lines of a newer program, `wanted` files to come."""

    conflicts: int
    quarantined: int
    parked: int
    forks: int
    unfolded: int
    contradictions: int
    equal_codes: int
    wanted: int
    wanted_bytes: int


class Status(NamedTuple):
    """All of it; `hub` is None before the first receipt. `has_hub` tells a centre that has one."""

    unsent: Unsent
    has_hub: bool
    hub: AtHub | None
    peers: list[Fresh]
    attention: Attention


def status(db: Database, keyring: Keyring, heard: Mapping[str, Statement] | None = None) -> Status:
    """The status as the register has it; `heard` are statements that came since, by key, as over the shared folder."""
    return Status(
        unsent(db, keyring, heard or {}),
        keyring.hub is not None,
        _at_hub(db, keyring),
        freshness(db, keyring, heard),
        _attention(db),
    )


def unsent(db: Database, keyring: Keyring, heard: Mapping[str, Statement]) -> Unsent:
    """What the hub lacks; where there is none, what no other station is known to have."""
    to = [keyring.hub] if keyring.hub and keyring.hub != keyring.me else peers(keyring)
    found: list[dict[str, Ref]] = []
    asked: list[set[str]] = []
    for member in to:
        kept = last_statement(db, member.key)
        said = heard.get(member.key) or (kept.statement if kept else None)
        found.append({ref.digest: ref for ref in lacking(db, said.vector if said else {}, None)})
        asked += [{file.digest for file in said.wanted}] if said else []
    common = set(found[0]).intersection(*found[1:]) if found else set()
    refs = [ref for ref in (found[0].values() if found else ()) if ref.digest in common]
    fresh = _unfrozen(db)
    spans = [*((ref.replica, ref.scope, ref.first, ref.last) for ref in refs), *fresh]
    lines = sum(last - first + 1 for _, _, first, last in spans)
    first = _oldest(db, spans)
    files = attachments_in(db, refs).keys() | _here(db, set.intersection(*asked) if asked else set())
    return Unsent(lines, _dossiers(db, spans), len(files), first)


def _here(db: Database, asked: set[str]) -> set[str]:
    """Which files that others ask for are here: their rows went before them, as over a metered line."""
    found = db.conn.execute(
        "SELECT value FROM json_each(?) WHERE value IN (SELECT digest FROM attachment)"
        " AND value NOT IN (SELECT digest FROM file_wanted)",
        (json.dumps(list(asked)),),
    )
    return {digest for (digest,) in found}


def _at_hub(db: Database, keyring: Keyring) -> AtHub | None:
    receipt = last_receipt(db, keyring)
    if receipt is None:
        return None
    at = parse_utc(receipt.at)
    return AtHub(at, _up_to(db, receipt.received, at), _up_to(db, receipt.durable, at))


def _up_to(db: Database, vector: Vector, at: datetime) -> UpTo:
    """Before what is oldest of that which a vector lacks, everything is in it."""
    begin: dict[tuple[str, str], Ref] = {}
    for ref in lacking(db, vector, None):
        place = (ref.scope, ref.replica)
        if place not in begin or ref.first < begin[place].first:
            begin[place] = ref
    spans = [(ref.replica, ref.scope, ref.first, ref.last) for ref in begin.values()]
    oldest = _oldest(db, [*spans, *_unfrozen(db)])
    return UpTo(oldest or at, oldest is None, not vector)


Span = tuple[str, str, int, int]


def _unfrozen(db: Database) -> list[Span]:
    """What was written here since the last freezing: replica, scope, first and last line."""
    found = db.conn.execute(
        "SELECT pen.replica, pen.scope, ifnull(head.number, 0) + 1, pen.number FROM journal_pen AS pen"
        " LEFT JOIN journal_head AS head ON head.scope = pen.scope AND head.chain = pen.replica"
        " WHERE pen.number > ifnull(head.number, 0)"
    )
    return [tuple(row) for row in found]


def _oldest(db: Database, spans: Iterable[Span]) -> datetime | None:
    """The time of the oldest line; a chain's lines come in the order of their clocks."""
    clocks = []
    for span in spans:
        found = db.conn.execute(f"SELECT clock {OF_A_SPAN} ORDER BY number, clock LIMIT 1", span).fetchone()
        if found:
            clocks.append(found[0])
    return instant(min(clocks)) if clocks else None


_OF_A_DOSSIER = {
    "event": "dossier",
    "outside_code": "dossier",
    "paper": "dossier",
    "attachment": "subject",
    "print": "dossier",
}


def _dossiers(db: Database, spans: Sequence[Span]) -> int:
    """How many dossiers these lines touch."""
    rows: dict[str, set[str]] = {}
    for span in spans:
        for table, row in db.conn.execute(f"SELECT DISTINCT table_name, row {OF_A_SPAN}", span):
            rows.setdefault(table, set()).add(row)
    found = set(rows.get("dossier", ()))
    for table, owner in _OF_A_DOSSIER.items():
        if keys := rows.get(table):
            found.update(
                key
                for (key,) in db.conn.execute(
                    f"SELECT DISTINCT {owner} FROM json_each(?) AS wanted CROSS JOIN {table} AS kept"
                    " ON kept.id = wanted.value",
                    (json.dumps(list(keys)),),
                )
            )
    return len(found)


def _attention(db: Database) -> Attention:
    (unfolded,) = db.conn.execute("SELECT count(*) FROM journal_unfolded").fetchone()
    files, size = wanted_count(db)
    return Attention(
        conflict_count(db),
        quarantine.count(db),
        len(parked(db)),
        len(alarms(db)),
        int(unfolded),
        len(contradictions(db)) + len(feedback_contradictions(db)) + task_contradiction_count(db),
        len({entry.code for entry in equal_codes(db)}),
        files,
        size,
    )

"""Segments whose forerunner has not arrived: parked, bounded, and shown, until it does."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Final, NamedTuple

from communedb.journal.segment import Line, Segment, parse_header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communedb.sqlite import Database

MOST_BYTES: Final = 64 * 1024 * 1024
"""Bytes of parked segments that a register keeps, packed; what comes beyond has to be brought again."""


class Parked(NamedTuple):
    """A parked segment: which lines, how large, since when."""

    digest: str
    replica: str
    scope: str
    first: int
    last: int
    size: int
    at: str


def park(db: Database, segment: Segment, at: str) -> bool:
    """Keep a segment for later; False when there is no room for more."""
    header = parse_header(segment.header)
    body = [segment.header.decode(), segment.signature.hex(), segment.seed.hex(), segment.lines]
    packed = zlib.compress(json.dumps(body, ensure_ascii=False).encode())
    (taken,) = db.conn.execute("SELECT coalesce(sum(size), 0) FROM journal_parked").fetchone()
    if taken + len(packed) > MOST_BYTES:
        return False
    db.conn.execute(
        "INSERT INTO journal_parked VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING",
        (
            segment.digest, header.replica, header.scope, header.first, header.last, header.previous, len(packed),
            packed, at,
        ),
    )  # fmt: skip
    return True


def release(db: Database, previous: str) -> list[Segment]:
    """The segments that waited for this one; they are not parked any more."""
    found = db.conn.execute("SELECT body FROM journal_parked WHERE previous = ?", (previous,)).fetchall()
    db.conn.execute("DELETE FROM journal_parked WHERE previous = ?", (previous,))
    return [_unpacked(body) for (body,) in found]


def parked(db: Database) -> list[Parked]:
    """Every parked segment, the oldest first."""
    found = db.conn.execute(
        "SELECT digest, replica, scope, first, last, size, at FROM journal_parked ORDER BY at, digest"
    ).fetchall()
    return [Parked(*row) for row in found]


def parked_segments(db: Database) -> Iterator[Segment]:
    """Every parked segment as it came, one at a time."""
    for (digest,) in db.conn.execute("SELECT digest FROM journal_parked").fetchall():
        (body,) = db.conn.execute("SELECT body FROM journal_parked WHERE digest = ?", (digest,)).fetchone()
        yield _unpacked(body)


def drop(db: Database, digest: str) -> None:
    """Let go of a parked segment that may not be taken in any more."""
    db.conn.execute("DELETE FROM journal_parked WHERE digest = ?", (digest,))


class Fork(NamedTuple):
    """Two histories under one name: the branch, its replica, the first number that differs, since when it is known."""

    chain: str
    replica: str
    scope: str
    number: int
    noticed_at: str
    settled_at: str | None


def forks(db: Database) -> list[Fork]:
    """Every fork that was noticed, settled or not, the oldest first."""
    # The same lines cut in two ways are two tips, and no fork: see `apply`.
    found = db.conn.execute(
        "SELECT chain, journal_fork.replica, scope, journal_fork.number, noticed_at, settled_at"
        " FROM journal_fork JOIN journal_head USING (scope, chain) WHERE journal_head.number >= journal_fork.number"
        " ORDER BY noticed_at, scope, chain"
    ).fetchall()
    return [Fork(*row) for row in found]


def _unpacked(body: bytes) -> Segment:
    header, signature, seed, lines = json.loads(zlib.decompress(body))
    return Segment(header.encode(), bytes.fromhex(signature), bytes.fromhex(seed), [Line(*line) for line in lines])

"""Freezing: what this replica wrote since its last segment becomes segments, signed and never changed again."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from communedb.journal.chains import Chains
from communedb.journal.segment import (
    MOST_LINES,
    MOST_TEXT,
    SCHEMA,
    SEED_SIZE,
    SIGNED,
    Header,
    Line,
    Segment,
    encoded_lines_digest,
    parse_header,
)

if TYPE_CHECKING:
    from communedb.keys.signing import Signer
    from communedb.sqlite import Database

_TEXT = (
    "CAST(number||x'0a'||clock||x'0a'||officer||x'0a'||table_name||x'0a'||row||x'0a'||seen||x'0a'||heads"
    "||x'0a'||ifnull(replaces, '')||x'0a'||changes AS BLOB)"
)
"""As `Line.text` in UTF-8, put together by SQLite."""

_LINES = "FROM journal_line JOIN journal_vector ON journal_vector.id = vector WHERE replica = ? AND scope = ?"


def freeze(db: Database, signer: Signer, at: str) -> list[str]:
    """Freeze what was written since the last time, in the caller's transaction; the digests of the new segments."""
    made: list[str] = []
    for scope, replica, number in db.conn.execute("SELECT scope, replica, number FROM journal_pen").fetchall():
        last, previous = frozen(db, scope, replica)
        while last < number:
            last, previous = _next_segment(db, signer, (replica, scope, last + 1, previous), at)
            made.append(previous)
    return made


def frozen(db: Database, scope: str, chain: str) -> tuple[int, str]:
    """Number and digest of the last frozen segment of a chain; 0 and nothing before the first."""
    found = db.conn.execute(
        "SELECT number, digest FROM journal_head WHERE scope = ? AND chain = ?", (scope, chain)
    ).fetchone()
    return found or (0, "")


def is_frozen(db: Database) -> bool:
    """Whether nothing was written since the last freezing."""
    found = db.conn.execute(
        "SELECT 1 FROM journal_pen LEFT JOIN journal_head ON journal_head.scope = journal_pen.scope"
        " AND chain = journal_pen.replica WHERE journal_pen.number > ifnull(journal_head.number, 0) LIMIT 1"
    ).fetchone()
    return found is None


def _next_segment(db: Database, signer: Signer, begin: tuple[str, str, int, str], at: str) -> tuple[int, str]:
    replica, scope, first, previous = begin
    texts = _texts(db, replica, scope, first)
    clock, last = max(clock for clock, _ in texts), first + len(texts) - 1
    seed = _seed(signer, replica, scope, first, last, previous)
    lines = encoded_lines_digest((text for _, text in texts), seed, len(texts))
    header = Header(replica, scope, first, last, previous, lines, clock, SCHEMA, signer.public).encode()
    segment = Segment(header, signer.sign(SIGNED + header), seed, ())
    keep_segment(db, segment, replica, at)
    return last, segment.digest


def _texts(db: Database, replica: str, scope: str, first: int) -> list[tuple[int, bytes]]:
    """Clock and text of the next segment's lines: at least one line, however long it is."""
    found: list[tuple[int, bytes]] = []
    size = 0
    cursor = db.conn.execute(
        f"SELECT clock, {_TEXT} {_LINES} AND number >= ? ORDER BY number LIMIT ?", (replica, scope, first, MOST_LINES)
    )
    for line in cursor:
        size += len(line[1])
        if found and size > MOST_TEXT:
            break
        found.append(line)
    cursor.close()
    return found


def _seed(signer: Signer, *of: object) -> bytes:
    """The seed of a segment's salts, as nobody else can make it: a copy of this register cuts the same segment."""
    return blake2b(repr(of).encode(), key=signer.secret, digest_size=SEED_SIZE, person=b"segment salts").digest()


def keep_segment(db: Database, segment: Segment, chain: str, at: str) -> None:
    """Note a segment whose lines are in the journal, at the end of its chain."""
    header, digest = parse_header(segment.header), segment.digest
    db.conn.execute(
        "INSERT INTO journal_segment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            digest, header.replica, header.scope, header.first, header.last, header.clock, chain, header.previous,
            segment.header, segment.signature, segment.seed, at,
        ),
    )  # fmt: skip
    db.conn.execute(
        "INSERT INTO journal_head VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (scope, chain) DO UPDATE"
        " SET number = excluded.number, digest = excluded.digest, clock = max(clock, excluded.clock), at = excluded.at"
        " WHERE excluded.number > number",
        (header.scope, chain, header.replica, header.last, digest, header.clock, at),
    )


def read_segment(db: Database, digest: str) -> Segment:
    """A segment as it travels, with its lines; LookupError when it is not here."""
    found = db.conn.execute(
        "SELECT scope, chain, first, last, header, signature, seed FROM journal_segment WHERE digest = ?", (digest,)
    ).fetchone()
    if found is None:
        raise LookupError(digest)
    scope, chain, first, last, header, signature, seed = found
    return Segment(header, signature, seed, read_lines(db, Chains(db, scope), scope, chain, first, last))


def read_lines(db: Database, chains: Chains, scope: str, chain: str, first: int, last: int) -> list[Line]:
    """The lines of a chain from `first` to `last`, as far as they are here, also those before it branched off."""
    lines: list[Line] = []
    for part, begin, before in chains.path(chain, first):
        end = last if before is None else min(last, before - 1)
        lines += map(
            Line._make,
            db.conn.execute(
                "SELECT number, clock, officer, table_name, row, changes, seen, heads, ifnull(replaces, '')"
                f" {_LINES} AND number BETWEEN ? AND ? ORDER BY number",
                (part, scope, begin, end),
            ).fetchall(),
        )
    return lines

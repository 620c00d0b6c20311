"""What arrived and may not be taken in: kept as it came, with the reason, and tried again when that may have gone.

One such thing stops nothing else.
"""

from __future__ import annotations

import json
import zlib
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from communedb.domain.refusal import Reason, Refused
from communedb.journal.segment import Line, MalformedSegment, Segment, parse_header
from communesync.keys.keyring import Objection

if TYPE_CHECKING:
    from communedb.sqlite import Database

MOST_BYTES: Final = 64 * 1024 * 1024
"""Bytes that the quarantine keeps, packed; what comes beyond has to be brought again."""

_ID_DIGITS: Final = 16

BROKEN: Final = "broken"
"""The segment's lines are not those that were signed, or it is no segment at all."""

NOT_APPLICABLE: Final = "not_applicable"
"""The program failed over it; a newer one may not."""

FILE_WRONG: Final = "file_wrong"
"""A file came whole and is not the one that its row names."""


class Kind(StrEnum):
    """What is kept."""

    SEGMENT = "segment"
    KEYS = "keys"
    RECEIPT = "receipt"
    FILE = "file"


class Remedy(StrEnum):
    """What an officer can do about it; the app holds the words."""

    NEWER_LIST = "newer_list"
    SEND_AGAIN = "send_again"
    ADMINISTRATOR = "administrator"
    FINGERPRINT = "fingerprint"
    UPGRADE = "upgrade"


_REMEDIES: Final = {
    Objection.UNKNOWN_KEY: Remedy.NEWER_LIST,
    Objection.BEFORE_VALID_FROM: Remedy.NEWER_LIST,
    Objection.REPLICA_OF_ANOTHER: Remedy.ADMINISTRATOR,
    Objection.SCOPE_NOT_ALLOWED: Remedy.ADMINISTRATOR,
    Objection.REVOKED: Remedy.ADMINISTRATOR,
    Objection.BEYOND_LAST_VALID: Remedy.ADMINISTRATOR,
    Reason.KEY_LIST_NOT_TRUSTED: Remedy.FINGERPRINT,
    NOT_APPLICABLE: Remedy.UPGRADE,
}


class Entry(NamedTuple):
    """One thing in quarantine; replica, scope and lines are there for a segment whose header can be read.

    `facts` holds its `digest` and the `key` that it says signed it; `size` is in bytes, packed.
    """

    id: str
    kind: Kind
    reason: str
    facts: dict[str, Any]
    replica: str | None
    scope: str | None
    first: int | None
    last: int | None
    size: int
    at: str

    @property
    def remedy(self) -> Remedy:
        """What can be done about it."""
        return _REMEDIES.get(self.reason, Remedy.SEND_AGAIN)


_COLUMNS = "id, kind, reason, facts, replica, scope, first, last, length(body), at"


def put_segment(db: Database, segment: Segment, reason: str, at: str) -> bool:
    """Keep a segment, in the caller's transaction; False when there is no room for more."""
    body = [segment.header.hex(), segment.signature.hex(), segment.seed.hex(), segment.lines]
    try:
        header = parse_header(segment.header)
        place = (header.replica, header.scope, header.first, header.last)
        facts = {"digest": segment.digest, "key": header.key}
    except MalformedSegment:
        place, facts = None, {"digest": segment.digest}
    return _put(db, Kind.SEGMENT, reason, facts, body, at, place)


def put_document(db: Database, kind: Kind, reason: str, facts: dict[str, Any], body: object, at: str) -> bool:
    """Keep a document that was not believed; False when there is no room for more."""
    return _put(db, kind, reason, facts, body, at, None)


def entries(db: Database) -> list[Entry]:
    """Everything in quarantine, the oldest first."""
    return [_entry(row) for row in db.conn.execute(f"SELECT {_COLUMNS} FROM quarantine ORDER BY at, first, id")]


def entry(db: Database, key: str) -> Entry:
    """One entry. Refused: UNKNOWN_QUARANTINE."""
    found = db.conn.execute(f"SELECT {_COLUMNS} FROM quarantine WHERE id = ?", (key,)).fetchone()
    if found is None:
        raise Refused(Reason.UNKNOWN_QUARANTINE, entry=key)
    return _entry(found)


def count(db: Database) -> int:
    """How many entries there are."""
    (number,) = db.conn.execute("SELECT count(*) FROM quarantine").fetchone()
    return int(number)


def body_of(db: Database, key: str) -> Any:
    """What was kept. Refused: UNKNOWN_QUARANTINE."""
    found = db.conn.execute("SELECT body FROM quarantine WHERE id = ?", (key,)).fetchone()
    if found is None:
        raise Refused(Reason.UNKNOWN_QUARANTINE, entry=key)
    return json.loads(zlib.decompress(found[0]))


def segment_of(db: Database, key: str) -> Segment:
    """The segment that was kept, as it came. Refused: UNKNOWN_QUARANTINE."""
    header, signature, seed, lines = body_of(db, key)
    return Segment(
        bytes.fromhex(header), bytes.fromhex(signature), bytes.fromhex(seed), [Line._make(line) for line in lines]
    )


def release(db: Database, key: str) -> None:
    """Remove an entry that was taken in."""
    db.conn.execute("DELETE FROM quarantine WHERE id = ?", (key,))


def release_segment(db: Database, digest: str) -> None:
    """Remove what is kept of a segment that has been taken in since: it held nothing that is not in the journal now."""
    sql = "DELETE FROM quarantine WHERE kind = ? AND json_extract(facts, '$.digest') = ?"
    db.conn.execute(sql, (Kind.SEGMENT.value, digest))


def _put(
    db: Database,
    kind: Kind,
    reason: str,
    facts: dict[str, Any],
    body: object,
    at: str,
    place: tuple[str, str, int, int] | None,
) -> bool:
    raw = json.dumps(body).encode("ascii")
    key = sha256(kind.encode() + raw).hexdigest()[:_ID_DIGITS]
    if db.conn.execute("UPDATE quarantine SET reason = ? WHERE id = ?", (reason, key)).rowcount:
        # Brought again it is the same entry, for the reason that holds now.
        return True
    packed = zlib.compress(raw)
    (taken,) = db.conn.execute("SELECT coalesce(sum(length(body)), 0) FROM quarantine").fetchone()
    if taken + len(packed) > MOST_BYTES:
        return False
    db.conn.execute(
        "INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (key, kind.value, reason, json.dumps(facts), *(place or (None,) * 4), packed, at),
    )
    return True


def _entry(row: tuple[Any, ...]) -> Entry:
    key, kind, reason, facts, *rest = row
    return Entry(key, Kind(kind), reason, json.loads(facts), *rest)

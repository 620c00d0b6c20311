"""Which bundles were taken in and written here, known by the digest of their file."""

from __future__ import annotations

import json
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from communedb.domain.moment import utc_text

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.sqlite import Database

NAME_DIGITS: Final = 32
"""Digits of its digest that a bundle's file is named by."""

KEPT_DAYS: Final = 60
"""Days after which a bundle is forgotten: brought once more, it is read once more and changes nothing."""

_USUAL_BYTES_PER_LINE: Final = 40
_RECENT: Final = 20


class Way(StrEnum):
    """By which way something came or went."""

    FOLDER = "folder"
    LAN = "lan"
    HTTP = "http"


class State(StrEnum):
    """What became of a bundle."""

    TAKEN = "taken"
    PARTLY = "partly"
    """Something of it found no room, or came too early: it is worth reading once more."""
    WRITTEN = "written"


def note(
    db: Database, digest: str, kind: str, size: int, peer: str, way: str, state: State, facts: dict[str, Any], at: str
) -> None:
    """Remember a bundle, in the caller's transaction."""
    direction = "out" if state is State.WRITTEN else "in"
    db.conn.execute(
        "INSERT INTO bundle VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO UPDATE SET"
        " state = excluded.state, facts = excluded.facts, at = excluded.at",
        (digest, direction, kind, size, peer, way, state.value, json.dumps(facts), at),
    )


def forget_old(db: Database, now: datetime) -> None:
    """Forget the bundles of long ago, in the caller's transaction."""
    db.conn.execute("DELETE FROM bundle WHERE at < ?", (utc_text(now - timedelta(days=KEPT_DAYS)),))


def is_done(db: Database, digest: str) -> bool:
    """Whether nothing can come of reading a bundle; the first `NAME_DIGITS` digits of its digest are enough."""
    found = db.conn.execute(
        "SELECT state FROM bundle WHERE digest >= ? AND digest < ?", (digest, digest + "g")
    ).fetchone()
    return found is not None and found[0] != State.PARTLY


def parts_of(db: Database, digest: str) -> list[tuple[str, int, int]] | None:
    """Which parts of which files a bundle holds that was written here: digest, from, to; None for any other bundle."""
    found = db.conn.execute(
        "SELECT facts FROM bundle WHERE digest >= ? AND digest < ? AND direction = 'out' AND kind = 'files'",
        (digest, digest + "g"),
    ).fetchone()
    return None if found is None else [(part[0], part[1], part[2]) for part in json.loads(found[0])["parts"]]


def bytes_per_line(db: Database) -> float:
    """What a line came to in the bundles written last, for estimates."""
    size, lines = db.conn.execute(
        "SELECT sum(size), sum(lines) FROM (SELECT size, json_extract(facts, '$.lines') AS lines FROM bundle"
        " WHERE direction = 'out' AND kind = 'rows' ORDER BY at DESC LIMIT ?) WHERE lines > 100",
        (_RECENT,),
    ).fetchone()
    return size / lines if lines else _USUAL_BYTES_PER_LINE

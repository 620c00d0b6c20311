"""The vector of what had been shown of other replicas, as a text that is the same everywhere."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from communedb.journal.chains import SHORT, origin

if TYPE_CHECKING:
    from communedb.sqlite import Database

EMPTY = "{}"

_DIGEST = re.compile(f"[0-9a-f]{{{SHORT}}}").fullmatch


def vector_text(db: Database, scope: str, replica: str) -> str:
    """What has been applied in a scope, as `replica` writes it into its next lines: its own chain is left out."""
    pairs: dict[str, list[tuple[str, int]]] = {}
    for chain, number, digest in db.conn.execute(
        "SELECT chain, number, digest FROM journal_head WHERE scope = ? AND chain <> ?", (scope, replica)
    ):
        pairs.setdefault(origin(chain), []).append((digest[:SHORT], number))
    heads = {name: [part for digest, number in sorted(of) for part in (number, digest)] for name, of in pairs.items()}
    return json.dumps(heads, sort_keys=True, separators=(",", ":"))


def parse_heads(text: str) -> dict[str, list[tuple[int, str]]]:
    """By replica, number and short digest of what had been shown; ValueError for anything else."""
    if text == EMPTY:
        return {}
    body = json.loads(text)
    if not isinstance(body, dict):
        raise ValueError("not an object")
    found: dict[str, list[tuple[int, str]]] = {}
    for replica, flat in body.items():
        if not isinstance(flat, list) or len(flat) % 2 or not flat:
            raise ValueError("not pairs")
        pairs = list(zip(flat[::2], flat[1::2], strict=True))
        if not all(type(number) is int and isinstance(digest, str) and _DIGEST(digest) for number, digest in pairs):
            raise ValueError("not pairs of number and digest")
        found[replica] = pairs
    return found


def vector_id(db: Database, text: str) -> int:
    """The number under which a vector is kept here; each distinct one is stored once."""
    db.conn.execute("INSERT INTO journal_vector (heads) VALUES (?) ON CONFLICT (heads) DO NOTHING", (text,))
    (number,) = db.conn.execute("SELECT id FROM journal_vector WHERE heads = ?", (text,)).fetchone()
    return int(number)

"""Where an officer was in the app."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communedb.sqlite import Database


@dataclass(frozen=True)
class DeskPlace:
    """Screens with their arguments, the lowest first; `left` when the officer locked or closed."""

    places: tuple[dict[str, Any], ...]
    left: bool


def read_place(db: Database, officer: str) -> DeskPlace | None:
    """The last place of an officer; None before the first."""
    found = db.conn.execute("SELECT body FROM desk_place WHERE officer = ?", (officer,)).fetchone()
    if found is None:
        return None
    body = json.loads(found[0])
    return DeskPlace(tuple(body["places"]), bool(body.get("left")))

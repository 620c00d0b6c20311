"""Segments as a station might sign them whose program is newer, broken or wicked."""

from __future__ import annotations

import json
from typing import Any

from communedb.journal.segment import SCHEMA, SEED_SIZE, SIGNED, Header, Line, Segment, lines_digest
from communedb.keys.signing import Signer

UNIT = "19867"


class Stranger:
    """A replica that writes whatever it is told to."""

    def __init__(self, replica: str = "0199aaaa-0000-7000-8000-000000000001", scope: str = UNIT) -> None:
        self.replica, self.scope = replica, scope
        self._signer = Signer(bytes(32))
        self._number, self.last = 0, ""
        self.clock = 117_000_000_000_000_000

    def line(self, table: str, row: str, changes: Any, **parts: Any) -> Line:
        """The next line; `changes` is made JSON unless it is a text, `parts` replace parts of the line."""
        self._number += 1
        self.clock += 1
        text = changes if isinstance(changes, str) else json.dumps(changes, ensure_ascii=False, separators=(",", ":"))
        line = Line(self._number, self.clock, "stranger", table, row, text, self._number - 1, "{}", "")
        return line._replace(**parts)

    def segment(self, *lines: Line, previous: str | None = None, **parts: Any) -> Segment:
        """These lines, signed; `parts` replace parts of the header."""
        seed = bytes(SEED_SIZE)
        digest = lines_digest((line.text for line in lines), seed, len(lines))
        first, last = lines[0].number, lines[-1].number
        header = Header(
            self.replica, self.scope, first, last, self.last if previous is None else previous, digest,
            self.clock, SCHEMA, self._signer.public,
        )._replace(**parts).encode()  # fmt: skip
        made = Segment(header, self._signer.sign(SIGNED + header), seed, lines)
        self.last = made.digest
        return made


def person(name: str = "Trần Văn Lạ", **more: Any) -> dict[str, Any]:
    """The columns of a person."""
    return {"kind": "citizen", "name": name} | more


def event(dossier: str, **more: Any) -> dict[str, Any]:
    """The columns of an event."""
    return {
        "dossier": dossier, "kind": "noted", "clock": 1, "place": 1, "happened_at": "2026-11-23T02:00:00Z",
        "happened_on": "2026-11-23", "entered_at": "2026-11-23T02:00:00Z", "station": "s", "officer": "o",
        "details": "{}",
    } | more  # fmt: skip

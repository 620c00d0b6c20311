"""Reading the till: an officer's money events since the last close, and the closes themselves."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from communedb.domain.cash import Till, till_of
from communedb.domain.certification import next_receipt
from communedb.domain.moment import VIETNAM, local, parse_utc
from communedb.journal import clock
from communedb.sqlite import rows
from communedb.stores.events import read_events

if TYPE_CHECKING:
    from communedb.sqlite import Database

# The words of the partial indexes `event_money` and `event_undoing`: SQLite uses them only for these.
_MONEY = "kind IN ('fee_paid', 'fee_exempted', 'fee_refunded')"
_UNDOING = "kind IN ('taken_back', 'voided')"

_LOOKED_BACK = 20
"""Payments among which the last money receipt is looked for."""


@dataclass(frozen=True)
class Close:
    """One close of the till; amounts in đồng, `details` what the till held by method and how it was counted."""

    id: str
    officer: str
    station: str
    from_at: datetime | None
    until_at: datetime
    recorded: int
    counted: int
    explanation: str | None
    details: dict[str, Any]

    @property
    def difference(self) -> int:
        """Counted less recorded: above zero there is too much in the till."""
        return self.counted - self.recorded


@dataclass(frozen=True)
class OpenTill:
    """The till since the last close; `since` is that moment, or where the day began before the first close."""

    till: Till
    since: datetime
    closed_before: bool


def read_till(db: Database, officer: str, station: str, now: datetime) -> OpenTill:
    """What an officer took and gave back at a station since the last close; before the first one, since midnight."""
    found = db.conn.execute(
        "SELECT until_clock, until_at FROM cash_close WHERE officer = ? AND station = ?"
        " ORDER BY until_clock DESC LIMIT 1",
        (officer, station),
    ).fetchone()
    midnight = datetime.combine(local(now).date(), time(), VIETNAM)
    since, at = (found[0], parse_utc(found[1])) if found else (clock.of(midnight) - 1, midnight)
    dossiers = _dossiers_with_money(db, officer, since)
    till = till_of((read_events(db, dossier) for dossier in dossiers), officer, station, since)
    return OpenTill(till, at, closed_before=found is not None)


def _dossiers_with_money(db: Database, officer: str, since: int) -> list[str]:
    """Dossiers whose money this officer moved after a clock value, or whose money somebody undid after it."""
    moved = db.conn.execute(
        f"SELECT dossier FROM event INDEXED BY event_money WHERE officer = ? AND clock > ? AND {_MONEY}",
        (officer, since),
    ).fetchall()
    undone = db.conn.execute(
        f"SELECT dossier FROM event INDEXED BY event_undoing WHERE clock > ? AND {_UNDOING}", (since,)
    ).fetchall()
    return [dossier for (dossier,) in dict.fromkeys(moved + undone)]


def read_closes(db: Database, officer: str | None = None, limit: int = 20) -> list[Close]:
    """The latest closes, of one officer or of all, the newest first."""
    where = "WHERE officer = ?" if officer else ""
    values = (officer, limit) if officer else (limit,)
    found = rows(db, f"SELECT * FROM cash_close {where} ORDER BY until_clock DESC LIMIT ?", values)
    return [_close(row) for row in found]


def read_close(db: Database, key: str) -> Close | None:
    """The close with this key."""
    return next((_close(row) for row in rows(db, "SELECT * FROM cash_close WHERE id = ?", (key,))), None)


def next_money_receipt(db: Database, officer: str, station: str) -> tuple[str, str]:
    """Series and number of the receipt that follows this officer's last one at a station; empty before the first."""
    found = db.conn.execute(
        "SELECT details FROM event INDEXED BY event_money"
        f" WHERE officer = ? AND {_MONEY} AND kind = 'fee_paid' AND station = ?"
        " ORDER BY clock DESC, place DESC LIMIT ?",
        (officer, station, _LOOKED_BACK),
    )
    for (text,) in found:
        details = json.loads(text)
        if number := details.get("receipt_number"):
            return str(details.get("receipt_series") or ""), next_receipt(str(number))
    return "", ""


def _close(row: dict[str, Any]) -> Close:
    return Close(
        id=row["id"],
        officer=row["officer"],
        station=row["station"],
        from_at=parse_utc(row["from_at"]) if row["from_at"] else None,
        until_at=parse_utc(row["until_at"]),
        recorded=row["recorded"],
        counted=row["counted"],
        explanation=row["explanation"],
        details=json.loads(row["details"]),
    )

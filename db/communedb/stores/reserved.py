"""Codes reserved for paper receipts, and which of them a dossier has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from communedb.domain.moment import parse_utc

if TYPE_CHECKING:
    from communedb.sqlite import Database


@dataclass(frozen=True, slots=True)
class ReservedCode:
    """A code on a paper receipt: the day that it shows, who reserved it when, the key of the dossier that has it."""

    code: str
    day: date
    reserved_at: datetime
    officer: str
    dossier: str | None


def is_unused(db: Database, code: str) -> bool:
    """Whether this station reserved the code for a paper receipt and no dossier has it yet."""
    sql = "SELECT 1 FROM reserved_code WHERE code = ? COLLATE NOCASE AND dossier IS NULL"
    return db.conn.execute(sql, (code.strip(),)).fetchone() is not None


def reserved_codes(db: Database, *, unused: bool = False) -> list[ReservedCode]:
    """Every code that this station reserved, in the order of its counter; only those without a dossier if `unused`."""
    only = " WHERE dossier IS NULL" if unused else ""
    order = "ORDER BY reserved_at, length(code), code"
    found = db.conn.execute(
        f"SELECT code, day, reserved_at, officer, dossier FROM reserved_code{only} {order}"
    ).fetchall()
    return [
        ReservedCode(code, date.fromisoformat(day), parse_utc(at), officer, dossier)
        for code, day, at, officer, dossier in found
    ]

"""Dossiers whose events contradict each other, as when two stations returned the same result: listed as work."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from communedb.sqlite import Database

_WHICH = "FROM dossier_state WHERE instr(findings, 'contradicting_event') > 0 AND voided = 0"


class Contradicted(NamedTuple):
    """One such dossier; `findings` is the JSON list of its findings, times are as the register keeps them."""

    dossier: str
    code: str
    status: str
    received_at: str
    applicant_name: str
    procedure_name: str
    findings: str


def contradicted(db: Database) -> list[Contradicted]:
    """Every dossier with contradicting events, the first received first; voided ones are nobody's work any more."""
    found = db.conn.execute(f"SELECT {', '.join(Contradicted._fields)} {_WHICH} ORDER BY received_at, place")
    return [Contradicted._make(row) for row in found]


def contradicted_count(db: Database) -> int:
    """How many there are."""
    (count,) = db.conn.execute(f"SELECT count(*) {_WHICH}").fetchone()
    return int(count)

"""The print log: every form that left or waits to leave the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.sqlite import rows

if TYPE_CHECKING:
    from communedb.sqlite import Database

WAITING_HERE = (
    "print.state = 'waiting' AND NOT EXISTS (SELECT 1 FROM journal_line WHERE journal_line.row = print.id"
    " AND journal_line.replica <> (SELECT replica FROM installation))"
)
"""What waits for this station's printer: what another station asked for is printed there, not twice."""


def prints_of(db: Database, dossier: str) -> list[dict[str, Any]]:
    """Every print of a dossier, first to last."""
    return list(rows(db, "SELECT * FROM print WHERE dossier = ? ORDER BY asked_at, id", (dossier,)))


def last_print(db: Database, dossier: str, form: str) -> int | None:
    """The number of the last print of a form of this dossier, None before the first."""
    (number,) = db.conn.execute(
        "SELECT max(number) FROM print WHERE dossier = ? AND form = ?", (dossier, form)
    ).fetchone()
    return None if number is None else int(number)


def waiting_prints(db: Database) -> list[dict[str, Any]]:
    """Prints of this station that no printer has taken yet, as they were asked for, with code and applicant."""
    return list(
        rows(
            db,
            "SELECT print.*, s.code, s.applicant_name FROM print JOIN dossier_state AS s ON s.dossier = print.dossier"
            f" WHERE {WAITING_HERE} ORDER BY asked_at, print.id",
        )
    )

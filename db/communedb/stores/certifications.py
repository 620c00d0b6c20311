"""The register books of certifications: what was entered under which number, and what still waits for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.certification import Book
from communedb.sqlite import rows

if TYPE_CHECKING:
    from datetime import date

    from communedb.sqlite import Database

_WITH_DOSSIER = """
SELECT c.*, d.code, d.applicant_name, d.applicant_id_number, d.procedure_name, s.voided
FROM certification AS c JOIN dossier AS d ON d.id = c.dossier JOIN dossier_state AS s ON s.dossier = c.dossier
"""


def read_book(db: Database, book: str | None, first: date, last: date) -> list[dict[str, Any]]:
    """The lines of one book, or of all, entered on these days, both included; by book, volume and number.

    Lines of a void dossier are among them (`voided`): their numbers stay used.
    """
    books = [book] if book is not None else [one.value for one in Book]
    marks = ", ".join("?" * len(books))
    # The index of what was entered begins with the book.
    conditions = [f"c.book IN ({marks})", "c.number IS NOT NULL", "c.certified_on BETWEEN ? AND ?"]
    values: list[str] = [*books, first.isoformat(), last.isoformat()]
    order = "ORDER BY c.book, c.year, c.volume, c.number"
    return list(rows(db, f"{_WITH_DOSSIER} WHERE {' AND '.join(conditions)} {order}", values))


def certifications_of(db: Database, dossier: str) -> list[dict[str, Any]]:
    """The lines of one dossier, in the order in which they were entered."""
    return list(rows(db, "SELECT * FROM certification WHERE dossier = ? ORDER BY position", (dossier,)))


def waiting_lines(db: Database, dossier: str) -> list[dict[str, Any]]:
    """The lines of a dossier that have no number yet."""
    return list(
        rows(db, "SELECT * FROM certification WHERE dossier = ? AND number IS NULL ORDER BY position", (dossier,))
    )


def papers_certified(db: Database, limit: int = 400) -> list[str]:
    """Names of papers that were certified lately, the latest first, each once."""
    found = db.conn.execute("SELECT paper_name FROM certification ORDER BY rowid DESC LIMIT ?", (limit,))
    return list(dict.fromkeys(name for (name,) in found))


def last_signer(db: Database) -> str:
    """Who signed what was entered last; empty before the first."""
    found = db.conn.execute(
        "SELECT signer FROM certification WHERE number IS NOT NULL ORDER BY rowid DESC LIMIT 1"
    ).fetchone()
    return str(found[0] or "") if found else ""


def waiting_requests(db: Database) -> list[dict[str, Any]]:
    """Open dossiers with lines that wait for a number, the one due first on top."""
    return list(
        rows(
            db,
            "SELECT s.dossier, s.code, s.applicant_name, s.due_at, s.status, count(*) AS lines,"
            " min(c.paper_name) AS paper_name FROM certification AS c JOIN dossier_state AS s ON s.dossier = c.dossier"
            " WHERE c.number IS NULL AND s.open = 1 GROUP BY c.dossier ORDER BY s.due_order, s.place",
        )
    )

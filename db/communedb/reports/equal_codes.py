"""Open dossiers that share their code with another after registers were merged: listed as work, renumbered never."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from communedb.sqlite import Database


class EqualCode(NamedTuple):
    """One of several dossiers with one code; times as the register keeps them."""

    dossier: str
    code: str
    status: str
    received_at: str
    applicant_name: str
    procedure_name: str


# Asked of the open dossiers only, each by the index of codes: two that are closed are nobody's work any more.
_SHARED = """
SELECT DISTINCT s.code FROM dossier_state AS s INDEXED BY dossier_state_open_due
WHERE s.open = 1 AND EXISTS (
  SELECT 1 FROM dossier_state AS other INDEXED BY dossier_state_code
  WHERE other.code = s.code AND other.place <> s.place AND other.voided = 0
)
"""


def equal_codes(db: Database) -> list[EqualCode]:
    """The dossiers that carry the code of an open one, and that one: by code, the first received first.

    One that was voided is told apart by that, and is in no list.
    """
    cursor = db.conn.execute(
        f"SELECT {', '.join(EqualCode._fields)} FROM dossier_state INDEXED BY dossier_state_code"
        f" WHERE code IN ({_SHARED}) AND voided = 0 ORDER BY code, received_at, place"
    )
    return [EqualCode._make(row) for row in cursor]

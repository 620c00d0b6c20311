"""Apologies: promises that were extended in a period (form 04), and whether the letter was printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.event import EventKind
from communedb.domain.happening import in_order, taken_back
from communedb.domain.moment import parse_utc, utc_text
from communedb.reports.figures import Column, Kind
from communedb.reports.lists import NUMBER, WHO_AND_WHAT, grouped, officers
from communedb.sqlite import rows
from communedb.stores.events import read_events

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Any

    from communedb.reports.figures import Asked, Figures, Value
    from communedb.sqlite import Database

NAME: Final = "apologies"
COLUMNS: Final = (
    NUMBER,
    Column("letter", Kind.CODE),
    *WHO_AND_WHAT,
    Column("extended_at", Kind.MOMENT),
    Column("due_before", Kind.MOMENT),
    Column("new_due", Kind.MOMENT),
    Column("reason", Kind.TEXT),
    Column("officer", Kind.TEXT),
)

PRINTED: Final = "printed"
NOT_PRINTED: Final = "not_printed"


def figures(db: Database, asked: Asked) -> Figures:
    """One line for each extension: first those whose letter was never printed, in the order in which they happened."""
    names = officers(db)
    wanted = {"start": utc_text(asked.period.start), "end": utc_text(asked.period.end), "unit": asked.unit}
    found = [
        (PRINTED if row["printed"] else NOT_PRINTED, row["dossier"], cells)
        for row in list(rows(db, _SQL, wanted))
        if (cells := _cells(db, row, names)) is not None
    ]
    found.sort(key=lambda line: line[0] == PRINTED)
    return grouped(NAME, asked, COLUMNS, found, lambda letter: {"letter": letter})


# A letter counts that left a printer, for this extension or, where the print does not say for which, after it.
_SQL: Final = """
SELECT e.id, e.dossier, e.happened_at, e.due_at, e.reason, e.officer, s.code, s.applicant_name, s.procedure_name,
  EXISTS (
    SELECT 1 FROM print AS p WHERE p.dossier = e.dossier AND p.form = '04' AND p.state = 'printed'
      AND (p.event = e.id OR (p.event IS NULL AND p.asked_at >= e.happened_at))
  ) AS printed
FROM event AS e INDEXED BY event_extended
CROSS JOIN dossier_state AS s ON s.dossier = e.dossier CROSS JOIN dossier AS d ON d.id = e.dossier
WHERE e.kind = 'extended' AND e.happened_at >= :start AND e.happened_at < :end
  AND s.voided = 0 AND (:unit IS NULL OR d.scope = :unit)
ORDER BY e.happened_at, e.id
"""


def _cells(db: Database, row: dict[str, Any], names: dict[str, str]) -> dict[str, Value] | None:
    """The cells of an extension; None of one that was taken back or that cannot be read."""
    events = in_order(read_events(db, row["dossier"]))
    gone = taken_back(events)
    if row["id"] in gone or all(event.id != row["id"] for event in events):
        return None
    before: datetime | None = None
    for event in events:
        if event.id == row["id"]:
            break
        if event.due_at is not None and event.id not in gone and event.kind is not EventKind.TAKEN_BACK:
            before = event.due_at
    return {
        "letter": PRINTED if row["printed"] else NOT_PRINTED,
        "code": row["code"],
        "applicant": row["applicant_name"],
        "procedure": row["procedure_name"],
        "extended_at": parse_utc(row["happened_at"]),
        "due_before": before,
        "new_due": parse_utc(row["due_at"]) if row["due_at"] else None,
        "reason": row["reason"] or "",
        "officer": names.get(row["officer"], ""),
    }

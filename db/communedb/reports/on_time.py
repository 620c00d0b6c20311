"""The share handled in time, field by field, as Decision 766 counts it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.reports.caseload import caseload
from communedb.reports.figures import Column, Figures, Kind, Row, Unknown
from communedb.reports.handled import in_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.reports.caseload import Case
    from communedb.reports.figures import Asked
    from communedb.sqlite import Database

NAME: Final = "on-time"
COLUMNS: Final = (
    Column("field", Kind.TEXT),
    Column("handled"),
    Column("in_time"),
    Column("not_in_time"),
    Column("share", Kind.SHARE),
)


def figures(db: Database, asked: Asked) -> Figures:
    """What was handled in the period, or stood open in it, and how much of it in time; the worst field first."""
    cases = caseload(db, asked)
    timely = in_time(db, asked, cases)
    fields: dict[str, list[Case]] = {}
    for case in cases:
        fields.setdefault(case.field, []).append(case)
    rows = [_row(field, field, among, timely) for field, among in fields.items()]
    rows.sort(key=lambda row: (row.cells["share"], row.key))
    return Figures(NAME, asked.period, COLUMNS, tuple(rows), _row("", "", cases, timely))


def _row(key: str, field: str, cases: Sequence[Case], timely: set[str]) -> Row:
    all_of_them = tuple(case.dossier for case in cases)
    right = tuple(dossier for dossier in all_of_them if dossier in timely)
    wrong = tuple(dossier for dossier in all_of_them if dossier not in timely)
    return Row(
        key,
        {
            "field": field,
            "handled": len(all_of_them),
            "in_time": len(right),
            "not_in_time": len(wrong),
            "share": share(len(right), len(all_of_them)),
        },
        {"handled": all_of_them, "in_time": right, "not_in_time": wrong},
    )


def share(part: int, whole: int) -> float | Unknown:
    """The part of a whole between 0 and 1; of nothing there is no share."""
    return part / whole if whole else Unknown.NOTHING_TO_COUNT

"""Reception regardless of boundaries: taken in for another agency, or from somebody who lives elsewhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from communedb.reports.caseload import caseload, is_received
from communedb.reports.figures import Column, Kind
from communedb.reports.lists import NUMBER, WHO_AND_WHAT, grouped, who_and_what

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.reports.caseload import Case
    from communedb.reports.figures import Asked, Figures
    from communedb.sqlite import Database

NAME: Final = "non-boundary"
COLUMNS: Final = (
    NUMBER,
    Column("kind", Kind.CODE),
    *WHO_AND_WHAT,
    Column("applicant_unit", Kind.TEXT),
    Column("reception_place", Kind.TEXT),
    Column("competent_agency", Kind.TEXT),
    Column("received_at", Kind.MOMENT),
    Column("status", Kind.CODE),
)

FOR_ANOTHER: Final = "for_another_agency"
"""Where it was received is not where it is decided."""
FROM_ELSEWHERE: Final = "from_elsewhere"
"""Received and decided here, for an applicant of another unit."""

_Units = dict[str, tuple[str, str]]


def figures(db: Database, asked: Asked) -> Figures:
    """The dossiers received in the period that crossed a boundary; each counts once, under its first reason."""
    units: _Units = {
        code: (f"{name}, {of}" if code != province else name, province)
        for code, name, province, of in db.conn.execute("SELECT code, name, province, province_name FROM unit")
    }
    kind_of = partial(_kind, units=units)
    found = [(kind, case) for case in caseload(db, asked) if is_received(case, asked) and (kind := kind_of(case))]
    found.sort(key=lambda one: one[0] != FOR_ANOTHER)

    def name(place: str | None) -> str:
        return units[place][0] if place in units else place or ""

    return grouped(
        NAME, asked, COLUMNS,
        [
            (
                kind,
                case.dossier,
                {
                    "kind": kind,
                    **who_and_what(case),
                    "applicant_unit": name(case.applicant_unit),
                    "reception_place": name(case.reception_place),
                    "competent_agency": name(case.competent_agency),
                    "received_at": case.received_at,
                    "status": case.status.value,
                },
            )
            for kind, case in found
        ],
        lambda kind: {"kind": kind},
    )  # fmt: skip


def _kind(case: Case, units: Mapping[str, tuple[str, str]]) -> str:
    if case.reception_place != case.competent_agency:
        return FOR_ANOTHER
    home = case.applicant_unit
    # Of somebody of whom only the province is known, the commune may be this one.
    is_elsewhere = home not in {None, "", case.unit, units.get(case.unit, ("", ""))[1]}
    return FROM_ELSEWHERE if is_elsewhere else ""

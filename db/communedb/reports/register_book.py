"""The lines of form 07, the book of dossiers: what was received in a period, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.reports.caseload import caseload, is_received
from communedb.reports.figures import Column, Kind
from communedb.reports.lists import CODE, NUMBER, listed
from communedb.stores.units import unit_name

if TYPE_CHECKING:
    from communedb.reports.figures import Asked, Figures
    from communedb.sqlite import Database

NAME: Final = "register-book"
COLUMNS: Final = (
    NUMBER,
    CODE,
    Column("procedure", Kind.TEXT),
    Column("sets"),
    Column("applicant", Kind.TEXT),
    Column("agency", Kind.TEXT),
    Column("received_at", Kind.MOMENT),
    Column("due_at", Kind.MOMENT),
    Column("returned_on", Kind.DATE),
    Column("return_method", Kind.CODE),
    Column("status", Kind.CODE),
)


def figures(db: Database, asked: Asked) -> Figures:
    """In the order of reception, each as it stood at the period's end; the signature is for the printed book."""
    cases = [case for case in caseload(db, asked) if is_received(case, asked)]
    agencies = {code: unit_name(db, code) for code in {case.competent_agency for case in cases}}
    return listed(
        NAME, asked, COLUMNS,
        (
            (
                case.dossier,
                {
                    "code": case.code,
                    "procedure": case.procedure_name,
                    "sets": case.sets,
                    "applicant": case.applicant_name,
                    "agency": agencies[case.competent_agency],
                    "received_at": case.received_at,
                    "due_at": case.due_at,
                    "returned_on": case.returned_on,
                    "return_method": case.return_method,
                    "status": case.status.value,
                },
            )
            for case in cases
        ),
    )  # fmt: skip

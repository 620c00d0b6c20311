"""What a period began with: received before it and not ended by then, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.reports.caseload import caseload, is_carried, kept_promise
from communedb.reports.figures import Column, Kind
from communedb.reports.lists import NUMBER, WHO_AND_WHAT, listed, officers, who_and_what

if TYPE_CHECKING:
    from communedb.reports.figures import Asked, Figures
    from communedb.sqlite import Database

NAME: Final = "carried-over"
COLUMNS: Final = (
    NUMBER,
    *WHO_AND_WHAT,
    Column("field", Kind.TEXT),
    Column("received_at", Kind.MOMENT),
    Column("due_at", Kind.MOMENT),
    Column("ended_at", Kind.MOMENT),
    Column("status", Kind.CODE),
    Column("due_state", Kind.CODE),
    Column("officer", Kind.TEXT),
)


def figures(db: Database, asked: Asked) -> Figures:
    """In the order of reception, each as it stood at the period's end."""
    names = officers(db)
    return listed(
        NAME, asked, COLUMNS,
        (
            (
                case.dossier,
                {
                    **who_and_what(case),
                    "field": case.field,
                    "received_at": case.received_at,
                    "due_at": case.due_at,
                    "ended_at": case.ended_at,
                    "status": case.status.value,
                    "due_state": kept_promise(case, asked).value,
                    "officer": names.get(case.holder, ""),
                },
            )
            for case in caseload(db, asked)
            if is_carried(case, asked)
        ),
    )  # fmt: skip

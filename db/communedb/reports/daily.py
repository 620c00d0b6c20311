"""What came in: the reception list of a day, or of any period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.reports.caseload import caseload, is_received
from communedb.reports.figures import Column, Kind
from communedb.reports.lists import NUMBER, WHO_AND_WHAT, listed, officers, who_and_what

if TYPE_CHECKING:
    from communedb.reports.figures import Asked, Figures
    from communedb.sqlite import Database

NAME: Final = "daily"
COLUMNS: Final = (
    NUMBER,
    Column("received_at", Kind.MOMENT),
    *WHO_AND_WHAT,
    Column("channel", Kind.CODE),
    Column("due_at", Kind.MOMENT),
    Column("status", Kind.CODE),
    Column("officer", Kind.TEXT),
    Column("fee_due", Kind.MONEY),
)


def figures(db: Database, asked: Asked) -> Figures:
    """The dossiers received in the period, in that order, each as it stood at its end."""
    names = officers(db)
    return listed(
        NAME, asked, COLUMNS,
        (
            (
                case.dossier,
                {
                    "received_at": case.received_at,
                    **who_and_what(case),
                    "channel": case.channel,
                    "due_at": case.due_at,
                    "status": case.status.value,
                    "officer": names.get(case.holder, ""),
                    "fee_due": case.fee_due,
                },
            )
            for case in caseload(db, asked)
            if is_received(case, asked)
        ),
    )  # fmt: skip

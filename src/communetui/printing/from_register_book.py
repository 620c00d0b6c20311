"""From the report `register-book` to form 07 on paper: the same lines, with how each citizen is reached."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from communedb.domain.moment import local
from communedb.domain.phone import show_phone
from communetui.printing.office import office_of
from communetui.printing.register_book import DossierLine, RegisterBook
from communetui.strings.language import Language
from communetui.strings.values import values

if TYPE_CHECKING:
    from communedb.reports.figures import Figures, Row, Value
    from communedb.sqlite import Database

# The book is Vietnamese whatever language the officer works in.
_METHODS: Final = {"counter": "Trực tiếp", "post": "Bưu chính", "online": "Trực tuyến"}


def make_register_book(db: Database, figures: Figures, unit: str) -> RegisterBook:
    """The book with the lines of the report, in their order."""
    reached = _reached(db, [row.key for row in figures.rows])
    lines = tuple(_line(row, reached.get(row.key, "")) for row in figures.rows)
    return RegisterBook(office_of(db, unit), figures.period.first, figures.period.last, lines)


def _line(row: Row, reached: str) -> DossierLine:
    """One line; a report that was sent by another version may lack a cell, which is then left to a pen."""

    def text(column: str) -> str:
        return str(row.cells.get(column) or "")

    sets = row.cells.get("sets")
    return DossierLine(
        code=text("code"),
        procedure=text("procedure"),
        sets=sets if isinstance(sets, int) else 1,
        applicant="; ".join(filter(None, (text("applicant"), reached))),
        agency=text("agency").split(",", maxsplit=1)[0],
        received_on=_day(row.cells.get("received_at")),
        due_on=_day(row.cells.get("due_at")),
        returned_on=_day(row.cells.get("returned_on")),
        method=_METHODS.get(text("return_method"), ""),
        status=values.said_in(Language.VI).status.get(text("status"), ""),
    )


def _reached(db: Database, dossiers: list[str]) -> dict[str, str]:
    """By dossier: the applicant's address and phone."""
    found = db.conn.execute(
        "SELECT id, applicant_address, applicant_phone FROM dossier WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(dossiers),),
    )
    return {
        key: "; ".join(filter(None, (address, show_phone(phone) if phone else ""))) for key, address, phone in found
    }


def _day(at: Value) -> date | None:
    if isinstance(at, datetime):
        return local(at).date()
    return at if isinstance(at, date) else None

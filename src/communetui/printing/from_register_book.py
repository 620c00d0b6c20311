"""From the report `register-book` to form 07 on paper: the same lines, with how each citizen is reached."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, cast

from communedb.domain.moment import local
from communedb.domain.phone import show_phone
from communedb.reports.figures import Asked
from communedb.reports.named import report
from communetui.printing.office import office_of
from communetui.printing.register_book import DossierLine, RegisterBook
from communetui.printing.render import render_register_book
from communetui.strings.language import Language
from communetui.strings.values import values

if TYPE_CHECKING:
    from datetime import date, datetime

    from communedb.domain.period import Period
    from communedb.register import Register
    from communedb.reports.figures import Figures, Row
    from communedb.sqlite import Database

NAME: Final = "register-book"
"""The report whose lines the book has."""

# The book is Vietnamese whatever language the officer works in.
_METHODS: Final = {"counter": "Trực tiếp", "post": "Bưu chính", "online": "Trực tuyến"}


def register_book_pdf(register: Register, period: Period) -> bytes:
    """Form 07 of a period as a PDF, A4 landscape; from a thread."""
    db, unit = register.db, register.by.unit
    figures = report(db, NAME, Asked(period, register.now(), register.calendar(), unit))
    return render_register_book(make_register_book(db, figures, unit))


def make_register_book(db: Database, figures: Figures, unit: str) -> RegisterBook:
    """The book with the lines of the report, in their order."""
    reached = _reached(db, [row.key for row in figures.rows])
    lines = tuple(_line(row, reached.get(row.key, "")) for row in figures.rows)
    return RegisterBook(office_of(db, unit), figures.period.first, figures.period.last, lines)


def _line(row: Row, reached: str) -> DossierLine:
    cells: dict[str, Any] = dict(row.cells)
    return DossierLine(
        code=cells["code"],
        procedure=cells["procedure"],
        sets=cells["sets"],
        applicant="; ".join(filter(None, (cells["applicant"], reached))),
        agency=str(cells["agency"]).split(",", maxsplit=1)[0],
        received_on=cast("date", _day(cells["received_at"])),
        due_on=_day(cells["due_at"]),
        returned_on=cells["returned_on"],
        method=_METHODS.get(cells["return_method"], ""),
        status=values.said_in(Language.VI).status.get(cells["status"], ""),
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


def _day(at: datetime | None) -> date | None:
    return local(at).date() if at is not None else None

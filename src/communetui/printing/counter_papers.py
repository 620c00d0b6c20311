"""The counter's own papers, from the register to a PDF and a printer: the book of certifications, the cash slip."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from communedb import layout
from communedb.domain.moment import local
from communedb.files.atomic import write_atomically
from communedb.stores.certifications import read_book
from communedb.stores.officers import officer_names
from communetui.printing.cash_slip import CashSlip
from communetui.printing.certification_book import BookLine, CertificationBook
from communetui.printing.office import office_of
from communetui.printing.paper import Paper
from communetui.printing.pdf_file import keep_pdf
from communetui.printing.printers import Printer, send_to
from communetui.printing.render import render_book, render_cash_slip
from communetui.printing.spool import Sent, open_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from communedb.domain.certification import Book
    from communedb.register import Register
    from communedb.stores.cash import Close


@dataclass(frozen=True)
class Made:
    """A paper that was made: its file, how many lines stand in it, and whether a printer took it."""

    path: Path
    lines: int
    sent: Sent


def print_book(register: Register, book: Book, first: date, last: date, *, show: bool = False) -> Made:
    """Make the book of a period and print it; `show` opens the PDF instead. From a thread."""
    made = make_book(register, book, first, last)
    pdf = render_book(made)
    name = f"so-chung-thuc_{book.name.lower()}_{first:%Y%m%d}-{last:%Y%m%d}.pdf"
    path = keep_pdf(pdf, layout.prints(register.folder), name)
    return Made(path, len(made.lines), open_pdf(path) if show else send_to(register.db, Printer.PAGE, path, Paper.A4))


def save_book(register: Register, book: Book, first: date, last: date, path: Path) -> Made:
    """Make the book of a period as a PDF at a place of the officer's choice."""
    made = make_book(register, book, first, last)
    write_atomically(path, render_book(made))
    return Made(path, len(made.lines), Sent())


def make_book(register: Register, book: Book, first: date, last: date) -> CertificationBook:
    """The book of a period as it is printed."""
    db = register.db
    names = officer_names(db)
    lines = tuple(
        BookLine(
            volume=row["volume"],
            year=row["year"],
            number=row["number"],
            day=date.fromisoformat(row["certified_on"]),
            requester=row["applicant_name"],
            id_number=row["applicant_id_number"] or "",
            paper_name=row["paper_name"],
            pages=row["pages"],
            copies=row["copies"],
            signer=names.get(row["signer"], ""),
            fee=row["fee"],
            void=bool(row["voided"]),
        )
        for row in read_book(db, book, first, last)
    )
    return CertificationBook(office_of(db, register.by.unit), book, first, last, lines)


def print_cash_slip(register: Register, close: Close, *, show: bool = False) -> Made:
    """Make the slip of a close and print it; `show` opens the PDF instead. From a thread."""
    db = register.db
    slip = CashSlip(
        office=office_of(db, register.by.unit),
        officer=officer_names(db).get(close.officer, ""),
        since=close.from_at,
        until=close.until_at,
        recorded=close.recorded,
        counted=close.counted,
        explanation=close.explanation or "",
        details=close.details,
    )
    name = f"chot-quy_{local(close.until_at):%Y%m%d-%H%M}_{close.id[-8:]}.pdf"
    path = keep_pdf(render_cash_slip(slip), layout.prints(register.folder), name)
    return Made(path, 1, open_pdf(path) if show else send_to(register.db, Printer.PAGE, path, Paper.A5))

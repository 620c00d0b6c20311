"""Receipts for a pen: codes are reserved, made into one PDF, and sent to the printer or kept as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communedb import layout
from communedb.desk.reserved import reserve_codes
from communedb.domain.moment import local
from communedb.stores.settings import read_setting
from communetui.printing.models import BlankForm
from communetui.printing.office import office_of
from communetui.printing.pdf_file import save_pdf
from communetui.printing.printers import Printer, paper_in, printer_for, send_to
from communetui.printing.render import render_all
from communetui.printing.spool import Sent

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from communedb.register import Register

_NAME = "01-viet-tay"


@dataclass(frozen=True)
class Blanks:
    """The codes on the receipts, the file that was made, and whether a printer took it."""

    codes: tuple[str, ...]
    path: Path
    sent: Sent


def print_blanks(register: Register, number: int, day: date | None = None, *, save_only: bool = False) -> Blanks:
    """Make `number` receipts with codes of a day, today by default, and print them; from a thread.

    The codes are reserved before anything can fail, so no paper that may lie somewhere has the code of another dossier.
    Refused as `reserve_codes`, and the faults of the disk.
    """
    wanted = day or local(register.now()).date()
    codes = register.write(reserve_codes, wanted, number)
    office = office_of(register.db, register.by.unit)
    printer = Printer.PAGE if save_only else printer_for(register.db, _NAME)
    paper = paper_in(printer, read_setting(register.db, "paper_size"))
    pdf = render_all([BlankForm(office=office, code=code, issued_on=wanted) for code in codes], paper)
    path = save_pdf(pdf, layout.prints(register.folder), _NAME, codes[0])
    return Blanks(codes, path, Sent() if save_only else send_to(register.db, printer, path, paper))

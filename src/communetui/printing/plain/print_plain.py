"""A plain paper to the printer: kept as a file first, so that it is there where no printer takes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communedb import layout
from communedb.domain.moment import local
from communetui.printing.paper import Paper
from communetui.printing.pdf_file import keep_pdf
from communetui.printing.printers import Printer, send_to
from communetui.printing.render import render_plain

if TYPE_CHECKING:
    from pathlib import Path

    from communedb.register import Register
    from communetui.printing.plain.sheet import PlainPaper
    from communetui.printing.spool import Sent


@dataclass(frozen=True)
class Plain:
    """What became of it: the file, and whether a printer took it."""

    path: Path
    sent: Sent


def print_plain(register: Register, name: str, paper: PlainPaper) -> Plain:
    """Make the PDF in the register's folder of prints and send it; from a thread. `name` begins the file's name."""
    file = f"{name}_{local(register.now()):%Y%m%d-%H%M%S}.pdf"
    path = keep_pdf(render_plain(paper), layout.prints(register.folder), file)
    return Plain(path, send_to(register.db, Printer.PAGE, path, Paper.A5))

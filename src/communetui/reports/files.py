"""A report as a file or on paper, and where it goes; from threads."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from communedb import layout
from communedb.domain.moment import local
from communedb.domain.period import PeriodKind, period_of
from communedb.files.atomic import write_atomically
from communedb.reports.figures import Asked
from communedb.reports.named import report
from communetui.printing.counter_papers import Made
from communetui.printing.from_register_book import NAME as REGISTER_BOOK
from communetui.printing.from_register_book import make_register_book
from communetui.printing.paper import Paper
from communetui.printing.pdf_file import keep_pdf
from communetui.printing.printers import Printer, send_to
from communetui.printing.render import render_register_book
from communetui.printing.spool import open_pdf
from communetui.report_files.about import about
from communetui.report_files.writing import write_report
from communetui.reports.reading import LEADER

if TYPE_CHECKING:
    from communedb.domain.period import Period
    from communedb.register import Register
    from communedb.reports.figures import Figures
    from communetui.report_files.about import About


_UNSAFE: Final = re.compile(r"[^A-Za-z0-9-]+")
_DOCUMENTS: Final = ("Documents", "Tài liệu")


def first_place(name: str, period: Period, kind: str) -> Path:
    """Where a report is offered to be saved: among the documents of whoever works at this PC."""
    home = Path.home()
    folder = next((home / one for one in _DOCUMENTS if (home / one).is_dir()), home)
    return folder / file_name(name, period, kind)


def file_name(name: str, period: Period, kind: str) -> str:
    """`bao-cao_ii06a_official-2026-11.xlsx`."""
    return f"bao-cao_{name}_{_UNSAFE.sub('_', period.name)}.{kind}"


def save_report(register: Register, figures: Figures, path: Path) -> Path:
    """Write a report as its name's ending asks for. Refused: REPORT_FORMAT_UNKNOWN and the faults of the disk."""
    if path.suffix.lower() == ".pdf":
        write_atomically(path, report_pdf(register, figures))
    else:
        write_report(path, figures, _told(register, figures))
    return path


def print_report(register: Register, figures: Figures) -> Made:
    """Print a report on A4; its PDF is kept in the register's folder of prints."""
    name = file_name(figures.report, figures.period, "pdf")
    path = keep_pdf(report_pdf(register, figures), layout.prints(register.folder), name)
    return Made(path, len(figures.rows), send_to(register.db, Printer.PAGE, path, Paper.A4))


def make_leader_page(register: Register) -> Made:
    """Make the leader's page of the week in which today lies, and open it."""
    period = period_of(PeriodKind.WEEK, local(register.now()).date())
    figures = report(register.db, LEADER, _asked(register, period))
    path = keep_pdf(report_pdf(register, figures), layout.prints(register.folder), file_name(LEADER, period, "pdf"))
    return Made(path, 1, open_pdf(path))


def report_pdf(register: Register, figures: Figures) -> bytes:
    """A report as a PDF: the leader's page, form 07, or its table."""
    db, unit = register.db, register.by.unit
    if figures.report == LEADER:
        from communetui.leader.page import leader_page

        return leader_page(db, _asked(register, figures.period), figures, unit)
    if figures.report == REGISTER_BOOK:
        return render_register_book(make_register_book(db, figures, unit))
    from communetui.report_files.page import report_page

    return report_page(figures, _told(register, figures))


def _told(register: Register, figures: Figures) -> About:
    return about(register.db, figures, register.now(), register.by.unit)


def _asked(register: Register, period: Period) -> Asked:
    return Asked(period, register.now(), register.calendar(), register.by.unit)

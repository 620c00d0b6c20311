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
from communedb.stores.officers import officer_names
from communedb.stores.units import reported_unit
from communetui.printing.paper import Paper
from communetui.printing.pdf_file import keep_pdf
from communetui.printing.printers import Printer, send_to
from communetui.printing.spool import open_pdf
from communetui.report_files.about import about, about_sent
from communetui.report_files.writing import write_report

if TYPE_CHECKING:
    from communedb.domain.period import Period
    from communedb.register import Register
    from communedb.reports.figures import Figures
    from communedb.stores.sent_reports import Sent as SentReport
    from communetui.printing.spool import Sent
    from communetui.report_files.about import About

_LEADER: Final = "leader"
_REGISTER_BOOK: Final = "register-book"
"""The reports that have a page of their own, by name: their modules are loaded where that page is drawn."""

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


def save_report(register: Register, figures: Figures, path: Path, told: About | None = None) -> Path:
    """Write a report as its name's ending asks for; `told` is what stands around one that was sent.

    Refused: REPORT_FORMAT_UNKNOWN and the faults of the disk.
    """
    if path.suffix.lower() == ".pdf":
        write_atomically(path, paper_of(register, figures, told))
    else:
        write_report(path, figures, told or _told(register, figures))
    return path


def print_report(register: Register, figures: Figures, before: SentReport | None = None) -> tuple[Path, Sent]:
    """Print a report on A4, as it is or as it went up `before`.

    Its PDF is kept in the register's folder of prints, whatever the printer says.
    """
    name = file_name(figures.report, figures.period, "pdf" if before is None else f"{before.id[-8:]}.pdf")
    pdf = paper_of(register, figures, told_of(register, before) if before else None)
    path = keep_pdf(pdf, layout.prints(register.folder), name)
    return path, send_to(register.db, Printer.PAGE, path, Paper.A4)


def make_leader_page(register: Register) -> tuple[Path, Sent]:
    """Make the leader's page of the week and open it; on a Monday that of the week that is over."""
    today = local(register.now()).date()
    week = period_of(PeriodKind.WEEK, today)
    period = week.previous if today == week.first else week
    figures = report(register.db, _LEADER, _asked(register, period))
    path = keep_pdf(paper_of(register, figures), layout.prints(register.folder), file_name(_LEADER, period, "pdf"))
    return path, open_pdf(path)


def paper_of(register: Register, figures: Figures, told: About | None = None) -> bytes:
    """A report as a PDF: the leader's page, form 07, or its table."""
    db, unit = register.db, register.by.unit
    if figures.report == _LEADER:
        from communetui.leader.page import leader_page

        return leader_page(db, _asked(register, figures.period), figures, unit)
    if figures.report == _REGISTER_BOOK:
        from communetui.printing.from_register_book import make_register_book
        from communetui.printing.render import render_register_book

        return render_register_book(make_register_book(db, figures, unit))
    from communetui.report_files.page import report_pdf

    return report_pdf(figures, told or _told(register, figures))


def told_of(register: Register, before: SentReport) -> About:
    """What stands around a report as it went up."""
    return about_sent(register.db, before, officer_names(register.db).get(before.officer, ""))


def _told(register: Register, figures: Figures) -> About:
    return about(register.db, figures, register.now(), reported_unit(register.db))


def _asked(register: Register, period: Period) -> Asked:
    return Asked(period, register.now(), register.calendar(), reported_unit(register.db))

"""From a form to a PDF. The PDF library is loaded at the first print, never before."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communetui.printing.cash_slip import CashSlip
    from communetui.printing.certification_book import CertificationBook
    from communetui.printing.models import Form
    from communetui.printing.paper import Paper
    from communetui.printing.plain.sheet import PlainPaper
    from communetui.printing.register_book import RegisterBook
    from communetui.printing.report_sheet import ReportSheet

# The library's paragraph parser is one object for the whole process.
_ONE_AT_A_TIME = Lock()


def render(form: Form, paper: Paper) -> bytes:
    """The PDF of a form, byte for byte the same for the same form and paper; from any thread."""
    return render_all([form], paper)


def render_all(forms: Sequence[Form], paper: Paper) -> bytes:
    """One PDF of several forms of a kind, each on pages of its own."""
    from communetui.printing.sheets import draw

    with _ONE_AT_A_TIME:
        return draw(forms, paper)


def render_plain(paper: PlainPaper) -> bytes:
    """The PDF of a paper that is no form of a circular; from any thread."""
    from communetui.printing.plain.sheet import draw_plain

    with _ONE_AT_A_TIME:
        return draw_plain(paper)


def render_book(book: CertificationBook) -> bytes:
    """The PDF of a register book of certifications, A4 landscape; from any thread."""
    from communetui.printing.certification_book import draw_book

    with _ONE_AT_A_TIME:
        return draw_book(book)


def render_register_book(book: RegisterBook) -> bytes:
    """The PDF of form 07, A4 landscape; from any thread."""
    from communetui.printing.register_book import draw_register_book

    with _ONE_AT_A_TIME:
        return draw_register_book(book)


def render_report(sheet: ReportSheet) -> bytes:
    """The PDF of a report's table, A4 landscape; from any thread."""
    from communetui.printing.report_sheet import draw_report

    with _ONE_AT_A_TIME:
        return draw_report(sheet)


def render_cash_slip(slip: CashSlip) -> bytes:
    """The PDF of a cash close to be signed, A5; from any thread."""
    from communetui.printing.cash_slip import draw_slip

    with _ONE_AT_A_TIME:
        return draw_slip(slip)

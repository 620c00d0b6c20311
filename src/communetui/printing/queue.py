"""Printing a form of a dossier: logged first, made into a PDF, sent; what no printer takes waits and is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communedb import layout
from communedb.desk.many import Outcome
from communedb.desk.prints import PrintJob, ask_print, note_print
from communedb.domain.refusal import Refused
from communedb.stores.prints import waiting_prints
from communedb.stores.settings import read_setting
from communetui.printing.from_dossier import OF_A4, make_form, place_of_print
from communetui.printing.paper import Paper
from communetui.printing.pdf_file import save_pdf
from communetui.printing.printers import Printer, paper_in, printer_for, send_to
from communetui.printing.render import render
from communetui.printing.spool import Sent, Waits, open_pdf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communedb.register import Register


@dataclass(frozen=True)
class Printed:
    """What became of a wish to print: the file that was made, and whether a printer took it.

    `again` says that the same form was asked for a moment ago: nothing was sent twice.
    """

    job: PrintJob
    path: Path | None
    sent: Sent
    again: bool = False


def print_form(register: Register, dossier: str, form: str, event: str | None = None) -> Printed:
    """Print a form of a dossier now; from a thread.

    The wish is in the log before anything can fail, so a missing printer leaves a waiting print and nothing else.
    Refused: UNKNOWN_DOSSIER, FORM_NOT_OF_DOSSIER, and the faults of the disk.
    """
    job = _ask(register, dossier, form, event)
    if job.again:
        return Printed(job, None, Sent(), again=True)
    return _print(register, job)


def print_many(register: Register, dossiers: Sequence[str], form: str) -> list[Outcome[Printed]]:
    """Print a form of each of these dossiers, in this order; from a thread.

    Once a printer takes none, the others only wait beside it: nobody stands through hundreds of failures.
    """
    outcomes: list[Outcome[Printed]] = []
    waits: Sent | None = None
    for dossier in dossiers:
        try:
            job = _ask(register, dossier, form, None)
            if job.again or waits is not None:
                printed = Printed(job, None, waits or Sent(), again=job.again)
            else:
                printed = _print(register, job)
                waits = None if printed.sent.printed else printed.sent
            outcomes.append(Outcome(dossier, printed))
        except Refused as refusal:
            outcomes.append(Outcome(dossier, None, refusal))
    return outcomes


def print_waiting(register: Register) -> list[Printed]:
    """Print what still waits, in the order in which it was asked for.

    A printer that does not take one is not asked for the rest; the other printers go on.
    """
    done: list[Printed] = []
    silent: set[Printer] = set()
    for row in waiting_prints(register.db):
        printer = printer_for(register.db, row["form"])
        if printer in silent:
            continue
        job = PrintJob(
            id=row["id"],
            dossier=row["dossier"],
            form=row["form"],
            event=row["event"],
            number=row["number"],
            replaces=row["replaces"],
            paper_size=row["paper_size"],
            again=False,
        )
        done.append(_print(register, job))
        if not done[-1].sent.printed:
            silent.add(printer)
    return done


def why_waits(problem: str | None) -> Sent:
    """What was noted of a print that waits; empty before it was tried."""
    waits, _, detail = (problem or "").partition(": ")
    return Sent(Waits(waits), detail) if waits else Sent()


def save_form(register: Register, dossier: str, form: str, event: str | None = None, *, show: bool = False) -> Printed:
    """Make the PDF of a form without a printer, and open it where `show` asks for it; logged as printed."""
    job = _ask(register, dossier, form, event)
    path = make_pdf(register, job, Paper(job.paper_size))
    register.write(note_print, job.id)
    return Printed(job, path, open_pdf(path) if show else Sent(), again=job.again)


def make_pdf(register: Register, job: PrintJob, paper: Paper) -> Path:
    """The PDF of a print job on a paper, in the register's folder of prints."""
    form = make_form(register.db, job)
    return save_pdf(render(form, paper), layout.prints(register.folder), job.form, form.code, job.number)


def _ask(register: Register, dossier: str, form: str, event: str | None) -> PrintJob:
    """Log the wish for a print, on the paper that the form is for."""
    dossier, event = place_of_print(register.db, dossier, form, event)
    paper = Paper.A4_WHOLE.value if form in OF_A4 else read_setting(register.db, "paper_size")
    return register.write(ask_print, dossier, form, paper, event)


def _print(register: Register, job: PrintJob) -> Printed:
    printer = printer_for(register.db, job.form)
    paper = paper_in(printer, job.paper_size)
    path = make_pdf(register, job, paper)
    sent = send_to(register.db, printer, path, paper)
    problem = None if sent.printed else f"{sent.waits}: {sent.detail}"
    register.write(note_print, job.id, problem, printer=printer.value)
    return Printed(job, path, sent)

"""The printers of a station: which one prints a form, on which paper, and what it is told."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from communedb.stores.settings import STATION_CHOICES, read_setting
from communetui.printing.from_dossier import OF_A4
from communetui.printing.paper import Paper
from communetui.printing.spool import Sent, parse_command, send, send_raw

if TYPE_CHECKING:
    from pathlib import Path

    from communedb.sqlite import Database


class Printer(StrEnum):
    """Kinds of printers; the values are those of the station's settings `printer_01` and so on."""

    PAGE = "page"
    """A laser or inkjet printer: gets the PDF."""
    THERMAL = "thermal"
    """A receipt printer on a roll of 80 mm: gets ESC/POS."""
    DOT_MATRIX = "dot_matrix"
    """A needle printer with 24 pins on A5: gets ESC/P."""


def printer_for(db: Database, form: str) -> Printer:
    """The printer that this station prints a form on; forms without a setting of their own share one.

    What is a whole sheet of A4 is drawn for nothing smaller, whatever the other forms are printed on.
    """
    if form in OF_A4:
        return Printer.PAGE
    name = f"printer_{form}"
    return Printer(read_setting(db, name if name in STATION_CHOICES else "printer_other"))


def paper_in(printer: Printer, paper_size: str) -> Paper:
    """The paper that lies in a printer; only a page printer's is the station's choice."""
    return {Printer.PAGE: Paper(paper_size), Printer.THERMAL: Paper.ROLL, Printer.DOT_MATRIX: Paper.A5}[printer]


def send_to(db: Database, printer: Printer, pdf: Path, paper: Paper) -> Sent:
    """Hand a PDF to a printer in the language that it speaks. Never raises for a printer that does not answer."""
    if printer is Printer.PAGE:
        return send(pdf, paper, parse_command(read_setting(db, "print_command")))
    target = read_setting(db, f"{printer.value}_printer")
    return send_raw(_told(printer, pdf.read_bytes()), pdf.with_suffix(".prn"), target, paper)


def _told(printer: Printer, pdf: bytes) -> bytes:
    from communetui.printing.raster import escp, escpos
    from communetui.printing.raster.picture import pictures

    if printer is Printer.THERMAL:
        return escpos.escpos(pictures(pdf, escpos.DOTS_PER_INCH))
    return escp.escp(pictures(pdf, escp.DOTS_PER_INCH))

"""Thermal and dot-matrix printers: what the bytes put on paper is the picture that was drawn, dot by dot."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from tests.printing.printed_dots import dot_matrix, thermal
from tests.printing.test_dossier_qr import decode

from communetui.printing import Paper, render
from communetui.printing.raster.escp import escp
from communetui.printing.raster.escpos import BAND, escpos
from communetui.printing.raster.picture import pictures

if TYPE_CHECKING:
    from collections.abc import Callable

    from communetui.printing.models import ApologyForm, ReceiptForm, RefusalForm, StopForm, SupplementForm

CODE = "19867.1-261123-0042"


def drawn(page: Image.Image) -> list[list[bool]]:
    """The dots of a picture, True for black."""
    dots = [value == 0 for value in page.convert("L").tobytes()]
    return [dots[row * page.width : (row + 1) * page.width] for row in range(page.height)]


def strip(receipt: ReceiptForm) -> Image.Image:
    (page,) = pictures(render(receipt, Paper.ROLL), 203.2)
    return page


def sheet(receipt: ReceiptForm) -> Image.Image:
    (page,) = pictures(render(receipt, Paper.A5), 180)
    return page


def inked(rows: list[list[bool]]) -> list[list[bool]]:
    """The rows down to the last one with a dot."""
    while rows and not any(rows[-1]):
        rows = rows[:-1]
    return rows


def test_given_a_receipt_when_a_thermal_printer_gets_it_then_each_dot_is_where_it_was_drawn(
    receipt: ReceiptForm,
) -> None:
    page = strip(receipt)
    paper = thermal(escpos([page]))
    assert page.width == 576
    assert paper.rows == drawn(page)
    assert paper.cuts == 1


def test_given_a_receipt_when_a_dot_matrix_printer_gets_it_then_each_dot_is_where_it_was_drawn(
    receipt: ReceiptForm,
) -> None:
    page = sheet(receipt)
    (paper,) = dot_matrix(escp([page]), page.width)
    assert inked(paper.rows) == inked(drawn(page))


def test_a_band_that_is_turned_upside_down_is_seen(receipt: ReceiptForm) -> None:
    """Negative control: the comparison tells one band that was printed the wrong way round."""
    page = strip(receipt)
    told = bytearray(escpos([page]))
    across = page.width // 8
    start = 2 + 8  # after the first command's head
    band = [bytes(told[start + n * across : start + (n + 1) * across]) for n in range(BAND)]
    told[start : start + BAND * across] = b"".join(reversed(band))
    assert thermal(bytes(told)).rows != drawn(page)


def qr_on(rows: list[list[bool]]) -> list[list[bool]]:
    """The modules of the QR: its upper left finder is the first square as high as it is wide."""
    for top, row in enumerate(rows):
        for left in [n for n in range(len(row) - 1) if row[n] and not (n and row[n - 1])]:
            width = _run(row[left:])
            height = _run([below[left] for below in rows[top : top + 200]])
            if width > 30 and abs(width - height) <= 1 and not rows[top + width // 5][left + width // 5]:
                return _modules(rows, top, left, width / 7)
    raise AssertionError("no QR on the paper")


def _run(dots: list[bool]) -> int:
    return next((n for n, dot in enumerate(dots) if not dot), len(dots))


def _modules(rows: list[list[bool]], top: int, left: int, side: float) -> list[list[bool]]:
    right = max(n for n in range(left, left + 230) if any(row[n] for row in rows[top : top + round(7 * side)]))
    size = 17 + 4 * round(((right + 1 - left) / side - 17) / 4)
    side = (right + 1 - left) / size
    return [[rows[top + int((r + 0.5) * side)][left + int((c + 0.5) * side)] for c in range(size)] for r in range(size)]


@pytest.mark.parametrize("paper", [Paper.ROLL, Paper.A5])
def test_the_qr_on_either_paper_reads_as_the_code(receipt: ReceiptForm, paper: Paper) -> None:
    rows = (
        thermal(escpos([strip(receipt)])).rows
        if paper is Paper.ROLL
        else dot_matrix(escp([sheet(receipt)]), sheet(receipt).width)[0].rows
    )
    assert decode(qr_on(rows)) == CODE


def test_every_form_fits_the_roll_and_nothing_is_left_out(
    receipt: ReceiptForm,
    supplement: SupplementForm,
    refusal: RefusalForm,
    apology: ApologyForm,
    stop: StopForm,
    read_pdf: Callable[[bytes], list],
    without_spaces: Callable[[str], str],
) -> None:
    for form in (receipt, supplement, refusal, apology, stop):
        pdf = render(form, Paper.ROLL)
        (page,) = read_pdf(pdf)
        text = page.text()
        for said in (form.code, form.applicant.name, form.content, form.office.centre.upper()):
            assert without_spaces(said) in text
        edge = 72 * 72 / 25.4
        assert all(run.x >= 0 and run.x + run.width <= edge + 0.5 for run in page.runs)


def test_a_form_that_is_longer_goes_on_below_and_a_shorter_one_wastes_no_paper(receipt: ReceiptForm) -> None:
    from dataclasses import replace

    long = replace(receipt, papers=receipt.papers * 20, due_at=receipt.received_at + timedelta(days=3))
    assert strip(receipt).height < 2_100 < strip(long).height
    foot_line = 12 / 25.4 * 203.2
    assert any(any(row) for row in drawn(strip(receipt))[-round(foot_line) :])


def test_no_letter_is_wider_on_the_picture_than_on_the_page(receipt: ReceiptForm) -> None:
    """Words are set letter by letter where the page has them, so none runs over the rule beside it."""
    right_edge = round((148 - 8.5) / 25.4 * 180)
    for row in drawn(sheet(receipt)):
        assert not any(row[right_edge + 2 :])


def test_two_pages_of_continuous_paper_are_two_form_feeds(receipt: ReceiptForm) -> None:
    page = sheet(receipt)
    pages = dot_matrix(escp([page, page]), page.width)
    assert len(pages) == 2
    assert pages[0].rows == pages[1].rows


def test_a_white_page_prints_nothing_and_feeds_on() -> None:
    white = Image.new("1", (1049, 1488), 1)
    (paper,) = dot_matrix(escp([white]), 1049)
    assert paper.rows == []
    assert escp([white]).endswith(b"\r\x0c")

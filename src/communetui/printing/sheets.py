"""Drawing a form on sheets: its pages, each copy beside the other, the foot line and the line to cut along."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, assert_never

from reportlab.pdfgen.canvas import Canvas

from communetui.printing.blocks import LINE, SMALL, text
from communetui.printing.editions import FormEdition, edition_on
from communetui.printing.hands import control, hand_over
from communetui.printing.lettering import BOLD, REGULAR, drawable, load_fonts, markup, strong, width_of
from communetui.printing.letters import apology, refusal, supplement
from communetui.printing.models import (
    ApologyForm,
    ControlForm,
    Form,
    HandOverForm,
    ReceiptForm,
    RefusalForm,
    SupplementForm,
)
from communetui.printing.pages import Page, pour
from communetui.printing.paper import FOOT, MARGIN, TOP, Paper, Sheet
from communetui.printing.receipt import receipt

if TYPE_CHECKING:
    from communetui.printing.pages import Block

_FOOT_SIZE = 6.4


def draw(form: Form, paper: Paper) -> bytes:
    """The PDF of a form on a paper."""
    load_fonts()
    sheet = paper.sheet
    edition = edition_on(form.number, form.day)
    out = BytesIO()
    canvas = Canvas(out, pagesize=(sheet.width, sheet.height), invariant=1, lang="vi")
    canvas.setTitle(drawable(f"{edition.title} {form.code}"))
    canvas.setAuthor(drawable(form.office.centre))
    canvas.setSubject(edition.imprint)
    canvas.setCreator("communetui")
    width = sheet.copy_width - 2 * MARGIN

    label = "Số" if isinstance(form, HandOverForm) else "Mã hồ sơ"

    def running_head() -> Block:
        return text(f"{label}: {strong(form.code)} - {markup(edition.title)} (tiếp theo)", size=SMALL, after=4)

    pages = pour(_story(form, edition, width), canvas, width, sheet.height - TOP - FOOT, running_head)
    for number, page in enumerate(pages, start=1):
        _draw_sheet(canvas, sheet, page, edition, f"Trang {number}/{len(pages)}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _story(form: Form, edition: FormEdition, width: float) -> list[Block]:
    match form:
        case ReceiptForm():
            return receipt(form, edition, width)
        case SupplementForm():
            return supplement(form, edition, width)
        case RefusalForm():
            return refusal(form, edition, width)
        case ApologyForm():
            return apology(form, edition, width)
        case ControlForm():
            return control(form, edition, width)
        case HandOverForm():
            return hand_over(form, edition, width)
    assert_never(form)


def _draw_sheet(canvas: Canvas, sheet: Sheet, page: Page, edition: FormEdition, page_of: str) -> None:
    for place, label in enumerate(sheet.copies):
        left = place * sheet.copy_width
        if place:
            _draw_cut(canvas, left, sheet.height)
        for placed in page:
            placed.block.drawOn(canvas, left + MARGIN, FOOT + placed.bottom)
        _draw_foot(canvas, left + MARGIN, sheet.copy_width - 2 * MARGIN, (edition.imprint, label, page_of))


def _draw_cut(canvas: Canvas, x: float, height: float) -> None:
    canvas.saveState()
    canvas.setLineWidth(LINE)
    canvas.setDash(4, 3)
    canvas.line(x, 0, x, height)
    canvas.restoreState()


def _draw_foot(canvas: Canvas, left: float, width: float, words: tuple[str, str, str]) -> None:
    imprint, label, page_of = words
    base = FOOT - 13
    canvas.saveState()
    canvas.setLineWidth(LINE)
    canvas.line(left, FOOT - 5, left + width, FOOT - 6)
    canvas.setFont(REGULAR, _FOOT_SIZE)
    canvas.drawString(left, base, imprint)
    canvas.drawRightString(left + width, base, page_of)
    canvas.setFont(BOLD, _FOOT_SIZE + 0.8)
    canvas.drawRightString(left + width - width_of(page_of, _FOOT_SIZE) - 12, base, label)
    canvas.restoreState()

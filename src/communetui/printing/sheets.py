"""Drawing a form on sheets: its pages, each copy beside the other, the foot line and the line to cut along."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, assert_never

from reportlab.pdfgen.canvas import Canvas

from communetui.printing.blank import blank_receipt
from communetui.printing.blocks import LINE, SMALL, text
from communetui.printing.editions import FormEdition, edition_on
from communetui.printing.hands import control, hand_over
from communetui.printing.lettering import BOLD, REGULAR, drawable, load_fonts, markup, strong, width_of
from communetui.printing.letters import apology, refusal, stop, supplement
from communetui.printing.models import (
    ApologyForm,
    BlankForm,
    ControlForm,
    Form,
    HandOverForm,
    ReceiptForm,
    RefusalForm,
    StopForm,
    SupplementForm,
)
from communetui.printing.pages import Page, Placed, pour
from communetui.printing.paper import COPIES
from communetui.printing.receipt import receipt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communetui.printing.pages import Block
    from communetui.printing.paper import Paper, Sheet

_FOOT_SIZE = 6.4


def draw(forms: Sequence[Form], paper: Paper) -> bytes:
    """The PDF of forms of one kind on a paper, one after the other."""
    load_fonts()
    sheet, first = paper.sheet, forms[0]
    edition = edition_on(first.number, first.day)
    out = BytesIO()
    canvas = Canvas(out, pagesize=(sheet.width, sheet.height), invariant=1, lang="vi")
    canvas.setTitle(drawable(f"{edition.title} {first.code}"))
    canvas.setAuthor(drawable(first.office.centre))
    canvas.setSubject(edition.imprint)
    canvas.setCreator("communetui")
    for form in forms:
        _draw_form(canvas, form, sheet)
    canvas.save()
    return out.getvalue()


def _draw_form(canvas: Canvas, form: Form, sheet: Sheet) -> None:
    edition = edition_on(form.number, form.day)
    width = sheet.copy_width - 2 * sheet.margin

    label = "Số" if isinstance(form, HandOverForm) else "Mã hồ sơ"

    def running_head() -> Block:
        return text(f"{label}: {strong(form.code)} - {markup(edition.title)} (tiếp theo)", size=SMALL, after=4)

    pages = pour(_story(form, edition, width), canvas, width, sheet.height - sheet.top - sheet.foot, running_head)
    for number, page in enumerate(pages, start=1):
        for one in _sheets(form, sheet):
            if sheet.is_roll:
                # Its one strip needs no number, and has no room for one beside the imprint.
                _draw_sheet(canvas, one, _cut(canvas, sheet, page), edition, "")
            else:
                _draw_sheet(canvas, one, page, edition, f"Trang {number}/{len(pages)}")
            canvas.showPage()


def _sheets(form: Form, sheet: Sheet) -> list[Sheet]:
    """The sheets that a page goes on: a form for a pen has two copies, on two sheets if they are not side by side."""
    if isinstance(form, BlankForm) and len(sheet.copies) == 1:
        return [replace(sheet, copies=(label,)) for label in COPIES]
    return [sheet]


def _story(form: Form, edition: FormEdition, width: float) -> list[Block]:
    match form:
        case BlankForm():
            return blank_receipt(form, edition, width)
        case ReceiptForm():
            return receipt(form, edition, width)
        case SupplementForm():
            return supplement(form, edition, width)
        case RefusalForm():
            return refusal(form, edition, width)
        case ApologyForm():
            return apology(form, edition, width)
        case StopForm():
            return stop(form, edition, width)
        case ControlForm():
            return control(form, edition, width)
        case HandOverForm():
            return hand_over(form, edition, width)
    assert_never(form)


def _cut(canvas: Canvas, sheet: Sheet, page: Page) -> Page:
    """The page moved down to its foot, on a sheet that is no longer than it."""
    lowest = min(placed.bottom for placed in page)
    canvas.setPageSize((sheet.width, sheet.height - lowest))
    return [Placed(placed.block, placed.bottom - lowest) for placed in page]


def _draw_sheet(canvas: Canvas, sheet: Sheet, page: Page, edition: FormEdition, page_of: str) -> None:
    for place, label in enumerate(sheet.copies):
        left = place * sheet.copy_width
        if place:
            _draw_cut(canvas, left, sheet.height)
        for placed in page:
            placed.block.drawOn(canvas, left + sheet.margin, sheet.foot + placed.bottom)
        width = sheet.copy_width - 2 * sheet.margin
        _draw_foot(canvas, (left + sheet.margin, sheet.foot), width, (edition.imprint, label, page_of))


def _draw_cut(canvas: Canvas, x: float, height: float) -> None:
    canvas.saveState()
    canvas.setLineWidth(LINE)
    canvas.setDash(4, 3)
    canvas.line(x, 0, x, height)
    canvas.restoreState()


def _draw_foot(canvas: Canvas, at: tuple[float, float], width: float, words: tuple[str, str, str]) -> None:
    left, foot = at
    imprint, label, page_of = words
    base = foot - 13
    canvas.saveState()
    canvas.setLineWidth(LINE)
    canvas.line(left, foot - 5, left + width, foot - 5)
    canvas.setFont(REGULAR, _FOOT_SIZE * min(1.0, width / (width_of(imprint, _FOOT_SIZE) or 1.0)))
    canvas.drawString(left, base, imprint)
    canvas.setFont(REGULAR, _FOOT_SIZE)
    canvas.drawRightString(left + width, base, page_of)
    canvas.setFont(BOLD, _FOOT_SIZE + 0.8)
    beside = width - width_of(page_of, _FOOT_SIZE) - 12
    fits = width_of(f"{imprint} {label}", _FOOT_SIZE + 0.8) < beside
    canvas.drawRightString(left + beside, base if fits else base - _FOOT_SIZE - 3, label)
    canvas.restoreState()

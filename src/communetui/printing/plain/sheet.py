"""A plain paper on A5: the office, a title, and one part after the other, each on a page of its own."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias

from reportlab.pdfgen.canvas import Canvas

from communetui.printing.blocks import SMALL, text
from communetui.printing.lettering import CENTRE, REGULAR, drawable, load_fonts, markup, strong
from communetui.printing.pages import pour
from communetui.printing.paper import FOOT, MARGIN, TOP, Paper

if TYPE_CHECKING:
    from collections.abc import Callable

    from communetui.printing.models import Office
    from communetui.printing.pages import Block

    Story: TypeAlias = Callable[[float], list[Block]]


@dataclass(frozen=True)
class PlainPaper:
    """`stories` give the blocks of each part for a width in points; `told` stands at the foot of every page."""

    title: str
    office: Office
    stories: tuple[Story, ...]
    told: str = ""


def draw_plain(paper: PlainPaper) -> bytes:
    """The PDF."""
    load_fonts()
    sheet, out = Paper.A5.sheet, BytesIO()
    canvas = Canvas(out, pagesize=(sheet.width, sheet.height), invariant=1, lang="vi")
    canvas.setTitle(drawable(paper.title))
    canvas.setAuthor(drawable(paper.office.centre))
    canvas.setCreator("communetui")
    width = sheet.width - 2 * MARGIN

    def running_head() -> Block:
        return text(markup(f"{paper.title} (tiếp theo)"), size=SMALL, after=4)

    for story in paper.stories:
        blocks = [*_head(paper), *story(width)]
        pages = pour(blocks, canvas, width, sheet.height - TOP - FOOT, running_head)
        for number, page in enumerate(pages, start=1):
            for placed in page:
                placed.block.drawOn(canvas, MARGIN, FOOT + placed.bottom)
            canvas.setFont(REGULAR, 6.4)
            canvas.drawString(MARGIN, FOOT - 13, drawable(paper.told))
            canvas.drawRightString(MARGIN + width, FOOT - 13, f"Trang {number}/{len(pages)}")
            canvas.showPage()
    canvas.save()
    return out.getvalue()


def _head(paper: PlainPaper) -> list[Block]:
    return [
        text(markup(paper.office.agency.upper()), size=7.6, after=0),
        text(strong(paper.office.centre.upper()), size=7.6, after=8),
        text(strong(paper.title.upper()), size=13.5, align=CENTRE, after=6),
    ]


def reach(office: Office) -> str:
    """How a citizen reaches the office: address and telephone, as far as they are known."""
    parts = [office.address.strip(), f"điện thoại {office.phone.strip()}" if office.phone.strip() else ""]
    return ", ".join(part for part in parts if part)

"""The register book of certifications on paper: its lines of a period, volume by volume, A4 landscape."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Final

from communedb.domain.certification import Book, volume_text
from communedb.domain.money import format_dong

if TYPE_CHECKING:
    from datetime import date

    from reportlab.pdfgen.canvas import Canvas

    from communetui.printing.models import Office
    from communetui.printing.pages import Block

TITLES: Final = {
    Book.COPIES: "SỔ CHỨNG THỰC BẢN SAO TỪ BẢN CHÍNH",
    Book.SIGNATURES: "SỔ CHỨNG THỰC CHỮ KÝ",
    Book.TRANSACTIONS: "SỔ CHỨNG THỰC HỢP ĐỒNG, GIAO DỊCH",
}
VOID: Final = "Đã hủy"
_NOTHING: Final = "(Không có việc chứng thực nào trong thời gian này)"

_WIDTH, _HEIGHT = 841.9, 595.3
_MARGIN, _FOOT, _TOP = 30.0, 36.0, 30.0
_SIZE = 8.0
_HEADS: Final = (
    ("Số chứng thực", 46.0),
    ("Ngày chứng thực", 56.0),
    ("Họ tên, số định danh của người yêu cầu", 176.0),
    ("Tên giấy tờ, văn bản", 222.0),
    ("Số trang", 34.0),
    ("Số bản", 34.0),
    ("Người ký chứng thực", 108.0),
    ("Phí", 62.0),
    ("Ghi chú", 44.0),
)


@dataclass(frozen=True, slots=True)
class BookLine:
    """One line of the book."""

    volume: int
    year: int
    number: int
    day: date
    requester: str
    id_number: str
    paper_name: str
    pages: int
    copies: int
    signer: str
    fee: int
    void: bool


@dataclass(frozen=True, slots=True)
class CertificationBook:
    """The lines of one book in a period, in the order of volume and number."""

    office: Office
    book: Book
    first: date
    last: date
    lines: tuple[BookLine, ...]

    @property
    def standing(self) -> list[BookLine]:
        """The lines that count."""
        return [line for line in self.lines if not line.void]


def draw_book(book: CertificationBook) -> bytes:
    """The PDF."""
    from reportlab.pdfgen.canvas import Canvas

    from communetui.printing.lettering import drawable, load_fonts
    from communetui.printing.pages import pour

    load_fonts()
    out = BytesIO()
    canvas = Canvas(out, pagesize=(_WIDTH, _HEIGHT), invariant=1, lang="vi")
    canvas.setTitle(drawable(f"{TITLES[book.book]} {book.first:%d/%m/%Y} - {book.last:%d/%m/%Y}"))
    canvas.setAuthor(drawable(book.office.centre))
    canvas.setCreator("communetui")

    pages = pour(_story(book), canvas, _WIDTH - 2 * _MARGIN, _HEIGHT - _TOP - _FOOT, _head)
    for number, page in enumerate(pages, start=1):
        for placed in page:
            placed.block.drawOn(canvas, _MARGIN, _FOOT + placed.bottom)
        _draw_foot(canvas, book, f"Trang {number}/{len(pages)}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _story(book: CertificationBook) -> list[Block]:
    from reportlab.platypus import Spacer

    from communetui.printing.blocks import signatures, text, together
    from communetui.printing.lettering import CENTRE, markup, strong

    width = _WIDTH - 2 * _MARGIN
    period = f"Từ ngày {book.first:%d/%m/%Y} đến ngày {book.last:%d/%m/%Y}"
    story: list[Block] = [
        text(markup(book.office.agency.upper()), size=8.4, after=0),
        text(strong(book.office.centre.upper()), size=8.4, after=6),
        text(strong(TITLES[book.book]), size=13.5, align=CENTRE, after=1),
        text(markup(f"Ký hiệu {book.book}. {period}"), size=9, align=CENTRE, after=6),
    ]
    for (year, volume), lines in groupby(book.lines, key=lambda line: (line.year, line.volume)):
        story += [text(f"Quyển số: {strong(volume_text(volume, year))}", size=9, after=3), _head()]
        story += [*map(_line, lines), Spacer(0, 6)]
    if not book.lines:
        story.append(text(markup(_NOTHING), align=CENTRE, after=6))
    standing = book.standing
    fee = format_dong(sum(line.fee for line in standing))
    copies = sum(line.copies for line in standing)
    count = f"Cộng: {len(standing)} việc chứng thực, {copies} bản, phí {fee}."
    signed = signatures([("Người lập", ""), ("Người ký chứng thực", "")], width)
    return [*story, together([text(strong(count), size=9, after=4), signed], width)]


def _head() -> Block:
    from communetui.printing.blocks import text
    from communetui.printing.lettering import CENTRE, strong

    return _row([text(strong(name), size=7.2, align=CENTRE, after=0) for name, _ in _HEADS])


def _line(line: BookLine) -> Block:
    from communetui.printing.blocks import text
    from communetui.printing.lettering import CENTRE, LEFT, RIGHT, markup

    who = line.requester + (f", {line.id_number}" if line.id_number else "")
    cells = (
        (str(line.number), CENTRE), (f"{line.day:%d/%m/%Y}", CENTRE), (who, LEFT), (line.paper_name, LEFT),
        (str(line.pages), CENTRE), (str(line.copies), CENTRE), (line.signer, LEFT),
        (format_dong(line.fee), RIGHT), (VOID if line.void else "", CENTRE),
    )  # fmt: skip
    return _row([text(markup(words), size=_SIZE, align=align, after=0) for words, align in cells])


def _row(cells: list[Block]) -> Block:
    """One row as a table of its own: a year's book in one table would be measured anew for each page."""
    from reportlab.lib.colors import black
    from reportlab.platypus import Table

    from communetui.printing.blocks import LINE

    style = [
        ("GRID", (0, 0), (-1, -1), LINE, black),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    ]
    return Table([cells], colWidths=[wide for _, wide in _HEADS], style=style)


def _draw_foot(canvas: Canvas, book: CertificationBook, page_of: str) -> None:
    from communetui.printing.blocks import LINE
    from communetui.printing.lettering import REGULAR, drawable

    canvas.saveState()
    canvas.setLineWidth(LINE)
    canvas.line(_MARGIN, _FOOT - 6, _WIDTH - _MARGIN, _FOOT - 6)
    canvas.setFont(REGULAR, 6.8)
    canvas.drawString(_MARGIN, _FOOT - 15, drawable(f"{book.office.centre} - {book.book}"))
    canvas.drawRightString(_WIDTH - _MARGIN, _FOOT - 15, page_of)
    canvas.restoreState()

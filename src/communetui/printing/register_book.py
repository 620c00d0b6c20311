"""Form 07, the register book of dossiers: the lines of a period on A4 landscape.

Its cells are drawn one by one and not as tables: a year's book has twenty thousand lines, and the office waits for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from communetui.printing.cell_text import wrapped
from communetui.printing.editions import FormNumber, edition_on
from communetui.printing.lettering import BOLD, REGULAR, drawable, load_fonts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from reportlab.pdfgen.canvas import Canvas

    from communetui.printing.models import Office

_WIDTH, _HEIGHT = 841.9, 595.3
_MARGIN, _TOP, _FOOT = 28.0, 28.0, 34.0
_SIZE, _LEADING, _PADDING = 7.6, 9.4, 2.6
_HEAD_SIZE, _LETTERHEAD = 7.0, 62.0
_RULE: Final = 0.5

_HEADS: Final = (
    ("TT", 26.0),
    ("Mã hồ sơ", 92.0),
    ("Tên thủ tục hành chính", 144.0),
    ("Số bộ", 24.0),
    ("Tên cá nhân, tổ chức; địa chỉ, số điện thoại", 142.0),
    ("Cơ quan chủ trì giải quyết", 80.0),
    ("Nhận hồ sơ", 48.0),
    ("Hẹn trả kết quả", 48.0),
    ("Trả kết quả", 48.0),
    ("Phương thức nhận kết quả", 48.0),
    ("Trạng thái", 44.0),
    ("Ký nhận", 41.9),
)
_CENTRED: Final = frozenset({0, 3, 6, 7, 8})


@dataclass(frozen=True, slots=True)
class DossierLine:
    """One dossier in the book; a date that there is not yet leaves its cell to a pen."""

    code: str
    procedure: str
    sets: int
    applicant: str
    agency: str
    received_on: date | None
    due_on: date | None
    returned_on: date | None
    method: str
    status: str


@dataclass(frozen=True, slots=True)
class RegisterBook:
    """The dossiers received in a period, in the order of reception."""

    office: Office
    first: date
    last: date
    lines: tuple[DossierLine, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the book as it is drawn: the lines of text of each cell, and the height in points."""

    cells: tuple[tuple[str, ...], ...]
    height: float


def draw_register_book(book: RegisterBook) -> bytes:
    """The PDF."""
    from reportlab.pdfgen.canvas import Canvas

    load_fonts()
    edition = edition_on(FormNumber.REGISTER_BOOK, book.last)
    out = BytesIO()
    canvas = Canvas(out, pagesize=(_WIDTH, _HEIGHT), invariant=1, lang="vi")
    canvas.setTitle(drawable(f"{edition.title} {book.first:%d/%m/%Y} - {book.last:%d/%m/%Y}"))
    canvas.setAuthor(drawable(book.office.centre))
    canvas.setSubject(edition.imprint)
    canvas.setCreator("communetui")

    head = _row([name for name, _ in _HEADS], BOLD, _HEAD_SIZE)
    pages = list(_pages([_row(words, REGULAR, _SIZE) for words in _cells(book.lines)], head.height))
    for number, rows in enumerate(pages, start=1):
        top = _HEIGHT - _TOP
        if number == 1:
            _draw_letterhead(canvas, book, edition.title)
            top -= _LETTERHEAD
        bottom = _draw_table(canvas, head, rows, top)
        if number == len(pages):
            canvas.setFont(BOLD, 9)
            canvas.drawString(_MARGIN, bottom - 14, f"Tổng số: {len(book.lines)} hồ sơ")
        _draw_foot(canvas, edition.imprint, f"Trang {number}/{len(pages)}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _cells(lines: Sequence[DossierLine]) -> Iterator[list[str]]:
    for number, line in enumerate(lines, start=1):
        yield [
            str(number), line.code, line.procedure, str(line.sets), line.applicant, line.agency,
            _day(line.received_on), _day(line.due_on), _day(line.returned_on), line.method, line.status, "",
        ]  # fmt: skip


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _row(words: Sequence[str], font: str, size: float) -> _Row:
    cells = tuple(
        wrapped(said, width - 2 * _PADDING, font, size) for said, (_, width) in zip(words, _HEADS, strict=True)
    )
    return _Row(cells, max(map(len, cells)) * _LEADING + 2 * _PADDING)


def _pages(rows: Sequence[_Row], head: float) -> Iterator[list[_Row]]:
    """The rows of each page; the first has room for the letterhead, all of them for the line under the table."""
    page: list[_Row] = []
    room = whole = _HEIGHT - _TOP - _FOOT - head - 18
    room -= _LETTERHEAD
    for row in rows:
        if page and row.height > room:
            yield page
            page, room = [], whole
        page.append(row)
        room -= row.height
    yield page


def _draw_letterhead(canvas: Canvas, book: RegisterBook, title: str) -> None:
    top = _HEIGHT - _TOP
    canvas.setFont(REGULAR, 8.4)
    canvas.drawString(_MARGIN, top - 8, drawable(book.office.agency.upper()))
    canvas.setFont(BOLD, 8.4)
    canvas.drawString(_MARGIN, top - 19, drawable(book.office.centre.upper()))
    canvas.setFont(BOLD, 13.5)
    canvas.drawCentredString(_WIDTH / 2, top - 36, drawable(title.upper()))
    canvas.setFont(REGULAR, 9)
    period = f"Từ ngày {book.first:%d/%m/%Y} đến ngày {book.last:%d/%m/%Y}"
    if not book.lines:
        period += " (không có hồ sơ nào trong thời gian này)"
    canvas.drawCentredString(_WIDTH / 2, top - 50, period)


def _draw_table(canvas: Canvas, head: _Row, rows: Sequence[_Row], top: float) -> float:
    """Draw the head and the rows below each other; the height at which they end."""
    canvas.setLineWidth(_RULE)
    canvas.line(_MARGIN, top, _WIDTH - _MARGIN, top)
    below = _draw_row(canvas, head, top, BOLD, _HEAD_SIZE, centred=frozenset(range(len(_HEADS))))
    for row in rows:
        below = _draw_row(canvas, row, below, REGULAR, _SIZE, centred=_CENTRED)
    left = _MARGIN
    canvas.line(left, top, left, below)
    for _, width in _HEADS:
        left += width
        canvas.line(left, top, left, below)
    return below


def _draw_row(canvas: Canvas, row: _Row, top: float, font: str, size: float, *, centred: frozenset[int]) -> float:
    left = _MARGIN
    canvas.setFont(font, size)
    for at, (lines, (_, width)) in enumerate(zip(row.cells, _HEADS, strict=True)):
        base = top - _PADDING - size
        for line in lines:
            if at in centred:
                canvas.drawCentredString(left + width / 2, base, line)
            else:
                canvas.drawString(left + _PADDING, base, line)
            base -= _LEADING
        left += width
    canvas.line(_MARGIN, top - row.height, _WIDTH - _MARGIN, top - row.height)
    return top - row.height


def _draw_foot(canvas: Canvas, imprint: str, page_of: str) -> None:
    canvas.line(_MARGIN, _FOOT - 6, _WIDTH - _MARGIN, _FOOT - 6)
    canvas.setFont(REGULAR, 6.8)
    canvas.drawString(_MARGIN, _FOOT - 15, imprint)
    canvas.drawRightString(_WIDTH - _MARGIN, _FOOT - 15, page_of)

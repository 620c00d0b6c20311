"""A report's table on A4 landscape: headings and their groups on every page, columns as wide as their words need.

Its cells are drawn one by one and not as tables: a year's list has twenty thousand lines, and the office waits for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple

from communetui.printing.cell_text import word_width, wrapped
from communetui.printing.lettering import BOLD, REGULAR, drawable, load_fonts, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.pdfgen.canvas import Canvas

_WIDTH, _HEIGHT = 841.9, 595.3
_MARGIN, _TOP, _FOOT = 28.0, 28.0, 34.0
_SIZE, _HEAD_SIZE, _LEADING, _PADDING = 7.8, 7.2, 9.6, 2.8
_RULE: Final = 0.5
_SIGNED: Final = 80.0
_TABLE: Final = _WIDTH - 2 * _MARGIN
_LOOKED_AT: Final = 500
"""So many rows tell how wide a column is; later ones break into more lines."""


class SheetRow(NamedTuple):
    """One row as text; bold are headings among the rows, and the sums."""

    cells: tuple[str, ...]
    bold: bool = False


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """A report in words: what stands around its table, and the table.

    `groups` are what stands above the heads and over how many each, `numbered` puts (1), (2) … under them; `page` holds
    {page} and {pages}; `nothing` is said where there are no rows; under `signed` two people sign.
    """

    agency: str
    centre: str
    form: str
    title: str
    above: tuple[str, ...]
    groups: tuple[tuple[str, int], ...]
    heads: tuple[str, ...]
    numbered: bool
    to_the_right: tuple[bool, ...]
    rows: tuple[SheetRow, ...]
    below: tuple[str, ...]
    nothing: str
    page: str
    signed: tuple[str, str]


class _Line(NamedTuple):
    """A row as it is drawn: the lines of each cell, the height in points."""

    cells: tuple[tuple[str, ...], ...]
    height: float
    bold: bool


def draw_report(sheet: ReportSheet) -> bytes:
    """The PDF."""
    from reportlab.pdfgen.canvas import Canvas

    load_fonts()
    out = BytesIO()
    canvas = Canvas(out, pagesize=(_WIDTH, _HEIGHT), invariant=1, lang="vi")
    canvas.setTitle(drawable(f"{sheet.title} {sheet.above[0] if sheet.above else ''}"))
    canvas.setAuthor(drawable(sheet.centre))
    canvas.setCreator("communetui")
    _Drawing(canvas, sheet).draw()
    canvas.save()
    return out.getvalue()


class _Drawing:
    """One report on its way onto a canvas."""

    def __init__(self, canvas: Canvas, sheet: ReportSheet) -> None:
        self.canvas, self.sheet = canvas, sheet
        self.widths = _widths(sheet)
        numbers = tuple(f"({place})" for place in range(1, len(sheet.heads) + 1))
        heads = [SheetRow(sheet.heads, bold=True), *([SheetRow(numbers)] if sheet.numbered else [])]
        self.heads = [self._line(head, _HEAD_SIZE) for head in heads]
        self.has_groups = any(group for group, _ in sheet.groups)
        self.head_height = sum(head.height for head in self.heads) + (_LEADING + 2 * _PADDING) * self.has_groups
        self.letterhead = 58.0 + 12 * len(sheet.above)
        self.below = [line for said in sheet.below for line in wrapped(said, _TABLE, REGULAR, 8)]

    def draw(self) -> None:
        """All pages."""
        pages = list(self._pages())
        for number, lines in enumerate(pages, start=1):
            top = _HEIGHT - _TOP
            if number == 1:
                self._draw_letterhead()
                top -= self.letterhead
            bottom = self._draw_table(lines, top) if self.sheet.rows else self._draw_nothing(top)
            if number == len(pages):
                self._draw_end(bottom)
            self._draw_foot(number, len(pages))
            self.canvas.showPage()

    def _line(self, row: SheetRow, size: float = _SIZE) -> _Line:
        font = BOLD if row.bold else REGULAR
        cells = tuple(
            wrapped(said, width - 2 * _PADDING, font, size) for said, width in zip(row.cells, self.widths, strict=True)
        )
        return _Line(cells, max(map(len, cells)) * _LEADING + 2 * _PADDING, row.bold)

    def _pages(self) -> Iterator[list[_Line]]:
        """The rows of each page; the first has room for the letterhead, the last for what stands below."""
        whole = _HEIGHT - _TOP - _FOOT - self.head_height
        page: list[_Line] = []
        room = whole - self.letterhead
        for line in map(self._line, self.sheet.rows):
            if page and line.height > room:
                yield page
                page, room = [], whole
            page.append(line)
            room -= line.height
        if room < self._end_height() and page:
            # Whoever signs sees at least the last row.
            yield page[:-1]
            page = page[-1:]
        yield page

    def _end_height(self) -> float:
        return 11 * len(self.below) + _SIGNED

    def _draw_letterhead(self) -> None:
        sheet, canvas, top = self.sheet, self.canvas, _HEIGHT - _TOP
        canvas.setFont(REGULAR, 8.4)
        canvas.drawString(_MARGIN, top - 8, drawable(sheet.agency.upper()))
        canvas.setFont(BOLD, 8.4)
        canvas.drawString(_MARGIN, top - 19, drawable(sheet.centre.upper()))
        canvas.drawRightString(_WIDTH - _MARGIN, top - 8, drawable(sheet.form))
        canvas.setFont(BOLD, 13)
        canvas.drawCentredString(_WIDTH / 2, top - 38, drawable(sheet.title.upper()))
        canvas.setFont(REGULAR, 9)
        for place, said in enumerate(sheet.above):
            canvas.drawCentredString(_WIDTH / 2, top - 52 - 12 * place, drawable(said))

    def _draw_table(self, lines: Sequence[_Line], top: float) -> float:
        """Head and rows below each other; the height at which they end."""
        canvas = self.canvas
        canvas.setLineWidth(_RULE)
        canvas.line(_MARGIN, top, _WIDTH - _MARGIN, top)
        below = self._draw_groups(top) if self.has_groups else top
        for head in self.heads:
            below = self._draw_row(head, below, _HEAD_SIZE, centred=True)
        for line in lines:
            below = self._draw_row(line, below, _SIZE)
        self._draw_rules(top, below)
        return below

    def _draw_groups(self, top: float) -> float:
        """What stands above the heads, and a rule under what spans several."""
        canvas, left, place = self.canvas, _MARGIN, 0
        below = top - _LEADING - 2 * _PADDING
        canvas.setFont(BOLD, _HEAD_SIZE)
        for group, over in self.sheet.groups:
            width = sum(self.widths[place : place + over])
            if group:
                canvas.drawCentredString(left + width / 2, top - _PADDING - _HEAD_SIZE, drawable(group))
                canvas.line(left, below, left + width, below)
            left, place = left + width, place + over
        return below

    def _draw_rules(self, top: float, below: float) -> None:
        """The rules between the columns; one inside a group begins under it."""
        left, place = _MARGIN, 0
        self.canvas.line(left, top, left, below)
        for group, over in self.sheet.groups:
            for inner in range(over):
                left += self.widths[place + inner]
                begins = top - (_LEADING + 2 * _PADDING) * (bool(group) and inner < over - 1)
                self.canvas.line(left, begins, left, below)
            place += over

    def _draw_row(self, line: _Line, top: float, size: float, *, centred: bool = False) -> float:
        canvas, left = self.canvas, _MARGIN
        canvas.setFont(BOLD if line.bold else REGULAR, size)
        for said, width, right in zip(line.cells, self.widths, self.sheet.to_the_right, strict=True):
            base = top - _PADDING - size
            for text in said:
                if centred:
                    canvas.drawCentredString(left + width / 2, base, text)
                elif right:
                    canvas.drawRightString(left + width - _PADDING, base, text)
                else:
                    canvas.drawString(left + _PADDING, base, text)
                base -= _LEADING
            left += width
        canvas.line(_MARGIN, top - line.height, _WIDTH - _MARGIN, top - line.height)
        return top - line.height

    def _draw_nothing(self, top: float) -> float:
        self.canvas.setFont(REGULAR, 10)
        self.canvas.drawCentredString(_WIDTH / 2, top - 16, drawable(self.sheet.nothing))
        return top - 30

    def _draw_end(self, bottom: float) -> None:
        canvas = self.canvas
        canvas.setFont(REGULAR, 8)
        for line in self.below:
            bottom -= 11
            canvas.drawString(_MARGIN, bottom, line)
        canvas.setFont(BOLD, 9)
        for place, who in zip((0.25, 0.75), self.sheet.signed, strict=True):
            canvas.drawCentredString(_MARGIN + _TABLE * place, bottom - 18, drawable(who))

    def _draw_foot(self, page: int, pages: int) -> None:
        canvas = self.canvas
        canvas.setLineWidth(_RULE)
        canvas.line(_MARGIN, _FOOT - 6, _WIDTH - _MARGIN, _FOOT - 6)
        canvas.setFont(REGULAR, 6.8)
        canvas.drawString(_MARGIN, _FOOT - 15, drawable(f"{self.sheet.centre} - {self.sheet.title}"))
        canvas.drawRightString(_WIDTH - _MARGIN, _FOOT - 15, drawable(self.sheet.page.format(page=page, pages=pages)))


def _widths(sheet: ReportSheet) -> list[float]:
    """Numbers, dates and codes get what they need, and no word is broken; longer texts share what is left."""
    least = [_least(sheet, place) for place in range(len(sheet.heads))]
    wanted = [max(low, _wanted(sheet, place)) for place, low in enumerate(least)]
    spare = _TABLE - sum(least)
    more = [want - low for want, low in zip(wanted, least, strict=True)]
    if spare <= 0:
        return [low * _TABLE / sum(least) for low in least]
    if sum(more) <= spare:
        # All is on one line; what is still left goes to every column alike.
        return [want + (spare - sum(more)) / len(wanted) for want in wanted]
    return [low + spare * extra / sum(more) for low, extra in zip(least, more, strict=True)]


def _least(sheet: ReportSheet, place: int) -> float:
    """The width of the longest word of a column."""
    words = {word for row in sheet.rows[:_LOOKED_AT] for word in drawable(row.cells[place]).split()}
    inside = max((word_width(word, BOLD, _SIZE) for word in words), default=0.0)
    above = max((word_width(word, BOLD, _HEAD_SIZE) for word in drawable(sheet.heads[place]).split()), default=0.0)
    return min(max(inside, above), _TABLE / 4) + 2 * _PADDING + 0.5


def _wanted(sheet: ReportSheet, place: int) -> float:
    """The width at which a column's texts, and half of its heading, are one line."""
    texts = {row.cells[place] for row in sheet.rows[:_LOOKED_AT]}
    inside = max((width_of(text, _SIZE, BOLD) for text in texts), default=0.0)
    return min(max(inside, width_of(sheet.heads[place], _HEAD_SIZE, BOLD) / 2), _TABLE / 3) + 2 * _PADDING + 0.5

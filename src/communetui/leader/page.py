"""The leader's page on paper: A4, one page, what presses in a frame, then sentences and three small charts."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import KeepInFrame, Spacer, Table

from communedb.domain.moment import local
from communetui.charts.paper import drawing
from communetui.leader.words import parts, period_text, title
from communetui.printing.blocks import PLAIN, boxed, text
from communetui.printing.lettering import CENTRE, REGULAR, drawable, load_fonts, markup, strong
from communetui.printing.office import office_of
from communetui.strings.leader import leader

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.reports.figures import Asked, Figures
    from communedb.reports.series import Series
    from communedb.sqlite import Database
    from communetui.printing.models import Office
    from communetui.printing.pages import Block

_WIDTH, _HEIGHT = 595.3, 841.9
_MARGIN, _TOP, _FOOT = 48.0, 40.0, 40.0
_BODY: Final = 9.6
_BETWEEN: Final = 18.0


@dataclass(frozen=True, slots=True)
class Page:
    """What the page shows: the figures of the report `leader`, and those that are drawn; `made_at` is now."""

    office: Office
    figures: Figures
    by_day: Series
    due: Series
    on_time: Series
    made_at: datetime


def leader_page(db: Database, asked: Asked, figures: Figures, unit: str) -> bytes:
    """The PDF for these figures, with the charts of the same period; `unit` is whose office stands at its head."""
    from communedb.reports import by_day, due_ahead, on_time
    from communedb.reports.series import series_of

    drawn = [series_of(one.figures(db, asked)) for one in (by_day, due_ahead, on_time)]
    days, due, timely = (series for series in drawn if series is not None)
    return draw(Page(office_of(db, unit), figures, days, due, timely, asked.now))


def draw(page: Page) -> bytes:
    """The PDF; what is too much for one page is made smaller as a whole."""
    load_fonts()
    out = BytesIO()
    canvas = Canvas(out, pagesize=(_WIDTH, _HEIGHT), invariant=1, lang="vi")
    canvas.setTitle(drawable(f"{title(page.figures)} {period_text(page.figures)}"))
    canvas.setAuthor(drawable(page.office.centre))
    canvas.setCreator("communetui")
    width, height = _WIDTH - 2 * _MARGIN, _HEIGHT - _TOP - _FOOT
    frame = KeepInFrame(width, height, _story(page, width), mode="shrink")
    _, needed = frame.wrapOn(canvas, width, height)
    frame.drawOn(canvas, _MARGIN, _HEIGHT - _TOP - needed)
    canvas.setFont(REGULAR, 6.8)
    told = leader().made.format(at=f"{local(page.made_at):%H:%M %d/%m/%Y}")
    canvas.drawString(_MARGIN, _FOOT - 15, drawable(f"{page.office.centre} - {told}"))
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _story(page: Page, width: float) -> list[Block]:
    said = leader()
    story: list[Block] = [
        text(markup(page.office.agency.upper()), size=8.4, after=0),
        text(strong(page.office.centre.upper()), size=8.4, after=8),
        text(strong(title(page.figures)), size=15, align=CENTRE, after=1),
        text(markup(period_text(page.figures)), size=_BODY, align=CENTRE, after=6),
    ]
    for part in parts(page.figures):
        lines = [text(strong(part.heading), size=10.6, after=2)]
        lines += [text(markup(sentence), size=_BODY, after=1.5) for sentence in part.sentences]
        story += [boxed(lines, width), Spacer(0, 4)] if part.presses else [*lines, Spacer(0, 5)]
    half = (width - _BETWEEN) / 2
    beside = [drawing(page.by_day, said.chart_days, half), "", drawing(page.due, said.chart_due, half)]
    charts = Table([beside], colWidths=[half, _BETWEEN, half], style=PLAIN, spaceBefore=4, spaceAfter=8)
    return [*story, charts, drawing(page.on_time, said.chart_on_time, width)]

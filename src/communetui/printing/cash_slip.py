"""The slip of a cash close, to be signed by whoever counted and whoever takes the money over; A5."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from communedb.domain.moment import local
from communedb.domain.money import format_dong

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from communetui.printing.models import Office
    from communetui.printing.pages import Block

TITLE: Final = "PHIẾU CHỐT QUỸ TIỀN MẶT"
_METHODS: Final = {
    "cash": "Tiền mặt",
    "transfer": "Chuyển khoản",
    "online": "Trực tuyến",
    "unstated": "Không ghi cách thu",
}


@dataclass(frozen=True, slots=True)
class CashSlip:
    """What a close says; amounts in đồng, `details` as the close keeps them."""

    office: Office
    officer: str
    since: datetime | None
    until: datetime
    recorded: int
    counted: int
    explanation: str
    details: dict[str, Any]


def draw_slip(slip: CashSlip) -> bytes:
    """The PDF."""
    from reportlab.pdfgen.canvas import Canvas

    from communetui.printing.blocks import SMALL, text
    from communetui.printing.lettering import drawable, load_fonts, markup
    from communetui.printing.pages import pour
    from communetui.printing.paper import FOOT, MARGIN, TOP, Paper

    load_fonts()
    sheet, out = Paper.A5.sheet, BytesIO()
    canvas = Canvas(out, pagesize=(sheet.width, sheet.height), invariant=1, lang="vi")
    canvas.setTitle(drawable(f"{TITLE} {slip.officer} {local(slip.until):%H:%M %d/%m/%Y}"))
    canvas.setAuthor(drawable(slip.office.centre))
    canvas.setCreator("communetui")
    width = sheet.width - 2 * MARGIN

    def running_head() -> Block:
        return text(markup(f"{TITLE} - {slip.officer} (tiếp theo)"), size=SMALL, after=4)

    for page in pour(_story(slip, width), canvas, width, sheet.height - TOP - FOOT, running_head):
        for placed in page:
            placed.block.drawOn(canvas, MARGIN, FOOT + placed.bottom)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _story(slip: CashSlip, width: float) -> list[Block]:
    from communetui.printing.blocks import boxed, field, moment, signatures, text, together
    from communetui.printing.lettering import CENTRE, markup, strong

    difference = slip.counted - slip.recorded
    story: list[Block] = [
        text(markup(slip.office.agency.upper()), size=7.6, after=0),
        text(strong(slip.office.centre.upper()), size=7.6, after=8),
        text(strong(TITLE), size=13.5, align=CENTRE, after=6),
        field("Cán bộ thu", slip.officer, width),
        field("Từ", moment(slip.since) if slip.since else "", width),
        field("Đến", moment(slip.until), width),
        *_table("Theo sổ", _by_method(slip.details), width),
    ]
    notes = [(f"{format_dong(int(worth))} x {pieces}", int(worth) * pieces) for worth, pieces in _notes(slip.details)]
    if notes:
        story += _table("Tiền mặt đếm được", notes, width)
    sums = [("Tiền mặt theo sổ", slip.recorded), ("Tiền mặt đếm được", slip.counted), ("Chênh lệch", difference)]
    rows = [text(f"{markup(name)}: {strong(format_dong(amount))}", size=10, after=0) for name, amount in sums]
    story.append(boxed(rows, width))
    if slip.explanation:
        story.append(field("Lý do chênh lệch", slip.explanation, width))
    return [*story, together([signatures([("Người nộp tiền", slip.officer), ("Người nhận tiền", "")], width)], width)]


def _by_method(details: dict[str, Any]) -> list[tuple[str, int | None]]:
    """What came in and went out by method, then what was exempted and which receipts were used."""
    rows: list[tuple[str, int | None]] = []
    for name, label, sign in (("paid", "thu", 1), ("refunded", "trả lại", -1), ("undone", "thu hồi, hủy", -1)):
        for method, amount in details.get(name, {}).items():
            if amount:
                rows.append((f"{_METHODS.get(method, method)}, {label}", sign * int(amount)))
    if details.get("exempted"):
        rows.append(("Miễn, giảm (không thu)", int(details["exempted"])))
    for run in details.get("receipts", ()):
        numbers = run["first"] if run["count"] == 1 else f"{run['first']} đến {run['last']}"
        rows.append((f"Biên lai {run['series']} số {numbers} ({run['count']} tờ)".replace("  ", " "), None))
    return rows


def _notes(details: dict[str, Any]) -> list[tuple[str, int]]:
    return list(details.get("notes", {}).items())


def _table(title: str, rows: Sequence[tuple[str, int | None]], width: float) -> list[Block]:
    from reportlab.platypus import Table

    from communetui.printing.blocks import LINE, text
    from communetui.printing.lettering import RIGHT, markup, strong

    cells = [
        [text(markup(name), after=0), text(markup("" if amount is None else format_dong(amount)), align=RIGHT, after=0)]
        for name, amount in rows
    ]
    if not cells:
        cells = [[text(markup("(Không có)"), after=0), ""]]
    style = [("LINEBELOW", (0, 0), (-1, -1), LINE, "black"), ("TOPPADDING", (0, 0), (-1, -1), 1)]
    return [
        text(strong(title), after=2),
        Table(cells, colWidths=[0.68 * width, 0.32 * width], style=style, spaceAfter=6),
    ]

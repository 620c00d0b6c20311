"""The head of every form: office and national heading, place and date, QR, title and codes, which print it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.graphics.barcode.qr import QrCode
from reportlab.platypus import HRFlowable, Paragraph, Spacer, Table

from communedb.domain.text import clean
from communetui.printing.blocks import BODY, LINE, NARROW, PLAIN, SMALL, boxed, dots, text
from communetui.printing.lettering import CENTRE, LEFT, markup, strong, style

if TYPE_CHECKING:
    from datetime import date

    from communetui.printing.editions import FormEdition
    from communetui.printing.models import Form, Office, PrintMark
    from communetui.printing.pages import Block

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

_QR_SIDE = 68.0
"""Points, quiet zone of four modules included: 24 mm, 0.7 mm a module for a usual code, which any scanner reads."""
_BESIDE_QR = 90
"""Longer lists of codes stand under the QR, where they may run over pages."""
_CENTRED = (*PLAIN, ("ALIGN", (0, 0), (-1, -1), "CENTER"))
_BELOW = ("BOTTOMPADDING", (0, 0), (-1, -1), 5)


def heading(
    form: Form, edition: FormEdition, width: float, *, slip: str | None = None, undated: bool = False
) -> list[Block]:
    """Everything above the first field; `slip` is the paper's own number, for the forms that have one.

    On an `undated` form the day is left to a pen.
    """
    dated = _place_and_day(form.office.place, None if undated else form.issued_on)
    if width < NARROW:
        return _narrow(form, edition, width, slip, dated)
    return [*_letterhead(form, width, slip, dated), *_title(form, edition, width), Spacer(0, 4)]


def plain_heading(form: Form, edition: FormEdition, width: float) -> list[Block]:
    """The head of a list, which speaks of many dossiers and has no QR."""
    lines = [
        Paragraph(strong(edition.title.upper()), style(13.5, align=CENTRE, leading=1.22, after=3)),
        text(f"Số: {strong(form.code)}", size=10, align=CENTRE, after=1),
    ]
    if told := told_of_print(form.mark):
        lines.append(text(strong(told), size=SMALL, align=CENTRE))
    dated = _place_and_day(form.office.place, form.issued_on)
    return [*_letterhead(form, width, None, dated), *lines, Spacer(0, 4)]


def _letterhead(form: Form, width: float, slip: str | None, dated: str) -> list[Block]:
    """Office, nation, place and day."""
    left, right = 0.455 * width, 0.545 * width
    number = "" if slip is None else text(f"Số: {slip}", align=CENTRE, after=0)
    rows = [
        [_office(form.office), _nation()],
        [number, text(dated, align=CENTRE, after=0)],
    ]
    top = Table(rows, colWidths=[left, right], style=[*_CENTRED, ("BOTTOMPADDING", (0, 0), (-1, 0), 5)])
    return [top, Spacer(0, 4)]


def told_of_print(mark: PrintMark) -> str:
    """What the paper says of earlier prints of itself; nothing on the first."""
    if mark.replaces is not None:
        return f"BẢN IN LẦN {mark.number}, THAY CHO BẢN IN LẦN {mark.replaces}"
    return f"BẢN IN LẠI LẦN {mark.number}" if mark.number > 1 else ""


def qr(code: str) -> Block:
    """The dossier code alone, so that a scanner types what an officer would."""
    return QrCode(clean(code), width=_QR_SIDE, height=_QR_SIDE, qrLevel="M")


def _office(office: Office) -> list[Block]:
    return [
        text(markup(office.agency.upper()), size=7.6, align=CENTRE, after=0),
        text(strong(office.centre.upper()), size=7.6, align=CENTRE, after=0),
        _rule("34%"),
    ]


def _nation() -> list[Block]:
    return [
        text(f"<b>{NATION}</b>", size=8.2, align=CENTRE, after=0),
        text(f"<b>{MOTTO}</b>", size=BODY, align=CENTRE, after=0),
        _rule("56%"),
    ]


def _rule(width: str) -> Block:
    return HRFlowable(width=width, thickness=LINE, color="black", spaceBefore=1.5)


def _narrow(form: Form, edition: FormEdition, width: float, slip: str | None, dated: str) -> list[Block]:
    """The same for a roll: nation and office one below the other, the QR beside the code alone."""
    beside = [text(strong(form.code), size=10, align=CENTRE, after=1)]
    if slip is not None:
        beside.append(text(f"Số: {slip}", align=CENTRE, after=0))
    if told := told_of_print(form.mark):
        beside.append(text(strong(told), size=SMALL, align=CENTRE, after=0))
    codes = "; ".join(code for code in form.official_codes if code.strip())
    return [
        Table([[_nation()], [_office(form.office)]], colWidths=[width], style=[*_CENTRED, _BELOW]),
        text("<br/>".join(strong(line.upper()) for line in edition.title_lines), size=11, align=CENTRE, after=3),
        Table(
            [[qr(form.code), beside]],
            colWidths=[_QR_SIDE, width - _QR_SIDE],
            style=[*_CENTRED, ("VALIGN", (1, 0), (1, 0), "MIDDLE")],
        ),
        *([text(f"Mã hồ sơ chính thức: {strong(codes)}")] if codes else []),
        text(dated, align=CENTRE, after=4),
    ]


def _place_and_day(place: str, day: date | None) -> str:
    if day is None:
        return f"{markup(place)}, ngày ...... tháng ...... năm 20......"
    return f"{markup(place)}, ngày {day:%d} tháng {day:%m} năm {day:%Y}"


def _title(form: Form, edition: FormEdition, width: float) -> list[Block]:
    beside = width - _QR_SIDE - 6
    codes = "; ".join(code for code in form.official_codes if code.strip())
    title = [line.upper() for line in edition.title_lines]
    lines = [
        Paragraph("<br/>".join(map(strong, title)), style(13.5, align=CENTRE, leading=1.22, after=3)),
        text(f"Mã hồ sơ: {strong(form.code)}", size=10, align=CENTRE, after=1),
    ]
    official = f"Mã hồ sơ chính thức: {strong(codes) if codes else dots(0.42 * beside)}"
    fits = len(codes) <= _BESIDE_QR
    if fits:
        lines.append(text(official, align=CENTRE, after=1))
    if told := told_of_print(form.mark):
        lines.append(boxed([text(strong(told), size=SMALL, align=CENTRE, after=0)], 0.84 * beside, padding=2.5))
    middle = [*_CENTRED, ("VALIGN", (1, 0), (1, 0), "MIDDLE")]
    table = Table([[qr(form.code), lines]], colWidths=[_QR_SIDE + 6, beside], style=middle)
    return [table] if fits else [table, text(official, align=LEFT)]

"""The page with a station's fingerprint and its QR, to be compared where the station is enrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.graphics.barcode.qr import QrCode

from communetui.printing.blocks import SMALL, boxed, text
from communetui.printing.lettering import CENTRE, markup, strong
from communetui.printing.plain.sheet import PlainPaper

if TYPE_CHECKING:
    from datetime import date

    from communetui.printing.models import Office
    from communetui.printing.pages import Block

_QR_SIDE = 150.0


def fingerprint_page(office: Office, station: str, fingerprint: str, qr: str, day: date) -> PlainPaper:
    """One page; `station` as the list of stations will show it, `fingerprint` in groups of digits."""

    def story(width: float) -> list[Block]:
        groups = fingerprint.split()
        half = len(groups) // 2
        rows = (" ".join(groups[:half]), " ".join(groups[half:]))
        code = QrCode(qr, width=_QR_SIDE, height=_QR_SIDE, qrLevel="M")
        code.hAlign = "CENTER"
        return [
            text(f"Máy: {strong(station)}", size=10, after=5),
            boxed([text(strong(row), size=16, align=CENTRE, after=2) for row in rows], width),
            code,
            text(
                "Khi ghi danh máy này, quản trị gõ dấu vân khóa ở đây vào máy quản trị, hoặc quét mã vuông. Khớp từng "
                "số mới ghi danh được. Tờ này không chứa bí mật nào.",
                size=10,
                after=6,
            ),
            text(markup(f"{office.place}, ngày {day:%d/%m/%Y}"), size=SMALL, after=0),
        ]

    return PlainPaper("Dấu vân khóa của máy", office, (story,))

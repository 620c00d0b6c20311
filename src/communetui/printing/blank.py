"""Form 01 to be filled in by hand while there is no power: code and QR are printed, everything else is dots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.platypus import Spacer

from communetui.printing.blocks import boxed, dots, field, fields, signatures, text, together
from communetui.printing.heading import heading
from communetui.printing.lettering import markup, width_of
from communetui.printing.models import PaperLine, Person
from communetui.printing.paper_table import paper_table
from communetui.printing.people import person

if TYPE_CHECKING:
    from communetui.printing.editions import FormEdition
    from communetui.printing.models import BlankForm
    from communetui.printing.pages import Block

_PAPERS: Final = 6
"""Empty rows of the table: what most procedures ask for."""
_FOR_A_PEN: Final = 4.5
"""Points added after each line: letters by hand are higher than printed ones."""
_TIME: Final = "........ giờ ........ phút, ngày ...... / ...... / 20......"
_KEEP: Final = "Khi có điện, cán bộ nhập lại theo mã hồ sơ ở trên; giấy này có giá trị như giấy hẹn in từ máy."


def blank_receipt(form: BlankForm, edition: FormEdition, width: float) -> list[Block]:
    """The form from head to signatures, on one A5 page."""
    lines = [
        *person("Tiếp nhận hồ sơ của", Person(""), width),
        field("Số định danh", "", width),
        field("Nội dung yêu cầu giải quyết", "", width),
        text(dots(width)),
        text("1. Thành phần hồ sơ nộp gồm:"),
        paper_table([PaperLine("")] * _PAPERS, width, copy_name="Bản sao"),
        *_short(width),
        _time("4. Thời gian nhận hồ sơ", width),
        boxed([_time("5. Thời gian trả kết quả", width - 11)], width),
        field("6. Đăng ký nhận kết quả tại", "", width),
        field("7. Phí, lệ phí", "", width),
    ]
    return [
        *heading(form, edition, width, undated=True),
        *(part for line in lines for part in (line, Spacer(0, _FOR_A_PEN))),
        together(
            [
                signatures([("Người nộp hồ sơ", ""), ("Người tiếp nhận hồ sơ", "")], width),
                text(markup(_KEEP), size=6.6, after=0),
            ],
            width,
        ),
    ]


def _short(width: float) -> list[Block]:
    """Number of sets and time limit, side by side where there is room."""
    return fields([("2. Số lượng hồ sơ (bộ)", "", 0.36), ("3. Thời gian giải quyết theo quy định", "", 0.64)], width)


def _time(label: str, width: float) -> Block:
    shown = f"{label}: {_TIME}"
    # On a roll the label and the dots have no room on one line.
    return text(markup(shown if width_of(shown, 9) < width else f"{label}:\n{_TIME}"), after=2)

"""A list of citizens to call, with room to note what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.lib.colors import black
from reportlab.platypus import Table

from communetui.printing.blocks import LINE, SMALL, text
from communetui.printing.lettering import CENTRE, markup, strong
from communetui.printing.plain.sheet import PlainPaper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communetui.printing.models import Office
    from communetui.printing.pages import Block


@dataclass(frozen=True, slots=True)
class CallLine:
    """Whom to call about what; `phones` are lines such as `0905 123 456` or `Lê Văn Tám (nộp thay): 0914 555 666`."""

    name: str
    phones: tuple[str, ...]
    code: str
    about: str


def call_list(office: Office, title: str, told: str, lines: Sequence[CallLine]) -> PlainPaper:
    """The list; `told` is the sentence over it."""

    def story(width: float) -> list[Block]:
        rows = [[_head(name) for name in ("TT", "Người nộp, hồ sơ", "Điện thoại", "Kết quả gọi")]]
        rows += [[_cell(str(number)), *_row(line)] for number, line in enumerate(lines, start=1)]
        widths = (20.0, 0.42 * width, 0.27 * width, width - 20.0 - 0.69 * width)
        return [text(markup(told), after=4), Table(rows, colWidths=widths, style=_STYLE, repeatRows=1)]

    return PlainPaper(title, office, (story,))


def _row(line: CallLine) -> list[Block]:
    who = [text(strong(line.name), after=0), _cell(line.code), _cell(line.about)]
    return [who, [_cell(phone) for phone in line.phones or ("(không có số)",)], ""]


def _head(name: str) -> Block:
    return text(strong(name), size=SMALL, align=CENTRE, after=0)


def _cell(words: str) -> Block:
    return text(markup(words), size=SMALL, after=0)


_STYLE = (
    ("GRID", (0, 0), (-1, -1), LINE, black),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 2),
    ("RIGHTPADDING", (0, 0), (-1, -1), 2),
    ("TOPPADDING", (0, 0), (-1, -1), 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
)

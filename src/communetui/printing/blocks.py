"""The building blocks that the forms share: lines of text, fields, boxes, signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.colors import black
from reportlab.platypus import Paragraph, Table

from communedb.domain.moment import local
from communetui.printing.lettering import BOLD, CENTRE, LEFT, markup, strong, style, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from communetui.printing.pages import Block

BODY = 8.6
"""The size of running text in points."""
SMALL = 7.4
GAP = 1.4
"""The space after a line of the form in points."""
LINE = 0.5
"""The thickness of a rule in points."""
PLAIN = (
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
)
"""A table that only puts things side by side."""

NARROW = 250.0
"""On paper with less than these points across, what stands side by side elsewhere stands one below the other."""

NOT_DETERMINED = "Chưa xác định"
"""Stands where the register knows no value; an empty place would read as none."""

_EXPECTED = "Ngày hẹn dự kiến: lịch nghỉ của thời gian này chưa được công bố chính thức."
_BETWEEN = 4.0
_SIGNING_ROOM = 32.0
_SIGN_HERE = "(Ký và ghi rõ họ tên)"


def text(words: str, *, size: float = BODY, align: int = LEFT, after: float = GAP) -> Block:
    """A paragraph of words that are marked up already."""
    return Paragraph(words, style(size, align=align, after=after))


def field(label: str, value: str, width: float) -> Block:
    """A label and its value in bold, or dots for a pen when there is none."""
    shown = f"{label}: "
    if value.strip():
        return text(f"{markup(shown)} {strong(value)}")
    return text(f"{markup(shown)} {dots(width - width_of(shown, BODY))}")


def fields(pairs: Sequence[tuple[str, str, float]], width: float) -> list[Block]:
    """Several fields on one line, each with its share of the width; on lines of their own if one is too long."""
    too_long = any(
        width_of(f"{label}: {value}", BODY, BOLD) > share * width - _BETWEEN for label, value, share in pairs
    )
    if too_long or width < NARROW:
        return [field(label, value, width) for label, value, _ in pairs]
    widths = [share * width for _, _, share in pairs]
    row = [field(label, value, room - _BETWEEN) for (label, value, _), room in zip(pairs, widths, strict=True)]
    return [Table([row], colWidths=widths, style=PLAIN, spaceAfter=GAP)]


def dots(width: float, size: float = BODY) -> str:
    """A dotted line of about `width` points to write on."""
    return "." * max(8, int(width / width_of(".", size)) - 2)


def moment(at: datetime) -> str:
    """A time on the clock of the desk as the forms say it: `14 giờ 05 phút, ngày 23/11/2026`."""
    here = local(at)
    return f"{here.hour:02d} giờ {here.minute:02d} phút, ngày {here:%d/%m/%Y}"


def boxed(content: Sequence[Block], width: float, *, padding: float = 3.5, thickness: float = 0.9) -> Block:
    """Blocks in a frame: what a citizen must find at a glance."""
    border = [
        ("BOX", (0, 0), (-1, -1), thickness, black),
        ("LEFTPADDING", (0, 0), (-1, -1), padding + 2),
        ("RIGHTPADDING", (0, 0), (-1, -1), padding + 2),
        ("TOPPADDING", (0, 0), (-1, -1), padding - 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), padding),
    ]
    return Table([[list(content)]], colWidths=[width], style=border, spaceBefore=GAP, spaceAfter=GAP + 2, splitInRow=1)


def due(label: str, at: datetime | None, width: float, *, expected: bool) -> Block:
    """The time of the result in a frame; says so when it is not known or rests on holidays not yet announced."""
    when = NOT_DETERMINED if at is None else moment(at)
    lines = [text(f"{markup(label)}: {strong(when)}", size=10, after=0)]
    if expected and at is not None:
        lines.append(text(markup(_EXPECTED), size=SMALL, after=0))
    return boxed(lines, width)


def signatures(columns: Sequence[tuple[str, str]], width: float) -> Block:
    """Who signs, with room for the signature over each printed name; never torn apart by the end of a page."""
    cells = [
        [
            text(strong(title.upper()), align=CENTRE, after=0),
            text(_SIGN_HERE, size=SMALL, align=CENTRE, after=_SIGNING_ROOM),
            text(strong(name), align=CENTRE, after=0),
        ]
        if title
        else ""
        for title, name in columns
    ]
    share = width / len(columns)
    style_ = [*PLAIN, ("LEFTPADDING", (0, 0), (-1, -1), 4), ("RIGHTPADDING", (0, 0), (-1, -1), 4)]
    return Table([cells], colWidths=[share] * len(columns), style=style_, spaceBefore=4, spaceAfter=5)


def together(content: Sequence[Block], width: float) -> Block:
    """Blocks that stay on one page, such as signatures and the line before them."""
    return Table([[list(content)]], colWidths=[width], style=PLAIN, spaceAfter=6)

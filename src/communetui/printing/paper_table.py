"""The table of papers of forms 01 and 02: it wraps long names and runs over as many pages as it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.colors import black
from reportlab.platypus import Table

from communetui.printing.blocks import GAP, LINE, NARROW, SMALL, text
from communetui.printing.lettering import CENTRE, markup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from communetui.printing.models import PaperLine
    from communetui.printing.pages import Block

_SIZE = 8.2
_NUMBER = 22.0
_QUANTITY = 45.0
_KIND = 6.8
_NONE = "(Không có giấy tờ nào được ghi nhận)"


def paper_table(papers: Sequence[PaperLine], width: float, *, copy_name: str) -> Block:
    """The papers, numbered, with the quantity of each kind of copy; electronic ones only where there are any."""
    kinds: list[tuple[str, Callable[[PaperLine], int]]] = [
        ("Bản chính", lambda paper: paper.original),
        ("Bản sao chứng thực", lambda paper: paper.certified),
        (copy_name, lambda paper: paper.copy),
    ]
    if any(paper.electronic for paper in papers):
        kinds.append(("Bản điện tử", lambda paper: paper.electronic))
    if width < NARROW:
        return _narrow(papers, kinds, width)
    rows = [
        [_head("TT"), _head("Tên giấy tờ"), _head("Số lượng"), *[""] * (len(kinds) - 1)],
        ["", "", *(_head(name, _KIND) for name, _ in kinds)],
    ]
    for number, paper in enumerate(papers, start=1):
        quantities = [_centred(str(count(paper)) if count(paper) else "") for _, count in kinds]
        rows.append([_centred(str(number)), _name(paper), *quantities])
    if not papers:
        rows.append(["", text(_NONE, size=_SIZE, after=0), *[""] * len(kinds)])
    widths = [_NUMBER, width - _NUMBER - _QUANTITY * len(kinds), *[_QUANTITY] * len(kinds)]
    return Table(rows, colWidths=widths, style=_STYLE, repeatRows=2, splitInRow=1, spaceAfter=GAP + 2)


def _narrow(
    papers: Sequence[PaperLine], kinds: Sequence[tuple[str, Callable[[PaperLine], int]]], width: float
) -> Block:
    """The same for a roll: the quantities stand in words under the name."""
    rows: list[list[Block]] = [[_head("TT"), _head("Tên giấy tờ, số lượng")]]
    for number, paper in enumerate(papers, start=1):
        counted = ", ".join(f"{count(paper)} {name.lower()}" for name, count in kinds if count(paper))
        lines = _name(paper)
        if counted:
            lines.append(text(f"- {markup(counted)}", size=SMALL, after=0))
        rows.append([_centred(str(number)), lines])
    if not papers:
        rows.append([_centred(""), text(_NONE, size=_SIZE, after=0)])
    table_style = (("GRID", (0, 0), (-1, -1), LINE, black), ("VALIGN", (0, 0), (-1, -1), "TOP"), *_PADDING)
    return Table(
        rows, colWidths=[_NUMBER, width - _NUMBER], style=table_style, repeatRows=1, splitInRow=1, spaceAfter=GAP + 2
    )


def _name(paper: PaperLine) -> list[Block]:
    lines = [text(markup(paper.name), size=_SIZE, after=0)]
    if paper.note.strip():
        lines.append(text(f"- {markup(paper.note)}", size=SMALL, after=0))
    return lines


def _head(name: str, size: float = SMALL) -> Block:
    return text(f"<b>{markup(name)}</b>", size=size, align=CENTRE, after=0)


def _centred(words: str) -> Block:
    return text(words, size=_SIZE, align=CENTRE, after=0)


_PADDING = (
    ("LEFTPADDING", (0, 0), (-1, -1), 2),
    ("RIGHTPADDING", (0, 0), (-1, -1), 2),
    ("TOPPADDING", (0, 0), (-1, -1), 0.4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
)
_STYLE = (
    ("GRID", (0, 0), (-1, -1), LINE, black),
    ("SPAN", (0, 0), (0, 1)),
    ("SPAN", (1, 0), (1, 1)),
    ("SPAN", (2, 0), (-1, 0)),
    ("VALIGN", (0, 0), (-1, 1), "MIDDLE"),
    ("VALIGN", (0, 2), (-1, -1), "TOP"),
    *_PADDING,
)

"""Form 06, the control slip, and the list of a hand-over: what people sign when papers go from hand to hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.colors import black
from reportlab.platypus import Table

from communetui.printing.blocks import GAP, LINE, SMALL, due, field, fields, moment, signatures, text, together
from communetui.printing.heading import heading, plain_heading
from communetui.printing.lettering import CENTRE, markup, strong

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from communetui.printing.editions import FormEdition
    from communetui.printing.models import ControlForm, HandLine, HandOverForm
    from communetui.printing.pages import Block

_SIZE = 8.2
_BLANK_MOMENT = ".... giờ .... phút, ngày .... / .... / ........"
_BLANK_NAME = "........................................"
_BLANK_LINES = 4
"""Room on form 06 for those who pass the papers on without a PC."""
_SIGNING_HEIGHT = 34.0


def control(form: ControlForm, edition: FormEdition, width: float) -> list[Block]:
    """Form 06: through whose hands the papers went."""
    return [
        *heading(form, edition, width),
        field("Hồ sơ của", form.applicant.name, width),
        field("Nội dung yêu cầu giải quyết", form.content, width),
        field("Thời gian nhận hồ sơ", moment(form.received_at), width),
        due("Thời gian trả kết quả", form.due_at, width, expected=form.due_expected),
        _table(
            ("TT", "Người giao, thời gian giao", "Người nhận, thời gian nhận", "Ký giao", "Ký nhận",
             "Kết quả giải quyết", "Ghi chú"),
            [*(_hand(number, hand) for number, hand in enumerate(form.hands, start=1)),
             *(_blank(len(form.hands) + number) for number in range(1, _BLANK_LINES + 1))],
            (22, 122, 122, 62, 62, 60, 0),
            width,
            height=_SIGNING_HEIGHT,
        ),
        text("Kết quả giải quyết: trước hạn, đúng hạn hoặc quá hạn so với thời gian hẹn trả kết quả.", size=SMALL),
    ]  # fmt: skip


def hand_over(form: HandOverForm, edition: FormEdition, width: float) -> list[Block]:
    """The list of a hand-over: what is given, and two signatures."""
    rows = [
        [
            _centred(str(number)),
            _plain(one.code),
            _plain(one.applicant),
            _plain(one.procedure),
            _centred(markup(one.due)),
            "",
        ]
        for number, one in enumerate(form.dossiers, start=1)
    ]
    story = [
        *plain_heading(form, edition, width),
        *fields([("Người giao", form.giver, 0.5), ("Người nhận", form.taker, 0.5)], width),
        *fields([("Thời gian giao", moment(form.given_at), 0.5), ("Để", form.purpose or "-", 0.5)], width),
    ]
    if form.note.strip():
        story.append(field("Ghi chú", form.note, width))
    titles = ("TT", "Mã hồ sơ", "Người nộp", "Thủ tục", "Hẹn trả", "Ghi chú")
    return [
        *story,
        _table(titles, rows, (26, 112, 118, 0, 62, 60), width),
        together(
            [
                text(f"Tổng số: {strong(str(len(form.dossiers)))} hồ sơ."),
                signatures([("Người giao", form.giver), ("Người nhận", form.taker)], width),
            ],
            width,
        ),
    ]


def _hand(number: int, hand: HandLine) -> list[Block | str]:
    return [
        _centred(str(number)),
        _who(hand.giver, hand.given_at),
        _who(hand.taker, hand.taken_at),
        "",
        "",
        _centred(markup(hand.standing)),
        _plain(hand.note),
    ]


def _blank(number: int) -> list[Block | str]:
    return [_centred(str(number)), _who("", None), _who("", None), "", "", "", ""]


def _who(name: str, at: datetime | None) -> list[Block]:
    when = moment(at) if at is not None else _BLANK_MOMENT
    return [text(strong(name) if name else _BLANK_NAME, size=_SIZE, after=0), text(when, size=SMALL, after=0)]


def _plain(words: str) -> Block:
    return text(markup(words), size=_SIZE, after=0)


def _centred(words: str) -> Block:
    return text(words, size=_SIZE, align=CENTRE, after=0)


def _table(
    titles: Sequence[str], rows: list[list[Block | str]], widths: Sequence[float], width: float, *, height: float = 0
) -> Block:
    """Titles and rows over as many pages as needed; the column of width 0 takes what is left, `height` is the least."""
    head = [text(f"<b>{markup(title)}</b>", size=SMALL, align=CENTRE, after=0) for title in titles]
    rest = width - sum(widths)
    extra = [("BOTTOMPADDING", (0, 1), (-1, -1), height / 3)] if height else []
    return Table(
        [head, *rows],
        colWidths=[given or rest for given in widths],
        style=[*_STYLE, *extra],
        repeatRows=1,
        spaceBefore=GAP + 2,
        spaceAfter=GAP + 2,
    )


_STYLE = (
    ("GRID", (0, 0), (-1, -1), LINE, black),
    ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
    ("VALIGN", (0, 1), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 2.5),
    ("RIGHTPADDING", (0, 0), (-1, -1), 2.5),
    ("TOPPADDING", (0, 0), (-1, -1), 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
)

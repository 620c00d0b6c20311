"""Notices of a closed day: one page for each citizen whose promised day it touches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communetui.printing.blocks import boxed, moment, text
from communetui.printing.lettering import markup, strong, unbroken
from communetui.printing.plain.sheet import PlainPaper, reach

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from communetui.printing.models import Office
    from communetui.printing.pages import Block


@dataclass(frozen=True, slots=True)
class ClosedNotice:
    """Whom a notice is for; `due_at` is what was promised, `newer_at` when the result is expected now."""

    name: str
    address: str
    code: str
    procedure: str
    due_at: datetime
    newer_at: datetime


def closed_notices(office: Office, day: date, why: str, notices: Sequence[ClosedNotice]) -> PlainPaper:
    """One paper for all of them; `why` names the closed days, such as `nghỉ bão ngày 25/11/2026`."""

    def one(notice: ClosedNotice, width: float) -> list[Block]:
        asked = reach(office)
        return [
            text(f"Kính gửi Ông/Bà (tổ chức): {strong(notice.name)}", size=10),
            *([text(f"Địa chỉ: {markup(notice.address)}", size=10)] if notice.address else []),
            text(f"Hồ sơ {unbroken(notice.code)}: {strong(notice.procedure)}", size=10, after=5),
            text(f"{markup(office.centre)} phải tạm nghỉ làm việc: {strong(why)}.", size=10, after=4),
            text(f"Hồ sơ của Ông/Bà hẹn trả lúc {unbroken(moment(notice.due_at))}.", size=10, after=4),
            boxed([text(f"Kết quả dự kiến trả: {strong(moment(notice.newer_at))}", size=10, after=0)], width),
            text("Mong Ông/Bà thông cảm. Giấy tiếp nhận đã cấp vẫn có giá trị; không phải nộp lại giấy tờ.", size=10),
            *([text(f"Liên hệ: {markup(asked)}", size=10)] if asked else []),
            text(f"{markup(office.place)}, ngày {day:%d/%m/%Y}", after=0),
        ]

    stories = tuple(lambda width, notice=notice: one(notice, width) for notice in notices)
    return PlainPaper("Thông báo", office, stories)

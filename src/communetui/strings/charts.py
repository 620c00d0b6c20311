"""Texts of the charts."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class Charts:
    """`parts` names what bars show, `codes` what they stand for where that is a code; `weekdays` begins on Monday."""

    nothing: str
    unnamed: str
    weekdays: tuple[str, ...]
    parts: dict[str, str]
    codes: dict[str, str]


charts = Words(
    Charts(
        nothing="Chưa có số liệu để vẽ biểu đồ.",
        unnamed="(chưa ghi)",
        weekdays=("T2", "T3", "T4", "T5", "T6", "T7", "CN"),
        parts={
            "received": "Tiếp nhận",
            "returned": "Trả kết quả",
            "due": "Hồ sơ đến hạn",
            "share": "Tỷ lệ",
            "people": "Lượt người được hỗ trợ",
        },
        codes={"overdue": "Đã quá hạn", "later": "Sau đó", "paused": "Tạm dừng tính hạn", "undated": "Không có hạn"},
    ),
    Charts(
        nothing="There is nothing to draw yet.",
        unnamed="(not given)",
        weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        parts={
            "received": "Received",
            "returned": "Returned",
            "due": "Dossiers due",
            "share": "Share",
            "people": "People helped",
        },
        codes={"overdue": "Overdue", "later": "Later", "paused": "Paused", "undated": "Without a due date"},
    ),
)

"""Texts of the list of what an officer has to look at: equal codes, and promises that a changed day touches."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class Review:
    """`why` names each reason, `advice` tells what an officer can do about it."""

    title: str
    reason: str
    code: str
    applicant: str
    promised: str
    by_calendar: str
    nothing: str
    why: dict[str, str]
    advice: dict[str, str]


review = Words(
    Review(
        title="Cần xem lại",
        reason="Vì sao",
        code="Mã hồ sơ",
        applicant="Người nộp",
        promised="Đã hẹn",
        by_calendar="Theo lịch",
        nothing="Không có gì phải xem lại.",
        why={"equal_code": "trùng mã", "affected": "đổi lịch"},
        advice={
            "equal_code": "{procedure}, nhận {received}\n"
            "Hai máy từng cùng một số nên cấp trùng mã. Mã giữ nguyên, phân biệt theo tên.\n"
            "Nếu là một việc nhập hai lần thì mở hồ sơ thừa, F7 Z để hủy.",
            "affected": "{procedure}\n"
            "Ngày nghỉ đã đổi sau khi hẹn; ngày đã hẹn với người dân vẫn giữ nguyên.\n"
            "Kịp thì trả đúng hẹn. Không kịp thì mở hồ sơ, F7 G: gia hạn, in thư xin lỗi.",
        },
    ),
    Review(
        title="To look at",
        reason="Why",
        code="Dossier code",
        applicant="Applicant",
        promised="Promised",
        by_calendar="By calendar",
        nothing="There is nothing to look at.",
        why={"equal_code": "equal code", "affected": "calendar"},
        advice={
            "equal_code": "{procedure}, received {received}\n"
            "Two stations once had one number and gave one code. It stays; tell them by name.\n"
            "If it is one matter entered twice, open the one too many: F7 Z voids it.",
            "affected": "{procedure}\n"
            "Days off changed after the promise; the citizen's date stays as it is.\n"
            "In time: return it as promised. If not: open it, F7 G extends and apologises.",
        },
    ),
)

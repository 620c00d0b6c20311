"""Texts of the notices of a closed day, on the screen."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import ActionText, Words


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """What is asked and answered; `told` is said of a dossier whose citizen was told already."""

    printing: str
    printed: str
    saved_only: str
    nobody: str
    sure: str
    noted: str
    told: str


closed_day = Words(
    ClosedDay(
        printing="Đang in...",
        printed="Đã gửi đến máy in, {count} hồ sơ.",
        saved_only="Chưa in được, tệp nằm ở {path}. {why}",
        nobody="Không có hồ sơ nào bị ngày nghỉ làm chậm ngày hẹn.",
        sure="Ghi vào mọi hồ sơ bị ngày nghỉ làm chậm rằng đã báo cho người nộp?",
        noted="Đã ghi “đã báo” vào {count} hồ sơ.",
        told="đã báo {at}",
    ),
    ClosedDay(
        printing="Printing...",
        printed="Sent to the printer, {count} dossiers.",
        saved_only="Not printed, the file is at {path}. {why}",
        nobody="No promise comes later because of a day off.",
        sure="Note in every dossier that a day off delays that its citizen was told?",
        noted="Noted “told” in {count} dossiers.",
        told="told {at}",
    ),
)

print_letters = Words(
    ActionText("In thông báo", "In thông báo nghỉ, mỗi người nộp một trang, cho mọi hồ sơ bị ngày nghỉ làm chậm."),
    ActionText("Letters", "Prints a notice, a page for each citizen whose date a day off delays."),
)
print_calls = Words(
    ActionText("In để gọi", "In danh sách gọi điện báo ngày nghỉ, có số điện thoại và ngày dự kiến trả."),
    ActionText("Print to call", "Prints the list of whom to call, with numbers and expected dates."),
)
note_told = Words(
    ActionText("Đã báo", "Ghi vào mọi hồ sơ bị ngày nghỉ làm chậm rằng đã báo cho người nộp."),
    ActionText("Told", "Notes in every dossier that a day off delays that its citizen was told."),
)

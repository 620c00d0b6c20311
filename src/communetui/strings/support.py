"""Texts of the log of the Community Digital Technology Team: on the screen and at the command line."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import ActionText, Words


@dataclass(frozen=True, slots=True)
class Support:
    """`kinds` name what people were helped with, `labels` the parts of the form; `columns` head the table file."""

    title: str
    kinds: dict[str, str]
    day: str
    kind: str
    people: str
    filed: str
    procedure: str
    place: str
    helper: str
    note: str
    search: str
    search_hint: str
    not_found: str
    nothing: str
    none: str
    totals: str
    totals_heads: tuple[str, ...]
    no_totals: str
    all_kinds: str
    this_month: str
    struck: str
    new_title: str
    correct_title: str
    void_title: str
    about_new: str
    labels: dict[str, str]
    hints: dict[str, str]
    yes: str
    no: str
    added: str
    corrected: str
    voided: str
    none_chosen: str
    columns: tuple[str, ...]
    saved: str
    key: str


support = Words(
    Support(
        title="Nhật ký Tổ công nghệ số cộng đồng",
        kinds={
            "filing": "Nộp hồ sơ trực tuyến",
            "identity": "Định danh (VNeID)",
            "payment": "Thanh toán trực tuyến",
            "signature": "Chữ ký số cá nhân",
            "skills": "Kỹ năng số cơ bản",
            "safety": "An toàn trên mạng",
            "other": "Việc khác",
        },
        day="Ngày",
        kind="Việc hỗ trợ",
        people="Người",
        filed="Đã nộp",
        procedure="Thủ tục",
        place="Nơi hỗ trợ",
        helper="Người hỗ trợ",
        note="Ghi chú",
        search="Tìm",
        search_hint="tên, nơi, thủ tục",
        not_found="Không có dòng nào khớp. Xóa chữ ở ô Tìm để xem hết.",
        none="Chưa ghi lần hỗ trợ nào.",
        nothing="Chưa ghi lần hỗ trợ nào. F7 ghi một lần.",
        totals="Cộng theo tháng",
        totals_heads=("Tháng", "Việc hỗ trợ", "Lượt", "Người", "Hồ sơ đã nộp"),
        no_totals="Chưa có gì để cộng.",
        all_kinds="Cộng",
        this_month="Tháng {month}: {times} lượt, {people} người, {filed} hồ sơ nộp trực tuyến.",
        struck="đã gạch",
        new_title="Ghi một lần hỗ trợ",
        correct_title="Sửa một lần hỗ trợ",
        void_title="Gạch bỏ một lần hỗ trợ",
        about_new="Enter qua từng ô, Enter ở ô cuối là ghi. Các ô giữ như lần trước bạn ghi.",
        labels={
            "helped_on": "Ngày",
            "kind": "Việc hỗ trợ",
            "people": "Số người",
            "procedure": "Thủ tục",
            "filed_online": "Đã nộp trực tuyến",
            "place": "Nơi hỗ trợ",
            "helper": "Người hỗ trợ",
            "note": "Ghi chú",
            "reason": "Lý do",
        },
        hints={"procedure": "vài chữ của tên, hoặc mã; để trống nếu không có", "helped_on": "23/11"},
        yes="có",
        no="không",
        added="Đã ghi: {people} người, {kind}.",
        corrected="Đã sửa dòng ngày {day}.",
        voided="Đã gạch bỏ dòng ngày {day}; dòng này không tính vào số liệu.",
        none_chosen="Chưa chọn dòng nào.",
        columns=(
            "Ngày",
            "Việc hỗ trợ",
            "Số người",
            "Mã thủ tục",
            "Tên thủ tục",
            "Đã nộp trực tuyến",
            "Nơi hỗ trợ",
            "Người hỗ trợ",
            "Ghi chú",
        ),
        saved="Đã ghi {count} dòng vào {file}",
        key="Mã dòng",
    ),
    Support(
        title="Log of the Community Digital Technology Team",
        kinds={
            "filing": "Filing online",
            "identity": "Electronic identity (VNeID)",
            "payment": "Paying online",
            "signature": "Personal digital signature",
            "skills": "Basic digital skills",
            "safety": "Safety on the net",
            "other": "Something else",
        },
        day="Date",
        kind="Helped with",
        people="People",
        filed="Filed",
        procedure="Procedure",
        place="Place",
        helper="Helper",
        note="Note",
        search="Search",
        search_hint="name, place, procedure",
        not_found="No line fits. Empty the search to see all.",
        none="No help was entered.",
        nothing="No help was entered. F7 enters it.",
        totals="Totals by month",
        totals_heads=("Month", "Helped with", "Times", "People", "Filed online"),
        no_totals="There is nothing to add up.",
        all_kinds="Total",
        this_month="{month}: {times} times, {people} people, {filed} procedures filed online.",
        struck="struck",
        new_title="Enter help",
        correct_title="Correct a line",
        void_title="Strike a line",
        about_new="Enter goes on, and saves in the last field. Fields keep what you entered last.",
        labels={
            "helped_on": "Date",
            "kind": "Helped with",
            "people": "People",
            "procedure": "Procedure",
            "filed_online": "Filed online",
            "place": "Place",
            "helper": "Helper",
            "note": "Note",
            "reason": "Reason",
        },
        hints={"procedure": "a few letters of its name, or its code; empty if there is none", "helped_on": "23/11"},
        yes="yes",
        no="no",
        added="Entered: {people} people, {kind}.",
        corrected="The line of {day} was corrected.",
        voided="The line of {day} was struck; it counts nowhere.",
        none_chosen="No line is chosen.",
        columns=(
            "Date",
            "Helped with",
            "People",
            "Procedure code",
            "Procedure",
            "Filed online",
            "Place",
            "Helper",
            "Note",
        ),
        saved="{count} lines were saved in {file}",
        key="Key",
    ),
)

new_support = Words(
    ActionText("Ghi một lần", "Ghi một lần hỗ trợ; các ô giữ như lần trước."),
    ActionText("New line", "Enters one time of help; fields keep the values of the last one."),
)
correct_support = Words(
    ActionText("Sửa", "Sửa dòng đang chọn; giá trị cũ còn trong lịch sử."),
    ActionText("Correct", "Corrects the line under the cursor; history keeps what it said."),
)
void_support = Words(
    ActionText("Gạch bỏ", "Gạch bỏ dòng ghi nhầm, kèm lý do; dòng đó không tính vào số liệu."),
    ActionText("Strike", "Strikes a line that should not be there, with a reason; it counts nowhere."),
)
show_totals = Words(
    ActionText("Cộng theo tháng", "Hiện tổng theo tháng và theo việc, hoặc trở lại từng dòng."),
    ActionText("Totals", "Shows the totals by month and kind, or the lines again."),
)

"""Texts of the list of feedback and difficulties, and of what its forms ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communetui.strings.language import ActionText, Words

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class FeedbackTexts:
    """`due_states` names how a limit stands, `headings` are those of an export, `labels` and `hints` those of forms."""

    title: str
    search: str
    search_hint: str
    code: str
    kind: str
    sender: str
    content: str
    received: str
    status: str
    holder: str
    due: str
    anonymous: str
    nobody: str
    nothing: str
    nothing_filtered: str
    detail: str
    no_filters: str
    filters: str
    cleared: str
    open_only: str
    unassigned: str
    with_voided: str
    received_from: str
    received_to: str
    filter_title: str
    any: str
    yes: str
    no: str
    due_states: Mapping[str, str]
    dues: Mapping[str, str]
    export_ask: str
    exported: str
    export_sheet: str
    headings: tuple[str, ...]
    added: str
    added_without_limit: str
    labels: Mapping[str, str]
    hints: Mapping[str, str]


VI = FeedbackTexts(
    title="Phản ánh, khó khăn",
    search="Tìm",
    search_hint="mã, người gửi, vài chữ của nội dung; không cần dấu",
    code="Mã",
    kind="Loại",
    sender="Người gửi",
    content="Nội dung",
    received="Tiếp nhận",
    status="Trạng thái",
    holder="Phụ trách",
    due="Hạn",
    anonymous="(ẩn danh)",
    nobody="chưa phân công",
    nothing="Chưa có phản ánh, kiến nghị hay khó khăn nào. Ctrl+N để ghi.",
    nothing_filtered="Không có gì khớp với điều kiện lọc. Ctrl+R để bỏ lọc.",
    detail="{content}\nTiếp nhận {received}, {holder}. Hạn: {due}",
    no_filters="Chưa lọc",
    filters="Lọc: {what}",
    cleared="Đã bỏ lọc.",
    open_only="Chỉ việc chưa xong",
    unassigned="Chỉ việc chưa phân công",
    with_voided="Đã hủy",
    received_from="từ {day}",
    received_to="đến {day}",
    filter_title="Lọc phản ánh, khó khăn",
    any="tất cả",
    yes="có",
    no="không",
    due_states={
        "in_time": "còn hạn",
        "due_soon": "sắp đến hạn",
        "due_today": "hôm nay",
        "overdue": "quá hạn",
        "paused": "chờ bổ sung",
        "early": "trước hạn",
        "on_time": "đúng hạn",
        "late": "trễ hạn",
    },
    dues={
        "overdue": "Quá hạn",
        "today": "Đến hạn hôm nay",
        "soon": "Sắp đến hạn",
        "pressing": "Quá hạn hoặc sắp đến hạn",
        "waiting": "Chờ bổ sung",
    },
    export_ask="Ghi danh sách đang lọc ra tệp (.xlsx hoặc .csv)",
    exported="Đã ghi {count} dòng vào {file}.",
    export_sheet="Phản ánh",
    headings=(
        "Mã",
        "Nhóm việc",
        "Loại",
        "Nhóm vướng mắc",
        "Nguồn",
        "Ẩn danh",
        "Nội dung",
        "Người gửi",
        "Mã liên quan",
        "Cấp xử lý",
        "Tiếp nhận lúc",
        "Hạn trả lời",
        "Phụ trách",
        "Trạng thái",
        "Xử lý xong lúc",
        "Công khai lúc",
        "So với hạn",
    ),
    added="Đã ghi {code}. Hạn trả lời {due}.",
    added_without_limit="Đã ghi {code}.",
    labels={
        "text": "Nội dung",
        "reason": "Lý do",
        "to_officer": "Người phụ trách",
        "place": "Công khai tại",
        "to_level": "Chuyển đến",
        "new": "Giá trị đúng",
        "path": "Tệp",
        "name": "Tên hiển thị",
        "status": "Trạng thái",
        "due": "Hạn",
        "officer": "Phụ trách",
        "received_from": "Tiếp nhận từ ngày",
        "received_to": "Đến ngày",
        "open_only": "Chưa xong",
        "unassigned": "Chưa phân công",
        "voided": "Đã hủy",
    },
    hints={
        "place": "địa chỉ trang, bảng tin; có thể để trống",
        "topic": "ví dụ: Thể chế; Hạ tầng; Nhân lực",
        "subject": "mã hồ sơ, mã thủ tục hoặc mã nhiệm vụ",
        "path": "đường dẫn đến tệp",
        "received_from": "23/11/2026",
        "received_to": "23/11/2026",
    },
)

EN = FeedbackTexts(
    title="Feedback, difficulties",
    search="Search",
    search_hint="code, sender, a few letters of the content; no marks needed",
    code="Code",
    kind="Kind",
    sender="Sender",
    content="Content",
    received="Received",
    status="Status",
    holder="Officer",
    due="Due",
    anonymous="(anonymous)",
    nobody="not assigned",
    nothing="There is no feedback and no difficulty yet. Ctrl+N enters one.",
    nothing_filtered="Nothing fits the filter. Ctrl+R clears it.",
    detail="{content}\nReceived {received}, {holder}. Due: {due}",
    no_filters="No filter",
    filters="Filter: {what}",
    cleared="The filter is cleared.",
    open_only="Open only",
    unassigned="Not assigned only",
    with_voided="Voided",
    received_from="from {day}",
    received_to="to {day}",
    filter_title="Filter feedback and difficulties",
    any="all",
    yes="yes",
    no="no",
    due_states={
        "in_time": "in time",
        "due_soon": "due soon",
        "due_today": "today",
        "overdue": "overdue",
        "paused": "more awaited",
        "early": "early",
        "on_time": "on time",
        "late": "late",
    },
    dues={
        "overdue": "Overdue",
        "today": "Due today",
        "soon": "Due soon",
        "pressing": "Overdue or due soon",
        "waiting": "More awaited",
    },
    export_ask="Write the list as filtered to a file (.xlsx or .csv)",
    exported="{count} rows were written to {file}.",
    export_sheet="Feedback",
    headings=(
        "Code",
        "Category",
        "Kind",
        "Group",
        "Source",
        "Anonymous",
        "Content",
        "Sender",
        "About",
        "Level",
        "Received at",
        "Due",
        "Officer",
        "Status",
        "Handled at",
        "Published at",
        "Against the limit",
    ),
    added="{code} is entered. To be answered by {due}.",
    added_without_limit="{code} is entered.",
    labels={
        "text": "Text",
        "reason": "Reason",
        "to_officer": "Officer",
        "place": "Published at",
        "to_level": "To",
        "new": "Right value",
        "path": "File",
        "name": "Shown as",
        "status": "Status",
        "due": "Due",
        "officer": "Officer",
        "received_from": "Received from",
        "received_to": "Up to",
        "open_only": "Open",
        "unassigned": "Not assigned",
        "voided": "Voided",
    },
    hints={
        "place": "address of the page, notice board; may stay empty",
        "topic": "such as Institutions; Infrastructure; Staffing",
        "subject": "code of the dossier, procedure or task",
        "path": "path of the file",
        "received_from": "23/11/2026",
        "received_to": "23/11/2026",
    },
)

feedback = Words(VI, EN)

add = Words(
    ActionText("Ghi mới", "Ghi một phản ánh, kiến nghị hoặc một khó khăn, vướng mắc."),
    ActionText("New", "Enters feedback or a difficulty."),
)
open_filter = Words(
    ActionText("Lọc", "Lọc theo loại, trạng thái, hạn, nguồn, người phụ trách, ngày."),
    ActionText("Filter", "Filters by kind, status, limit, source, officer, date."),
)
clear_filters = Words(
    ActionText("Bỏ lọc", "Bỏ mọi điều kiện lọc và tìm."),
    ActionText("No filter", "Clears every filter and the search."),
)
export_list = Words(
    ActionText("Xuất tệp", "Ghi danh sách đang lọc ra tệp XLSX hoặc CSV."),
    ActionText("Export", "Writes the list as filtered to an XLSX or CSV file."),
)

"""Texts of the list of dossiers, and how a promise stands."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import ActionText, Words


@dataclass(frozen=True, slots=True)
class DueTexts:
    """How a promise stands: `short` fits a column of 13 cells, `long` is said of one dossier."""

    short: dict[str, str]
    long: dict[str, str]
    expected: str


due_texts = Words(
    DueTexts(
        short={
            "none": "chưa hẹn",
            "in_time": "còn {days} ngày",
            "due_soon": "còn {days} ngày",
            "due_today": "? hôm nay",
            "overdue": "! quá {days} ngày",
            "overdue_today": "! quá giờ hẹn",
            "paused": "tạm dừng",
            "early": "xong sớm",
            "on_time": "đúng hạn",
            "late": "trễ hạn",
        },
        long={
            "none": "chưa hẹn ngày trả",
            "in_time": "còn {days} ngày làm việc",
            "due_soon": "còn {days} ngày làm việc",
            "due_today": "? đến hạn hôm nay",
            "overdue": "! QUÁ HẠN {days} ngày làm việc",
            "overdue_today": "! QUÁ HẠN từ {at} hôm nay",
            "paused": "tạm dừng tính thời hạn",
            "early": "xong trước hạn",
            "on_time": "xong đúng hạn",
            "late": "xong trễ hạn",
        },
        expected="dự kiến",
    ),
    DueTexts(
        short={
            "none": "no date",
            "in_time": "{days} d left",
            "due_soon": "{days} d left",
            "due_today": "? today",
            "overdue": "! {days} d late",
            "overdue_today": "! late today",
            "paused": "paused",
            "early": "done early",
            "on_time": "on time",
            "late": "late",
        },
        long={
            "none": "no due date yet",
            "in_time": "{days} working day(s) left",
            "due_soon": "{days} working day(s) left",
            "due_today": "? due today",
            "overdue": "! OVERDUE by {days} working day(s)",
            "overdue_today": "! OVERDUE since {at} today",
            "paused": "clock stands still",
            "early": "done before it was due",
            "on_time": "done on time",
            "late": "done late",
        },
        expected="expected",
    ),
)


@dataclass(frozen=True, slots=True)
class Dossiers:
    """Texts of the list; `sorts` and `orders` say what it is ordered by, `dues` name the due filters."""

    title: str
    search: str
    search_hint: str
    code: str
    applicant: str
    procedure: str
    received: str
    due: str
    status: str
    holder: str
    held: str
    passing: str
    voided: str
    nothing: str
    nothing_filtered: str
    detail: str
    entered_late: str
    no_due: str
    filters: str
    no_filters: str
    sorted_by: str
    sorts: dict[str, str]
    choose_order: str
    turn_order: str
    orders: dict[str, str]
    dues: dict[str, str]
    open_only: str
    with_voided: str
    unmatched: str
    no_official_code: str
    received_on: str
    received_from: str
    received_to: str
    returned_on: str
    changed_since: str
    by_others: str
    of_person: str
    papers_with: str
    offered_to: str
    cleared: str
    card_shown: str


dossiers = Words(
    Dossiers(
        title="Danh sách hồ sơ",
        search="Tìm",
        search_hint="tên, mã hồ sơ, số định danh, điện thoại, thủ tục; không cần dấu",
        code="Mã hồ sơ",
        applicant="Người nộp",
        procedure="Thủ tục",
        received="Tiếp nhận",
        due="Hẹn trả",
        status="Tình trạng",
        holder="Đang giữ",
        held="đang giữ: {holder}",
        passing="{papers} giao {holder}, chưa nhận",
        voided="Hủy do nhập nhầm",
        nothing="Không có hồ sơ nào.",
        nothing_filtered="Không có hồ sơ nào khớp. Bấm Ctrl+N để bỏ lọc.",
        detail=" {procedure}\n Nhận {received}, hẹn {due}, {hands}",
        entered_late="(* ghi muộn)",
        no_due="chưa hẹn",
        filters="Lọc: {what}",
        no_filters="Không lọc",
        sorted_by="Xếp theo {what}, {order}",
        sorts={
            "received": "ngày tiếp nhận",
            "due": "ngày hẹn",
            "code": "mã",
            "name": "tên",
            "changed": "lần sửa cuối",
        },
        choose_order="Xếp theo",
        turn_order="{what} (đảo chiều)",
        orders={"up": "tăng dần", "down": "giảm dần"},
        dues={
            "overdue": "quá hạn",
            "today": "đến hạn hôm nay",
            "soon": "sắp đến hạn",
            "pressing": "quá hạn hoặc sắp đến hạn",
            "waiting": "chờ công dân",
        },
        open_only="đang giải quyết",
        with_voided="cả hồ sơ đã hủy",
        unmatched="chưa gắn thủ tục",
        no_official_code="chưa có mã chính thức",
        received_on="nhận ngày {day}",
        received_from="nhận từ {day}",
        received_to="nhận đến {day}",
        returned_on="trả ngày {day}",
        changed_since="thay đổi từ {day}",
        by_others="do người khác",
        of_person="của một người",
        papers_with="giấy tờ ở {name}",
        offered_to="chờ {name} nhận bàn giao",
        cleared="Đã bỏ mọi bộ lọc.",
        card_shown="Hồ sơ của {name}, số {number}.",
    ),
    Dossiers(
        title="Dossiers",
        search="Find",
        search_hint="name, dossier code, ID number, phone, procedure; no marks needed",
        code="Code",
        applicant="Applicant",
        procedure="Procedure",
        received="Received",
        due="Due",
        status="Status",
        holder="With",
        held="with: {holder}",
        passing="{papers} to {holder}, not accepted",
        voided="Void, entered by mistake",
        nothing="No dossiers.",
        nothing_filtered="No dossier fits. Ctrl+N takes the filters away.",
        detail=" {procedure}\n Received {received}, due {due}, {hands}",
        entered_late="(* entered late)",
        no_due="no date",
        filters="Filter: {what}",
        no_filters="No filter",
        sorted_by="By {what}, {order}",
        sorts={
            "received": "reception",
            "due": "due date",
            "code": "code",
            "name": "name",
            "changed": "last change",
        },
        choose_order="Order by",
        turn_order="{what} (turn round)",
        orders={"up": "rising", "down": "falling"},
        dues={
            "overdue": "overdue",
            "today": "due today",
            "soon": "due soon",
            "pressing": "overdue or due soon",
            "waiting": "waiting for the citizen",
        },
        open_only="open",
        with_voided="void ones, too",
        unmatched="procedure not matched",
        no_official_code="no official code yet",
        received_on="received on {day}",
        received_from="received from {day}",
        received_to="received until {day}",
        returned_on="returned on {day}",
        changed_since="changed since {day}",
        by_others="by others",
        of_person="of one person",
        papers_with="papers with {name}",
        offered_to="hand-over waiting for {name}",
        cleared="All filters are off.",
        card_shown="Dossiers of {name}, number {number}.",
    ),
)


enter_code = Words(
    ActionText("Ghi mã", "Ghi mã chính thức của hồ sơ dưới con trỏ: mã trên cổng, trên phần mềm của tỉnh."),
    ActionText("Enter code", "Enters the official code of the dossier under the cursor: the portal's, the province's."),
)
open_filter = Words(
    ActionText("Lọc", "Lọc theo tình trạng, thời hạn, lĩnh vực, cán bộ, cách nộp, khoảng ngày."),
    ActionText("Filter", "Filters by status, promise, field, officer, channel, period."),
)
order = Words(
    ActionText("Xếp", "Chọn cách xếp: ngày tiếp nhận, ngày hẹn, mã, tên, lần sửa cuối; chọn lại thì đảo chiều."),
    ActionText(
        "Order", "Chooses the order: reception, due date, code, name, last change; chosen again, it turns round."
    ),
)
save_filter = Words(
    ActionText("Lưu bộ lọc", "Lưu bộ lọc và cách xếp đang dùng với một tên."),
    ActionText("Save filter", "Saves the present filter and order under a name."),
)
saved_filters = Words(
    ActionText("Bộ lọc đã lưu", "Chọn hoặc xóa một bộ lọc đã lưu."),
    ActionText("Saved filters", "Chooses or drops a saved filter."),
)
clear_filters = Words(
    ActionText("Bỏ lọc", "Bỏ mọi bộ lọc và chữ đang tìm."),
    ActionText("No filter", "Takes all filters and the searched words away."),
)

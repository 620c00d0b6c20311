"""Texts of the list and the board of tasks."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import ActionText, Words


@dataclass(frozen=True, slots=True)
class Tasks:
    """Texts of the list, the board, the groups and the filters."""

    title: str
    title_grouped: str
    search: str
    search_hint: str
    code: str
    task: str
    percent: str
    due: str
    responsible: str
    lead_unit: str
    nothing: str
    nothing_filtered: str
    summary: str
    summary_red: str
    groupings: dict[str, str]
    ungrouped: dict[str, str]
    turned: str
    not_grouped: str
    folded: str
    unfolded: str
    on_board: str
    head: str
    head_late: str
    head_red: str
    detail_who: str
    detail_document: str
    nobody: str
    no_row: str
    on_head: str


tasks = Words(
    Tasks(
        title="Nhiệm vụ",
        title_grouped="Nhiệm vụ, nhóm theo {what}",
        search="Tìm",
        search_hint="mã, tên nhiệm vụ, văn bản, đơn vị; gõ không dấu cũng được",
        code="Mã",
        task="Nhiệm vụ",
        percent="Tiến độ",
        due="Hạn",
        responsible="Phụ trách",
        lead_unit="Chủ trì",
        nothing="Chưa có nhiệm vụ nào. Ctrl+N để nhập, hoặc nhập cả kế hoạch bằng lệnh communetui task import.",
        nothing_filtered="Không có nhiệm vụ nào khớp. Ctrl+R để bỏ tìm và lọc.",
        summary="chưa làm {not_started}, đang làm {in_progress}, xong {completed}; quá hạn {late}",
        summary_red="!ĐỎ {red}",
        groupings={
            "none": "không nhóm",
            "block": "khối",
            "officer": "cán bộ phụ trách",
            "unit": "đơn vị chủ trì",
            "directive": "văn bản giao",
        },
        ungrouped={
            "block": "Chưa rõ khối",
            "officer": "Chưa giao cán bộ",
            "unit": "Chưa rõ đơn vị",
            "directive": "Không có văn bản",
        },
        turned="Nhóm theo {what}. F12: cách khác. Enter: gấp, mở một nhóm. Ins: mọi nhóm.",
        not_grouped="Không nhóm nữa.",
        folded="Đã gấp mọi nhóm, còn dòng tổng của từng nhóm.",
        unfolded="Đã mở mọi nhóm.",
        on_board="Mũi tên đi giữa sáu ô tình trạng, Enter mở, F6 ghi tiến độ, F9 về danh sách.",
        head="{sign} {name} {count:>3}: chưa {not_started:>2}, đang {in_progress:>2}, xong {completed:>2}",
        head_late="! quá hạn {late}",
        head_red="!ĐỎ {red}",
        detail_who="Chủ trì: {unit}; phụ trách: {officer}; khối: {block}",
        detail_document="Giao tại {document}",
        nobody="chưa giao",
        no_row="Chưa chọn nhiệm vụ nào. Mũi tên xuống để vào danh sách.",
        on_head="Đây là dòng nhóm. Chọn một nhiệm vụ trong nhóm.",
    ),
    Tasks(
        title="Tasks",
        title_grouped="Tasks by {what}",
        search="Find",
        search_hint="code, title, document, unit; marks are not needed",
        code="Code",
        task="Task",
        percent="Progress",
        due="Due",
        responsible="Officer",
        lead_unit="Lead unit",
        nothing="No tasks yet. Ctrl+N enters one; a whole plan comes in by: communetui task import.",
        nothing_filtered="No task matches. Ctrl+R clears search and filter.",
        summary="to do {not_started}, under way {in_progress}, done {completed}; overdue {late}",
        summary_red="!RED {red}",
        groupings={
            "none": "no groups",
            "block": "block",
            "officer": "officer",
            "unit": "lead unit",
            "directive": "directive",
        },
        ungrouped={
            "block": "No block",
            "officer": "Nobody responsible",
            "unit": "No lead unit",
            "directive": "No document",
        },
        turned="By {what}. F12: another way. Enter: fold a group. Ins: all groups.",
        not_grouped="No groups any more.",
        folded="All groups are folded; what is left is a line for each.",
        unfolded="All groups are open.",
        on_board="Arrows go among the six statuses, Enter opens, F6 notes progress, F9 is the list.",
        head="{sign} {name} {count:>3}: to do {not_started:>2}, doing {in_progress:>2}, done {completed:>2}",
        head_late="! overdue {late}",
        head_red="!RED {red}",
        detail_who="Lead: {unit}; officer: {officer}; block: {block}",
        detail_document="By {document}",
        nobody="nobody",
        no_row="No task is chosen. Arrow down goes into the list.",
        on_head="This is the line of a group. Choose a task in it.",
    ),
)

board = Words(
    ActionText("Bảng", "Chuyển giữa danh sách và bảng sáu ô tình trạng."),
    ActionText("Board", "Changes between the list and the board of six statuses."),
)
turn_groups = Words(
    ActionText("Nhóm", "Đổi cách nhóm: theo khối, cán bộ, đơn vị, văn bản giao, không nhóm."),
    ActionText("Group", "Turns the grouping: block, officer, unit, directive, none."),
)
fold_groups = Words(
    ActionText("Gấp, mở nhóm", "Gấp mọi nhóm lại thành một dòng tổng, hoặc mở ra tất cả."),
    ActionText("Fold groups", "Folds every group to one line, or opens all."),
)
open_filter = Words(
    ActionText("Lọc", "Lọc theo tình trạng, khối, cán bộ, đơn vị, văn bản, và chọn thứ tự."),
    ActionText("Filter", "Filters by status, block, officer, unit, document, and chooses the order."),
)
ready_filters = Words(
    ActionText("Lọc sẵn", "Chọn nhanh: việc của tôi, báo động đỏ, quá hạn, sắp đến hạn, chờ duyệt gia hạn."),
    ActionText("Ready filters", "Offers: my tasks, red alerts, overdue, due soon, extensions to decide."),
)
clear_filters = Words(
    ActionText("Bỏ lọc", "Bỏ tìm và lọc, hiện mọi nhiệm vụ; giữ cách nhóm và thứ tự."),
    ActionText("Clear", "No search and no filter; grouping and order stay."),
)
new_task = Words(
    ActionText("Thêm nhiệm vụ", "Nhập một nhiệm vụ mới được giao."),
    ActionText("New task", "Enters a new task."),
)

"""Names of the values that the register keeps of tasks as codes: statuses, blocks, levels, steps, fields."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class TaskValues:
    """Each maps the code that the register keeps to its name; a block of an office's own has none."""

    status: dict[str, str]
    alert: dict[str, str]
    block: dict[str, str]
    level: dict[str, str]
    reports: dict[str, str]
    event: dict[str, str]
    extension: dict[str, str]
    decision: dict[str, str]
    field: dict[str, str]


task_values = Words(
    TaskValues(
        status={
            "not_started": "Chưa thực hiện, trong hạn",
            "not_started_late": "Chưa thực hiện, quá hạn",
            "in_progress": "Đang thực hiện, trong hạn",
            "in_progress_late": "Đang thực hiện, quá hạn",
            "completed": "Hoàn thành đúng hạn",
            "completed_late": "Hoàn thành trễ hạn",
        },
        alert={
            "overdue": "quá hạn",
            "not_started": "sắp đến hạn mà chưa làm",
            "behind": "chậm so với thời gian",
        },
        block={
            "party": "Đảng",
            "government": "Chính quyền",
            "national_assembly": "Quốc hội, HĐND",
            "fatherland_front": "Mặt trận Tổ quốc",
        },
        level={"central": "Trung ương", "province": "Tỉnh", "commune": "Xã"},
        reports={"weekly": "Hằng tuần", "monthly": "Hằng tháng", "none": "Không"},
        event={
            "created": "ghi nhiệm vụ",
            "assigned": "giao phụ trách",
            "progressed": "cập nhật tiến độ",
            "completed": "hoàn thành",
            "reopened": "mở lại nhiệm vụ",
            "reported": "báo cáo kỳ",
            "period_reopened": "mở lại kỳ báo cáo",
            "extension_asked": "xin gia hạn",
            "extension_approved": "đồng ý gia hạn",
            "extension_rejected": "không đồng ý gia hạn",
            "extension_countered": "đề nghị hạn khác",
            "counter_accepted": "nhận hạn được đề nghị",
            "counter_declined": "không nhận hạn được đề nghị",
            "noted": "ghi chú",
            "corrected": "sửa thông tin",
            "taken_back": "thu hồi bước",
            "voided": "hủy do nhập nhầm",
        },
        extension={"asked": "đang xin gia hạn", "countered": "chờ trả lời hạn khác"},
        decision={"approve": "đồng ý", "reject": "không đồng ý", "counter": "đề nghị hạn khác"},
        field={
            "code": "Mã nhiệm vụ",
            "title": "Nội dung nhiệm vụ",
            "document_number": "Số văn bản giao",
            "document_on": "Ngày văn bản",
            "block": "Khối",
            "level": "Cấp giao",
            "lead_unit": "Đơn vị chủ trì",
            "coordinating": "Đơn vị phối hợp",
            "responsible": "Cán bộ phụ trách",
            "responsible_name": "Người phụ trách theo kế hoạch",
            "followers": "Người theo dõi",
            "parent": "Nhiệm vụ cha",
            "start_on": "Ngày bắt đầu",
            "due_on": "Hạn hoàn thành",
            "first_due_on": "Hạn ban đầu",
            "expected": "Sản phẩm dự kiến",
            "reports": "Chế độ báo cáo",
            "budget_assigned": "Kinh phí giao",
            "disbursed": "Đã giải ngân",
            "note": "Ghi chú",
            "percent": "Tiến độ (%)",
            "started_on": "Ngày bắt tay làm",
            "completed_on": "Ngày hoàn thành",
            "result": "Kết quả",
            "status": "Tình trạng",
        },
    ),
    TaskValues(
        status={
            "not_started": "Not started, in time",
            "not_started_late": "Not started, overdue",
            "in_progress": "In progress, in time",
            "in_progress_late": "In progress, overdue",
            "completed": "Completed on time",
            "completed_late": "Completed late",
        },
        alert={"overdue": "overdue", "not_started": "due soon and not begun", "behind": "behind the time used"},
        block={
            "party": "Party",
            "government": "Government",
            "national_assembly": "National Assembly, councils",
            "fatherland_front": "Fatherland Front",
        },
        level={"central": "Central", "province": "Province", "commune": "Commune"},
        reports={"weekly": "Weekly", "monthly": "Monthly", "none": "None"},
        event={
            "created": "enter the task",
            "assigned": "assign",
            "progressed": "update progress",
            "completed": "complete",
            "reopened": "reopen the task",
            "reported": "report the period",
            "period_reopened": "reopen the period",
            "extension_asked": "ask for more time",
            "extension_approved": "approve more time",
            "extension_rejected": "reject more time",
            "extension_countered": "offer another date",
            "counter_accepted": "accept the date offered",
            "counter_declined": "decline the date offered",
            "noted": "note",
            "corrected": "correct",
            "taken_back": "take a step back",
            "voided": "void, entered by mistake",
        },
        extension={"asked": "more time asked for", "countered": "another date offered"},
        decision={"approve": "approve", "reject": "reject", "counter": "offer another date"},
        field={
            "code": "Code",
            "title": "Title",
            "document_number": "Directive's number",
            "document_on": "Directive's date",
            "block": "Block",
            "level": "Assigned by",
            "lead_unit": "Lead unit",
            "coordinating": "Coordinating units",
            "responsible": "Responsible officer",
            "responsible_name": "Responsible by the plan",
            "followers": "Followers",
            "parent": "Task above",
            "start_on": "Start",
            "due_on": "Due",
            "first_due_on": "First due",
            "expected": "Expected result",
            "reports": "Reports",
            "budget_assigned": "Budget assigned",
            "disbursed": "Disbursed",
            "note": "Note",
            "percent": "Progress (%)",
            "started_on": "Begun",
            "completed_on": "Completed",
            "result": "Result",
            "status": "Status",
        },
    ),
)


def block_text(block: str) -> str:
    """A block's name: that of its code, or the office's own."""
    return task_values().block.get(block, block)

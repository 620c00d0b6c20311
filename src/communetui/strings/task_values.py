"""Names of what the register keeps of a task as codes: statuses, blocks, levels, steps, columns."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class TaskValues:
    """Each maps the code that the register keeps to its name."""

    status: dict[str, str]
    short_status: dict[str, str]
    stage: dict[str, str]
    block: dict[str, str]
    level: dict[str, str]
    reports: dict[str, str]
    step: dict[str, str]
    field: dict[str, str]
    alert: dict[str, str]


task_values = Words(
    TaskValues(
        status={
            "not_started": "Chưa thực hiện, trong hạn",
            "not_started_late": "Chưa thực hiện, trễ hạn",
            "in_progress": "Đang thực hiện, trong hạn",
            "in_progress_late": "Đang thực hiện, trễ hạn",
            "completed": "Hoàn thành đúng hạn",
            "completed_late": "Hoàn thành trễ hạn",
        },
        short_status={
            "not_started": "Chưa làm, trong hạn",
            "not_started_late": "Chưa làm, trễ hạn",
            "in_progress": "Đang làm, trong hạn",
            "in_progress_late": "Đang làm, trễ hạn",
            "completed": "Xong đúng hạn",
            "completed_late": "Xong trễ hạn",
        },
        stage={
            "not_started": "chưa làm",
            "not_started_late": "chưa làm",
            "in_progress": "đang làm",
            "in_progress_late": "đang làm",
            "completed": "xong",
            "completed_late": "xong",
        },
        block={
            "party": "Đảng",
            "government": "Chính quyền",
            "national_assembly": "Quốc hội, HĐND",
            "fatherland_front": "Mặt trận Tổ quốc",
        },
        level={"central": "Trung ương", "province": "Tỉnh, thành phố", "commune": "Xã, phường"},
        reports={"weekly": "hằng tuần", "monthly": "hằng tháng", "none": "không báo cáo kỳ"},
        step={
            "created": "nhập nhiệm vụ",
            "assigned": "giao cán bộ",
            "progressed": "cập nhật tiến độ",
            "completed": "hoàn thành",
            "reopened": "mở lại nhiệm vụ",
            "reported": "báo cáo kỳ",
            "period_reopened": "mở lại kỳ báo cáo",
            "extension_asked": "xin gia hạn",
            "extension_approved": "duyệt gia hạn",
            "extension_rejected": "không duyệt gia hạn",
            "extension_countered": "đề nghị ngày khác",
            "counter_accepted": "nhận ngày đề nghị",
            "counter_declined": "không nhận ngày đề nghị",
            "noted": "ghi chú",
            "corrected": "sửa thông tin",
            "taken_back": "thu hồi bước vừa làm",
            "voided": "hủy do nhập nhầm",
        },
        field={
            "code": "mã",
            "title": "nhiệm vụ",
            "document_number": "văn bản giao",
            "document_on": "ngày văn bản",
            "block": "khối",
            "level": "cấp giao",
            "lead_unit": "đơn vị chủ trì",
            "coordinating": "đơn vị phối hợp",
            "responsible": "cán bộ phụ trách",
            "responsible_name": "người phụ trách ghi trong kế hoạch",
            "followers": "cán bộ theo dõi",
            "parent": "thuộc nhiệm vụ",
            "start_on": "bắt đầu",
            "due_on": "hạn hoàn thành",
            "expected": "kết quả phải đạt",
            "reports": "báo cáo kỳ",
            "budget_assigned": "kinh phí giao",
            "note": "ghi chú",
            "result": "kết quả đạt được",
        },
        alert={
            "overdue": "báo động đỏ: đã quá hạn mà chưa hoàn thành",
            "not_started": "báo động đỏ: sắp đến hạn mà chưa bắt đầu",
            "behind": "báo động đỏ: tiến độ chậm so với thời gian đã qua",
        },
    ),
    TaskValues(
        status={
            "not_started": "Not started, in time",
            "not_started_late": "Not started, late",
            "in_progress": "In progress, in time",
            "in_progress_late": "In progress, late",
            "completed": "Completed on time",
            "completed_late": "Completed late",
        },
        short_status={
            "not_started": "Not started, in time",
            "not_started_late": "Not started, late",
            "in_progress": "Under way, in time",
            "in_progress_late": "Under way, late",
            "completed": "Done on time",
            "completed_late": "Done late",
        },
        stage={
            "not_started": "not started",
            "not_started_late": "not started",
            "in_progress": "under way",
            "in_progress_late": "under way",
            "completed": "done",
            "completed_late": "done",
        },
        block={
            "party": "Party",
            "government": "Government",
            "national_assembly": "National Assembly",
            "fatherland_front": "Fatherland Front",
        },
        level={"central": "Central", "province": "Province", "commune": "Commune"},
        reports={"weekly": "weekly", "monthly": "monthly", "none": "no period reports"},
        step={
            "created": "enter",
            "assigned": "assign",
            "progressed": "note progress",
            "completed": "complete",
            "reopened": "reopen",
            "reported": "period report",
            "period_reopened": "reopen a period",
            "extension_asked": "ask for an extension",
            "extension_approved": "approve the extension",
            "extension_rejected": "reject the extension",
            "extension_countered": "offer another date",
            "counter_accepted": "accept the offered date",
            "counter_declined": "decline the offered date",
            "noted": "note",
            "corrected": "correct",
            "taken_back": "take back the last step",
            "voided": "void, entered by mistake",
        },
        field={
            "code": "code",
            "title": "task",
            "document_number": "directive",
            "document_on": "date of the directive",
            "block": "block",
            "level": "assigned by",
            "lead_unit": "lead unit",
            "coordinating": "coordinating units",
            "responsible": "responsible officer",
            "responsible_name": "officer named in the plan",
            "followers": "followers",
            "parent": "part of",
            "start_on": "start",
            "due_on": "due",
            "expected": "expected result",
            "reports": "period reports",
            "budget_assigned": "budget assigned",
            "note": "note",
            "result": "result",
        },
        alert={
            "overdue": "red alert: overdue and not completed",
            "not_started": "red alert: due soon and not begun",
            "behind": "red alert: far behind the time that has passed",
        },
    ),
)


@dataclass(frozen=True, slots=True)
class TaskStanding:
    """How a task stands against its due date, in few words, and the sign of its alert."""

    red: str
    left: str
    today: str
    over: str
    no_due: str
    on_time: str
    late: str
    open: str
    done: str


task_standing = Words(
    TaskStanding(
        red="!ĐỎ",
        left="còn {days} ngày",
        today="hạn hôm nay",
        over="quá {days} ngày",
        no_due="không có hạn",
        on_time="đúng hạn",
        late="trễ {days} ngày",
        open="{stage}, {time}",
        done="{stage} {time}",
    ),
    TaskStanding(
        red="!RED",
        left="{days} days left",
        today="due today",
        over="{days} days over",
        no_due="no due date",
        on_time="on time",
        late="{days} days late",
        open="{stage}, {time}",
        done="{stage} {time}",
    ),
)

"""Words of the reports of indicators, tasks, feedback, satisfaction, support, of the charts and the leader's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communetui.strings.feedback_values import EN as FEEDBACK_EN
from communetui.strings.feedback_values import VI as FEEDBACK_VI
from communetui.strings.language import Words
from communetui.strings.report_words import ReportWords
from communetui.strings.reports_index import INDEX
from communetui.strings.support import support
from communetui.strings.task_values import task_values

if TYPE_CHECKING:
    from collections.abc import Mapping


def _under(heading: str, *columns: str) -> dict[str, str]:
    return dict.fromkeys(columns, heading)


def _named(*names: Mapping[str, str]) -> dict[str, str]:
    """Words of codes that stand in the column of names."""
    return {f"name:{code}": text for held in names for code, text in held.items()}


_TASKS: Final = Words(
    ReportWords(
        title="Tình hình thực hiện nhiệm vụ",
        columns={
            "name": "Nhiệm vụ theo",
            "total": "Tổng số",
            "completed": "Hoàn thành",
            "share": "Tỷ lệ hoàn thành",
            "completed_on_time": "Đúng hạn",
            "completed_late": "Trễ hạn",
            "open_in_time": "Trong hạn",
            "open_overdue": "Quá hạn",
            "not_started": "Chưa bắt tay làm",
            "red": "Báo động đỏ",
            "extended": "Đã gia hạn",
            "asks": "Đang xin gia hạn",
            "difficulty": "Có vướng mắc",
        },
        groups=_under("Đã hoàn thành", "completed", "share", "completed_on_time", "completed_late")
        | _under("Chưa hoàn thành", "open_in_time", "open_overdue", "not_started", "red"),
        codes=_named(
            task_values.vi.block,
            {
                "by_block": "Theo khối",
                "by_document": "Theo văn bản giao",
                "by_unit": "Theo đơn vị chủ trì",
                "by_officer": "Theo cán bộ phụ trách",
                "nobody": "(chưa ghi)",
            },
        ),
    ),
    ReportWords(
        title="Progress of tasks",
        columns={
            "name": "Tasks by",
            "total": "Total",
            "completed": "Completed",
            "share": "Share completed",
            "completed_on_time": "On schedule",
            "completed_late": "Late",
            "open_in_time": "In time",
            "open_overdue": "Overdue",
            "not_started": "Not started",
            "red": "Red alert",
            "extended": "Extended",
            "asks": "Asking for more time",
            "difficulty": "In difficulties",
        },
        groups=_under("Done", "completed", "share", "completed_on_time", "completed_late")
        | _under("Open", "open_in_time", "open_overdue", "not_started", "red"),
        codes=_named(
            task_values.en.block,
            {
                "by_block": "By block",
                "by_document": "By directive",
                "by_unit": "By lead unit",
                "by_officer": "By responsible officer",
                "nobody": "(not given)",
            },
        ),
    ),
)

_FEEDBACK: Final = Words(
    ReportWords(
        title="Tiếp nhận, xử lý phản ánh, kiến nghị",
        columns={
            "name": "Phản ánh, kiến nghị theo",
            "total": "Tổng số",
            "received": "Nhận trong kỳ",
            "carried_over": "Kỳ trước chuyển sang",
            "handled": "Tổng số",
            "handled_in_time": "Đúng hạn",
            "handled_late": "Quá hạn",
            "open": "Tổng số",
            "open_in_time": "Trong hạn",
            "open_overdue": "Quá hạn",
            "refused": "Từ chối",
            "refused_late": "Từ chối quá 2 ngày",
            "asked_late": "Yêu cầu bổ sung quá 5 ngày",
            "published": "Công khai đúng hạn",
            "published_late": "Công khai quá 2 ngày",
            "escalated": "Chuyển cấp trên",
            "reopened": "Mở lại",
        },
        groups=_under("Tiếp nhận", "total", "received", "carried_over")
        | _under("Đã xử lý", "handled", "handled_in_time", "handled_late")
        | _under("Đang xử lý", "open", "open_in_time", "open_overdue"),
        codes=_named(FEEDBACK_VI.kind, FEEDBACK_VI.source, {"by_kind": "Theo loại", "by_source": "Theo nguồn"}),
    ),
    ReportWords(
        title="Feedback received and handled",
        columns={
            "name": "Feedback by",
            "total": "Total",
            "received": "In the period",
            "carried_over": "Carried over",
            "handled": "Total",
            "handled_in_time": "In time",
            "handled_late": "Late",
            "open": "Total",
            "open_in_time": "In time",
            "open_overdue": "Overdue",
            "refused": "Refused",
            "refused_late": "Refused after 2 days",
            "asked_late": "Asked for more after 5 days",
            "published": "Published in time",
            "published_late": "Published after 2 days",
            "escalated": "Escalated",
            "reopened": "Reopened",
        },
        groups=_under("Received", "total", "received", "carried_over")
        | _under("Handled", "handled", "handled_in_time", "handled_late")
        | _under("Being handled", "open", "open_in_time", "open_overdue"),
        codes=_named(FEEDBACK_EN.kind, FEEDBACK_EN.source, {"by_kind": "By kind", "by_source": "By source"}),
    ),
)

_DIFFICULTIES: Final = Words(
    ReportWords(
        title="Khó khăn, vướng mắc",
        columns={
            "name": "Khó khăn, vướng mắc theo",
            "total": "Tổng số",
            "carried_over": "Kỳ trước chuyển sang",
            "raised": "Phát sinh trong kỳ",
            "resolved": "Đã tháo gỡ",
            "closed": "Đóng, chưa tháo gỡ",
            "open": "Chưa xong",
            "escalated": "Chuyển cấp trên",
        },
        codes=_named(FEEDBACK_VI.kind, FEEDBACK_VI.source, {"by_topic": "Theo nhóm", "by_source": "Theo nguồn"}),
    ),
    ReportWords(
        title="Difficulties and bottlenecks",
        columns={
            "name": "Difficulties by",
            "total": "Total",
            "carried_over": "Carried over",
            "raised": "Raised in the period",
            "resolved": "Resolved",
            "closed": "Closed, not resolved",
            "open": "Open",
            "escalated": "Escalated",
        },
        codes=_named(FEEDBACK_EN.kind, FEEDBACK_EN.source, {"by_topic": "By group", "by_source": "By source"}),
    ),
)

_SATISFACTION: Final = Words(
    ReportWords(
        title="Mức độ hài lòng khi trả kết quả",
        columns={
            "returned": "Đã trả kết quả",
            "marked": "Có đánh giá",
            "very_good": "Rất hài lòng",
            "good": "Hài lòng",
            "poor": "Chưa hài lòng",
            "share": "Tỷ lệ hài lòng",
            "by_citizen": "Người dân tự chấm",
            "by_officer": "Cán bộ ghi thay",
        },
        groups=_under("Đánh giá", "marked", "very_good", "good", "poor", "share")
        | _under("Người đánh giá", "by_citizen", "by_officer"),
    ),
    ReportWords(
        title="Satisfaction with the results handed out",
        columns={
            "returned": "Returned",
            "marked": "Marked",
            "very_good": "Very good",
            "good": "Good",
            "poor": "Poor",
            "share": "Share satisfied",
            "by_citizen": "By the citizen",
            "by_officer": "By an officer",
        },
        groups=_under("Marks", "marked", "very_good", "good", "poor", "share")
        | _under("Entered", "by_citizen", "by_officer"),
    ),
)

_SUPPORT: Final = Words(
    ReportWords(
        title="Hoạt động của Tổ công nghệ số cộng đồng",
        columns={"name": "Hỗ trợ theo", "times": "Số lượt", "people": "Số người", "filed_online": "Đã nộp trực tuyến"},
        codes=_named(
            support.vi.kinds,
            {"by_kind": "Theo việc hỗ trợ", "by_month": "Theo tháng", "by_procedure": "Theo thủ tục"},
        ),
    ),
    ReportWords(
        title="Help by the Community Digital Technology Team",
        columns={"name": "Help by", "times": "Times", "people": "People", "filed_online": "Filed online"},
        codes=_named(support.en.kinds, {"by_kind": "By kind", "by_month": "By month", "by_procedure": "By procedure"}),
    ),
)

_BY_DAY: Final = Words(
    ReportWords(
        title="Tiếp nhận và trả kết quả theo ngày",
        columns={"day": "Ngày", "received": "Tiếp nhận", "returned": "Trả kết quả"},
    ),
    ReportWords(
        title="Received and returned by day",
        columns={"day": "Day", "received": "Received", "returned": "Returned"},
    ),
)

_DUE_AHEAD: Final = Words(
    ReportWords(
        title="Hồ sơ đến hạn trong những ngày tới",
        columns={"when": "Khi nào", "day": "Ngày", "due": "Số hồ sơ"},
        codes={
            "when:overdue": "Đã quá hạn",
            "when:later": "Sau đó",
            "when:paused": "Tạm dừng tính hạn",
            "when:undated": "Không có hạn",
        },
    ),
    ReportWords(
        title="Dossiers due in the days to come",
        columns={"when": "When", "day": "Day", "due": "Dossiers"},
        codes={
            "when:overdue": "Overdue",
            "when:later": "Later",
            "when:paused": "Paused",
            "when:undated": "Without a due date",
        },
    ),
)

_ON_TIME: Final = Words(
    ReportWords(
        title="Tỷ lệ giải quyết đúng hạn theo lĩnh vực",
        columns={
            "handled": "Tổng số",
            "in_time": "Đúng hạn, còn hạn",
            "not_in_time": "Quá hạn",
            "share": "Tỷ lệ đúng hạn",
        },
    ),
    ReportWords(
        title="Share in time by field",
        columns={"handled": "Total", "in_time": "In time", "not_in_time": "Overdue", "share": "Share in time"},
    ),
)

_LEADER: Final = Words(
    ReportWords(
        title="Tình hình trong kỳ, một trang cho lãnh đạo",
        columns={"name": "Nội dung", "about": "Cụ thể", "due": "Hạn", "now": "Kỳ này", "before": "Kỳ trước"},
        codes=_named(
            {
                "received": "Hồ sơ tiếp nhận",
                "returned": "Kết quả đã trả",
                "resolved": "Hồ sơ giải quyết xong",
                "resolved_in_time": "Giải quyết xong đúng hạn",
                "open": "Hồ sơ đang giải quyết",
                "overdue": "Hồ sơ quá hạn",
                "due_next": "Hồ sơ đến hạn trong bảy ngày tới",
                "with_citizen": "Hồ sơ chờ người dân",
                "uncollected": "Kết quả chưa có người nhận",
                "tasks": "Nhiệm vụ được giao",
                "tasks_done": "Nhiệm vụ đã hoàn thành",
                "tasks_done_now": "Nhiệm vụ hoàn thành trong kỳ",
                "tasks_overdue": "Nhiệm vụ quá hạn",
                "tasks_red": "Nhiệm vụ báo động đỏ",
                "tasks_due_next": "Nhiệm vụ đến hạn trong bảy ngày tới",
                "feedback": "Phản ánh, kiến nghị nhận trong kỳ",
                "feedback_open": "Phản ánh, kiến nghị đang xử lý",
                "feedback_overdue": "Phản ánh, kiến nghị quá hạn",
                "difficulties_open": "Khó khăn, vướng mắc chưa xong",
                "difficulties_resolved": "Khó khăn, vướng mắc đã tháo gỡ",
                "marked": "Người dân đánh giá",
                "poor": "Chưa hài lòng",
                "helped": "Lượt người được hỗ trợ số",
                "late": "Giữ hồ sơ quá hạn",
                "late_task": "Nhiệm vụ quá hạn",
            }
        ),
    ),
    ReportWords(
        title="The period on one page for the leader",
        columns={"name": "What", "about": "Who, which", "due": "Due", "now": "Now", "before": "Before"},
        codes=_named(
            {
                "received": "Dossiers received",
                "returned": "Results handed out",
                "resolved": "Dossiers resolved",
                "resolved_in_time": "Resolved in time",
                "open": "Dossiers in progress",
                "overdue": "Dossiers overdue",
                "due_next": "Dossiers due in seven days",
                "with_citizen": "Dossiers waiting for the citizen",
                "uncollected": "Results not collected",
                "tasks": "Tasks",
                "tasks_done": "Tasks completed",
                "tasks_done_now": "Tasks completed in the period",
                "tasks_overdue": "Tasks overdue",
                "tasks_red": "Tasks on red alert",
                "tasks_due_next": "Tasks due in seven days",
                "feedback": "Feedback received",
                "feedback_open": "Feedback being handled",
                "feedback_overdue": "Feedback overdue",
                "difficulties_open": "Difficulties open",
                "difficulties_resolved": "Difficulties resolved",
                "marked": "Marks given",
                "poor": "Not satisfied",
                "helped": "People helped",
                "late": "Holds overdue dossiers",
                "late_task": "Overdue task",
            }
        ),
    ),
)

MEASURES: Final[Mapping[str, Words[ReportWords]]] = {
    "decision-766": INDEX,
    "tasks": _TASKS,
    "feedback": _FEEDBACK,
    "difficulties": _DIFFICULTIES,
    "satisfaction": _SATISFACTION,
    "support": _SUPPORT,
    "by-day": _BY_DAY,
    "due-ahead": _DUE_AHEAD,
    "on-time": _ON_TIME,
    "leader": _LEADER,
}
"""By report."""

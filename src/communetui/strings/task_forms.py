"""Texts of the forms of a task: labels by the name of the value, hints, and what stands above the first row."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class TaskForms:
    """Texts of the forms, of the quick progress and of the filters."""

    title: str
    labels: dict[str, str]
    hints: dict[str, str]
    about: dict[str, str]
    decisions: dict[str, str]
    answers: dict[str, str]
    no_work: dict[str, str]
    old: str
    none: str
    top: str
    quick: str
    quick_keys: str
    quick_now: str
    quick_will: str
    quick_done: str
    quick_wrong: str
    filter_title: str
    filter_about: str
    any: str
    no: str
    yes: str
    orders: dict[str, str]
    ready_title: str
    ready: dict[str, str]


task_forms = Words(
    TaskForms(
        title="{step}: {code}, {title}",
        labels={
            "code": "Mã",
            "title": "Nhiệm vụ",
            "document_number": "Văn bản giao",
            "document_on": "Ngày văn bản",
            "block": "Khối",
            "level": "Cấp giao",
            "lead_unit": "Đơn vị chủ trì",
            "coordinating": "Đơn vị phối hợp",
            "responsible": "Cán bộ phụ trách",
            "followers": "Cán bộ theo dõi",
            "parent": "Thuộc nhiệm vụ",
            "start_on": "Bắt đầu",
            "due_on": "Hạn hoàn thành",
            "expected": "Kết quả phải đạt",
            "reports": "Báo cáo kỳ",
            "budget_assigned": "Kinh phí giao (đồng)",
            "note": "Ghi chú",
            "percent": "Tiến độ (%)",
            "text": "Nội dung",
            "disbursed": "Đã giải ngân (đồng)",
            "happened_on": "Ngày",
            "result": "Kết quả đạt được",
            "reason": "Lý do",
            "to_officer": "Giao cho",
            "new_due": "Xin đến ngày",
            "decision": "Quyết định",
            "offered": "Ngày đề nghị",
            "accept": "Trả lời",
            "period": "Kỳ",
            "no_work": "Công việc",
            "report": "Nội dung báo cáo",
            "difficulty": "Khó khăn",
            "path": "Tệp",
            "status": "Tình trạng",
            "officer": "Cán bộ",
            "document": "Văn bản giao",
            "red": "Báo động đỏ",
            "voided": "Đã hủy",
            "order": "Thứ tự",
        },
        hints={
            "code": "để trống: máy tự cho mã",
            "document_number": "ví dụ 02-KH/BCĐTW",
            "document_on": "ví dụ 19/06/2025",
            "lead_unit": "vài chữ của tên đơn vị",
            "coordinating": "nhiều đơn vị thì cách nhau bằng dấu ;",
            "parent": "để trống; hoặc mã, vài chữ của nhiệm vụ cha",
            "start_on": "để trống: chưa rõ",
            "due_on": "ví dụ 31/12/2026",
            "new_due": "ví dụ 31/12/2026",
            "offered": "ngày lãnh đạo đề nghị",
            "happened_on": "để trống: hôm nay",
            "path": "đường dẫn; gõ vài chữ để chọn",
            "difficulty": "để trống nếu không có",
            "disbursed": "tổng số đến nay; để trống: như cũ",
            "percent": "để trống: như cũ",
            "document": "số văn bản",
        },
        about={
            "new_task": "Enter sang ô sau, Ctrl+S lưu. Chỉ tên nhiệm vụ là bắt buộc.",
            "new_child": "Nhiệm vụ con của {code}; hạn không sau {due}.",
            "progress": "Đang ghi {percent} %. Đủ 100 % mà đã có kết quả thì dùng Hoàn thành (F7 K).",
            "complete": "Hạn {due}. Ngày hoàn thành quyết định đúng hạn hay trễ hạn.",
            "ask_extension": "Hạn hiện nay {due}. Hạn chỉ đổi khi lãnh đạo duyệt.",
            "decide_extension": "{officer} xin từ {due} đến {asked}: {reason}",
            "answer_counter": "Xin đến {asked}; lãnh đạo đề nghị {offered}. Hạn hiện nay {due}.",
            "report": "Ctrl+S lưu. Kỳ đã chốt thì không báo cáo được nữa, trừ khi lãnh đạo mở lại.",
            "reopen_period": "Mở lại kỳ đã chốt để báo cáo bổ sung.",
            "reopen": "Nhiệm vụ sẽ trở lại tình trạng chưa hoàn thành.",
            "assign": "Đang phụ trách: {officer}.",
            "void": "Chỉ dùng khi nhập nhầm. Mã và lịch sử vẫn còn.",
            "take_back": "Thu hồi bước: {step}, {at}, {officer}.",
            "attach": "Nhận PDF, ảnh và tệp văn phòng. Tệp được mã hóa trong sổ; tệp gốc vẫn ở chỗ cũ.",
        },
        decisions={"": "-", "approve": "Đồng ý", "reject": "Không đồng ý", "counter": "Đề nghị ngày khác"},
        answers={"": "-", "yes": "Nhận ngày đề nghị", "no": "Không nhận"},
        no_work={"no": "Có phát sinh", "yes": "Không phát sinh trong kỳ"},
        old="Đang ghi: {old}",
        none="-",
        top="Không thuộc nhiệm vụ nào",
        quick="Tiến độ: {code} {title}",
        quick_keys="Một chữ số là chục: 4 là 40 %. Hai chữ số là phần trăm. Thêm chữ để ghi chú. Enter lưu, Esc thôi",
        quick_now="Đang ghi {percent} %, {state}.",
        quick_will="Sẽ ghi {percent} %.",
        quick_done="100 %: Enter để ghi hoàn thành, với kết quả và ngày.",
        quick_wrong="Chưa hiểu. Gõ 4 (40 %), 45, hoặc 45 đã tập huấn 3 thôn.",
        filter_title="Lọc nhiệm vụ",
        filter_about="Mũi tên trái, phải hoặc chữ cái để chọn. Ctrl+S để lọc.",
        any="tất cả",
        no="Không",
        yes="Có",
        orders={"due": "Hạn gần trước", "code": "Theo mã", "percent": "Tiến độ thấp trước"},
        ready_title="Lọc sẵn",
        ready={
            "mine": "Việc của tôi",
            "red": "Báo động đỏ",
            "late": "Quá hạn chưa xong",
            "soon": "Đến hạn trong 7 ngày",
            "asked": "Đang xin gia hạn",
            "report": "Chưa báo cáo kỳ này",
            "unassigned": "Chưa giao cán bộ",
            "voided": "Đã hủy",
            "all": "Tất cả",
        },
    ),
    TaskForms(
        title="{step}: {code}, {title}",
        labels={
            "code": "Code",
            "title": "Task",
            "document_number": "Directive",
            "document_on": "Dated",
            "block": "Block",
            "level": "Assigned by",
            "lead_unit": "Lead unit",
            "coordinating": "Coordinating units",
            "responsible": "Responsible officer",
            "followers": "Followers",
            "parent": "Part of",
            "start_on": "Start",
            "due_on": "Due",
            "expected": "Expected result",
            "reports": "Period reports",
            "budget_assigned": "Budget (đồng)",
            "note": "Note",
            "percent": "Progress (%)",
            "text": "Text",
            "disbursed": "Disbursed (đồng)",
            "happened_on": "Day",
            "result": "Result",
            "reason": "Reason",
            "to_officer": "To",
            "new_due": "Asked for",
            "decision": "Decision",
            "offered": "Offered day",
            "accept": "Answer",
            "period": "Period",
            "no_work": "Work",
            "report": "Report",
            "difficulty": "Difficulty",
            "path": "File",
            "status": "Status",
            "officer": "Officer",
            "document": "Directive",
            "red": "Red alert",
            "voided": "Void",
            "order": "Order",
        },
        hints={
            "code": "empty: gets one by itself",
            "document_number": "for example 02-KH/BCĐTW",
            "document_on": "for example 19/06/2025",
            "lead_unit": "a few letters of the unit's name",
            "coordinating": "several are separated by ;",
            "parent": "empty; or code or words of the parent task",
            "start_on": "empty: not known",
            "due_on": "for example 31/12/2026",
            "new_due": "for example 31/12/2026",
            "offered": "the day that you offer",
            "happened_on": "empty: today",
            "path": "path; type a few letters to choose",
            "difficulty": "empty if there is none",
            "disbursed": "in all so far; empty: as before",
            "percent": "empty: as before",
            "document": "number of the document",
        },
        about={
            "new_task": "Enter goes on, Ctrl+S saves. Only the title is needed.",
            "new_child": "A child of {code}; it ends by {due}.",
            "progress": "Now {percent} %. At 100 % with a result, use Complete (F7 K).",
            "complete": "Due {due}. The day of completion decides whether it is on time.",
            "ask_extension": "Now due {due}. The date moves only when the leader approves.",
            "decide_extension": "{officer} asks to move {due} to {asked}: {reason}",
            "answer_counter": "Asked for {asked}; the leader offers {offered}. Now due {due}.",
            "report": "Ctrl+S saves. A locked period takes no report unless a leader reopens it.",
            "reopen_period": "Reopens a locked period for its report.",
            "reopen": "The task will be open again.",
            "assign": "Now responsible: {officer}.",
            "void": "Only for what was entered by mistake. Code and history stay.",
            "take_back": "Take back: {step}, {at}, {officer}.",
            "attach": "Takes PDF, pictures and office files. The file is kept encrypted; the original stays where it is.",
        },
        decisions={"": "-", "approve": "Approve", "reject": "Reject", "counter": "Offer another day"},
        answers={"": "-", "yes": "Accept the day", "no": "Decline"},
        no_work={"no": "There was work", "yes": "No work this period"},
        old="Now: {old}",
        none="-",
        top="Part of no task",
        quick="Progress: {code} {title}",
        quick_keys="One digit is tens: 4 is 40 %. Two digits are percent. Words after it are a note. Enter saves, Esc cancels",
        quick_now="Now {percent} %, {state}.",
        quick_will="Will be {percent} %.",
        quick_done="100 %: Enter to complete it, with result and day.",
        quick_wrong="Not understood. Type 4 (40 %), 45, or 45 three villages trained.",
        filter_title="Filter tasks",
        filter_about="Left, right or a letter chooses. Ctrl+S filters.",
        any="any",
        no="No",
        yes="Yes",
        orders={"due": "Due first", "code": "By code", "percent": "Least progress first"},
        ready_title="Ready filters",
        ready={
            "mine": "My tasks",
            "red": "Red alerts",
            "late": "Overdue and open",
            "soon": "Due within 7 days",
            "asked": "Extensions asked for",
            "report": "No report this period",
            "unassigned": "Nobody responsible",
            "voided": "Void",
            "all": "All",
        },
    ),
)

"""What the commands of tasks answer, and their help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from communetui.strings.language import Words

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class CliTasks:
    """Answers of `task`; `heads` are those of the list, `due_heads` those of the reports asked for."""

    added: str
    stands: str
    stands_void: str
    replaces: str
    no_due: str
    count: str
    nothing: str
    heads: tuple[str, ...]
    due_heads: tuple[str, ...]
    nothing_due: str
    locked: str
    extension: str
    alert: str
    elsewhere: str
    days_left: str
    reports: str
    no_work: str
    files: str
    children: str
    event_line: str
    events: str
    attached: str
    nothing_found: str
    exported: str
    match_title: str
    unread: str
    sheets: str
    would: str
    counted: str
    change: str
    more_changes: str
    ask: str
    dry_run: str
    source: str
    saved: str
    saved_elsewhere: str


cli_tasks = Words(
    CliTasks(
        added="Đã ghi nhiệm vụ {code}.",
        stands="{code}: {event}. {status}, tiến độ {percent}%, hạn {due}.",
        stands_void="{code}: {event}.",
        replaces="Thay báo cáo của {officer} ghi lúc {at}; báo cáo ấy vẫn còn trong diễn biến.",
        no_due="không có",
        count="{count} nhiệm vụ.",
        nothing="Không có nhiệm vụ nào.",
        heads=("Mã", "Nội dung", "Chủ trì", "Phụ trách", "Hạn", "Còn", "%", "Tình trạng"),
        due_heads=("Mã", "Kỳ", "Chốt lúc", "Phụ trách", "Nội dung"),
        nothing_due="Không còn báo cáo kỳ nào phải viết.",
        locked="đã chốt",
        extension="Gia hạn",
        alert="BÁO ĐỘNG ĐỎ",
        elsewhere="nơi khác",
        days_left="{days} ngày",
        reports="Báo cáo các kỳ",
        no_work="không phát sinh",
        files="Tệp minh chứng",
        children="Nhiệm vụ con",
        event_line="{at}  {officer}: {event}{rest}",
        events="Diễn biến",
        attached="Đã gắn tệp {name} vào nhiệm vụ {code}.",
        nothing_found="Không có nhiệm vụ nào trái nhau sau khi trao đổi.",
        exported="Đã ghi {count} nhiệm vụ vào {file}",
        match_title="{name}: các cột được hiểu như sau",
        unread="Cột không đọc: {columns}.",
        sheets="Chỉ đọc trang tính {sheet}. Không đọc: {others}.",
        would="Nếu nhập tệp này:",
        counted="{name}: {new} nhiệm vụ mới, {updated} cập nhật, {unchanged} không đổi, {rejected} dòng không nhận.",
        change="  {code}: {field}: {old} → {new}",
        more_changes="  ... và {count} thay đổi nữa",
        ask="Nhập các nhiệm vụ này?",
        dry_run="Chạy thử: chưa ghi gì vào sổ.",
        source="Nhập từ tệp {file}",
        saved="Các dòng không nhận và lý do: {file}",
        saved_elsewhere="Không ghi được vào thư mục của tệp (chỉ cho đọc hoặc đã đầy). Các dòng không nhận và lý do: {file}",
    ),
    CliTasks(
        added="Task {code} is entered.",
        stands="{code}: {event}. {status}, progress {percent}%, due {due}.",
        stands_void="{code}: {event}.",
        replaces="It stands in place of the report of {officer}, {at}, which stays in the course.",
        no_due="never",
        count="{count} tasks.",
        nothing="No tasks.",
        heads=("Code", "Title", "Lead unit", "Responsible", "Due", "Left", "%", "Status"),
        due_heads=("Code", "Period", "Cut-off", "Responsible", "Title"),
        nothing_due="No report is left to write.",
        locked="closed",
        extension="More time",
        alert="RED ALERT",
        elsewhere="elsewhere",
        days_left="{days} days",
        reports="Reports by period",
        no_work="no work",
        files="Evidence",
        children="Tasks below",
        event_line="{at}  {officer}: {event}{rest}",
        events="What happened",
        attached="The file {name} is attached to task {code}.",
        nothing_found="No task contradicts itself after an exchange.",
        exported="{count} tasks were written to {file}",
        match_title="{name}: the columns are understood like this",
        unread="Columns that are not read: {columns}.",
        sheets="Only the sheet {sheet} is read. Not read: {others}.",
        would="If this file is imported:",
        counted="{name}: {new} new tasks, {updated} updated, {unchanged} unchanged, {rejected} rows rejected.",
        change="  {code}: {field}: {old} → {new}",
        more_changes="  ... and {count} changes more",
        ask="Import these tasks?",
        dry_run="Dry run: nothing was written into the register.",
        source="Imported from the file {file}",
        saved="The rejected rows and their reasons: {file}",
        saved_elsewhere="The file's folder cannot be written (read-only or full). The rejected rows and their reasons: {file}",
    ),
)

TASK_HELP: Final[Mapping[str, Words[str]]] = {
    "task": Words(
        "Nhiệm vụ: ghi, cập nhật, báo cáo kỳ, gia hạn, nhập và xuất.",
        "Tasks: enter, update, report, extend, import, export.",
    ),
    "task list": Words("Liệt kê nhiệm vụ theo điều kiện lọc.", "List tasks by filters."),
    "task show": Words("Xem một nhiệm vụ theo mã.", "Show one task by its code."),
    "task history": Words(
        "Xem lịch sử nhiệm vụ: ai đã ghi gì, lúc nào.", "Show a task's history: who wrote what, when."
    ),
    "task add": Words(
        "Ghi một nhiệm vụ mới.\n\nĐiền bằng tùy chọn hoặc JSON (communetui schema task). Không ghi mã thì máy tự cấp.",
        "Enter a new task.\n\nBy options or by JSON (communetui schema task). Without a code it gets one.",
    ),
    "task assign": Words("Giao nhiệm vụ cho một cán bộ.", "Make an officer responsible for a task."),
    "task progress": Words("Cập nhật tiến độ, tính bằng phần trăm.", "Note progress, in percent."),
    "task complete": Words("Ghi nhiệm vụ đã hoàn thành, kèm kết quả.", "Complete a task with its result."),
    "task reopen": Words("Mở lại nhiệm vụ đã hoàn thành.", "Open a completed task again."),
    "task note": Words("Ghi chú vào nhiệm vụ.", "Note something on a task."),
    "task attach": Words("Gắn tệp minh chứng vào nhiệm vụ.", "Attach a file of evidence to a task."),
    "task report": Words(
        "Báo cáo một kỳ của nhiệm vụ.\n\nKhông ghi kỳ thì là kỳ đang mở. Sau giờ chốt, lãnh đạo phải mở lại kỳ.",
        "Report a period of a task.\n\nWithout a period: the one that is open. After its cut-off a leader has to open it again.",
    ),
    "task reopen-period": Words("Mở lại một kỳ báo cáo đã chốt.", "Open a closed period again for one report."),
    "task reports": Words(
        "Liệt kê các báo cáo kỳ này chưa viết.", "List the reports of the open period that nobody has written."
    ),
    "task extend": Words("Xin gia hạn nhiệm vụ đến một ngày.", "Ask for more time for a task, until a day."),
    "task decide": Words(
        "Quyết định đề nghị gia hạn: approve đồng ý, reject không đồng ý, counter đề nghị hạn khác.",
        "Decide on a request for more time: approve, reject, or counter with another date.",
    ),
    "task answer": Words(
        "Trả lời hạn được đề nghị: accept nhận, decline không nhận.",
        "Answer the date that was offered: accept or decline.",
    ),
    "task correct": Words(
        "Sửa một thông tin của nhiệm vụ.\n\nDanh sách cách nhau bằng dấu chấm phẩy. Giá trị trống là bỏ thông tin đó.",
        "Correct one fact of a task.\n\nLists are parted by semicolons. An empty value takes the fact away.",
    ),
    "task take-back": Words("Thu hồi bước gần nhất.", "Take back the last step of a task."),
    "task void": Words("Hủy nhiệm vụ do nhập nhầm.", "Void a task that was entered by mistake."),
    "task import": Words(
        "Nhập kế hoạch nhiệm vụ từ tệp CSV, XLSX hoặc JSON từng dòng.\n\nCho xem trước sẽ thay đổi gì rồi mới hỏi. Nhiệm vụ "
        "đã có được nhận ra theo mã. Dòng không nhận nằm trong tệp bên cạnh, kèm lý do.",
        "Import a plan from CSV, XLSX or JSON lines.\n\nShows what would change, then asks. Tasks are known again by their "
        "code. Rejected rows lie in a file beside, with the reasons.",
    ),
    "task export": Words(
        "Xuất nhiệm vụ ra tệp CSV hoặc XLSX, nhập lại được.", "Export tasks to CSV or XLSX; the import reads it again."
    ),
    "task findings": Words(
        "Liệt kê nhiệm vụ có điều trái nhau sau khi trao đổi.",
        "List tasks that contradict themselves after an exchange.",
    ),
}

_FILTERS: Final[Mapping[str, Words[str]]] = {
    "--status": Words("Chỉ tình trạng này.", "Only this status."),
    "--open": Words("Chỉ nhiệm vụ chưa hoàn thành.", "Only tasks that are not completed."),
    "--block": Words("Chỉ khối này.", "Only this block."),
    "--officer": Words("Chỉ nhiệm vụ cán bộ này phụ trách.", "Only those this officer is responsible for."),
    "--lead-unit": Words("Chỉ đơn vị chủ trì này.", "Only this lead unit."),
    "--document": Words("Chỉ văn bản giao này.", "Only this directive."),
    "--search": Words("Có các chữ này.", "With these words."),
    "--red": Words("Chỉ nhiệm vụ báo động đỏ.", "Only tasks on red alert."),
    "--mine": Words("Chỉ nhiệm vụ tôi phụ trách hoặc theo dõi.", "Only those I am responsible for or follow."),
    "--parent": Words("Chỉ nhiệm vụ con của mã này.", "Only tasks below the one with this code."),
    "--voided": Words("Kể cả nhiệm vụ đã hủy.", "Voided tasks too."),
}
_FACTS: Final[Mapping[str, Words[str]]] = {
    "--title": Words("Nội dung nhiệm vụ.", "What is to be done."),
    "--code": Words("Mã nhiệm vụ.", "The task's code."),
    "--document": Words("Số văn bản giao.", "The directive's number."),
    "--document-on": Words("Ngày văn bản.", "The directive's date."),
    "--block": Words("Khối; tên riêng của cơ quan cũng được.", "The block, or an office's own by name."),
    "--level": Words("Cấp giao nhiệm vụ.", "The level that assigned it."),
    "--lead-unit": Words("Đơn vị chủ trì.", "The lead unit."),
    "--coordinating": Words(
        "Đơn vị phối hợp; dùng được nhiều lần.", "A coordinating unit; may be given several times."
    ),
    "--responsible": Words("Cán bộ phụ trách.", "The responsible officer."),
    "--follower": Words("Người theo dõi; dùng được nhiều lần.", "A follower; may be given several times."),
    "--parent": Words("Mã nhiệm vụ cha.", "The code of the task above."),
    "--start": Words("Ngày bắt đầu.", "The day it begins."),
    "--due": Words("Hạn hoàn thành (31/12/2026).", "The due date (31/12/2026)."),
    "--expected": Words("Sản phẩm dự kiến.", "The expected result."),
    "--reports": Words("Báo cáo hằng tuần, hằng tháng hay không.", "Reports: weekly, monthly or none."),
    "--budget": Words("Kinh phí giao, đồng.", "The budget assigned, in đồng."),
    "--note": Words("Ghi chú.", "A note."),
    "--json-file": Words("Tệp JSON của nhiệm vụ, - là đầu vào chuẩn.", "The task as JSON, - for standard input."),
}
_ON: Final = Words("Ngày thực tế, nếu không phải hôm nay.", "The day on which it happened, if not today.")
_SPENT: Final = Words("Đã giải ngân đến nay, đồng.", "Disbursed so far, in đồng.")

TASK_OPTIONS: Final[Mapping[str, Words[str]]] = {
    **{f"task list {option}": said for option, said in _FILTERS.items()},
    **{f"task export {option}": said for option, said in _FILTERS.items()},
    **{f"task add {option}": said for option, said in _FACTS.items()},
    "task list --limit": Words("Số nhiệm vụ nhiều nhất; 0 là tất cả.", "At most so many; 0 for all."),
    "task reports --officer": Words(
        "Chỉ nhiệm vụ cán bộ này phụ trách.", "Only those this officer is responsible for."
    ),
    "task assign --text": Words("Lời nhắn kèm theo.", "A word to go with it."),
    "task progress --text": Words("Đã làm được gì.", "What was done."),
    "task progress --disbursed": _SPENT,
    "task progress --on": _ON,
    "task complete --result": Words("Kết quả đạt được.", "What was achieved."),
    "task complete --disbursed": _SPENT,
    "task complete --on": _ON,
    "task note --text": Words("Nội dung ghi chú.", "The note."),
    "task attach --name": Words("Tên hiện trong nhiệm vụ; mặc định là tên tệp.", "The name to show; that of the file."),
    "task report --text": Words("Nội dung báo cáo.", "What is reported."),
    "task report --no-work": Words("Kỳ này không phát sinh việc.", "No work this period."),
    "task report --replace": Words(
        "Ghi không phát sinh thay cho báo cáo đã có.", "Say no work in place of a report that was written."
    ),
    "task report --difficulty": Words(
        "Khó khăn, vướng mắc; được theo dõi trong phần phản ánh đến khi tháo gỡ.",
        "A difficulty; it is followed among the feedback until it is resolved.",
    ),
    "task report --topic": Words("Nhóm của khó khăn, ví dụ Kinh phí.", "The group of the difficulty, such as funds."),
    "task decide --new-due": Words("Hạn khác được đề nghị.", "The other date that is offered."),
    "task answer --text": Words("Lời kèm theo.", "A word to go with it."),
    "task import --yes": Words("Nhập luôn, không hỏi.", "Import without asking."),
    "task export --yes": Words("Ghi đè tệp đã có.", "Replace a file that is there."),
}

TASK_METAVARS: Final[Mapping[str, Words[str]]] = {
    "percent": Words("PHẦN-TRĂM", "PERCENT"),
    "period": Words("[KỲ]", "[PERIOD]"),
    "period_asked": Words("KỲ", "PERIOD"),
    "new_due": Words("NGÀY", "DATE"),
}

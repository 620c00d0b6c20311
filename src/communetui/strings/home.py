"""Texts of the home page."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import ActionText, Words


@dataclass(frozen=True, slots=True)
class Home:
    """Texts of the home page; `numbers` names each number of the day."""

    title: str
    numbers: dict[str, str]
    urgent: str
    code: str
    applicant: str
    procedure: str
    due: str
    status: str
    nothing_urgent: str
    read_only: str
    expected: str
    no_due: str
    nothing_waits: str
    prints_done: str
    unread: str


home = Words(
    Home(
        title="Trang chính",
        numbers={
            "received": "Đã nhận hôm nay",
            "returned": "Đã trả hôm nay",
            "due_soon": "Hồ sơ sắp hạn (2 ngày)",
            "overdue": "Hồ sơ quá hạn",
            "open": "Đang giải quyết",
            "waiting": "Chờ công dân",
            "mine": "Việc của tôi",
            "offered": "Chờ tôi nhận bàn giao",
            "ready": "Có kết quả, chưa trả",
            "parked": "Phiếu đang để dở",
            "unprinted": "Chờ in",
            "changed_by_others": "Thay đổi khi tôi vắng",
            "to_review": "Cần xem lại",
            "unsent": "Thay đổi chưa tới nơi",
            "tasks_overdue": "Nhiệm vụ quá hạn",
            "tasks_red": "Nhiệm vụ báo động đỏ",
            "tasks_soon": "Nhiệm vụ sắp hạn (7 ngày)",
            "reports_owed": "Báo cáo kỳ này chưa gửi",
            "feedback_due": "Phản ánh đến hạn, quá hạn",
            "notices": "Thông báo chưa đọc",
        },
        urgent="Cần làm trước",
        code="Mã hồ sơ",
        applicant="Người nộp",
        procedure="Thủ tục",
        due="Hẹn trả",
        status="Tình trạng",
        nothing_urgent="Không có hồ sơ nào sắp đến hạn hay quá hạn.",
        read_only="Sổ này đang mở ở cửa sổ khác: ở đây chỉ xem được, không ghi được.",
        expected="dự kiến",
        no_due="chưa hẹn",
        nothing_waits="Không có gì chờ in.",
        prints_done="Đã in {count} phiếu.",
        unread="{count} thông báo chưa đọc (F8 T). Mới nhất: {title}",
    ),
    Home(
        title="Home",
        numbers={
            "received": "Received today",
            "returned": "Returned today",
            "due_soon": "Dossiers due in 2 days",
            "overdue": "Dossiers overdue",
            "open": "Open",
            "waiting": "Waiting for citizens",
            "mine": "My work",
            "offered": "Handed over to me",
            "ready": "Ready, not collected",
            "parked": "Half-filled intakes",
            "unprinted": "Waiting to print",
            "changed_by_others": "Changed meanwhile",
            "to_review": "To look at",
            "unsent": "Not received elsewhere",
            "tasks_overdue": "Tasks overdue",
            "tasks_red": "Tasks on red alert",
            "tasks_soon": "Tasks due within 7 days",
            "reports_owed": "Reports owed this period",
            "feedback_due": "Feedback due or overdue",
            "notices": "Unread notices",
        },
        urgent="Most pressing",
        code="Dossier code",
        applicant="Applicant",
        procedure="Procedure",
        due="Due",
        status="Status",
        nothing_urgent="No dossier is overdue or due soon.",
        read_only="This register is open in another window: here it can be read, not written.",
        expected="expected",
        no_due="no date",
        nothing_waits="Nothing waits to be printed.",
        prints_done="{count} forms printed.",
        unread="Unread notices: {count} (F8 T). The newest: {title}",
    ),
)


@dataclass(frozen=True, slots=True)
class Prints:
    """Texts of the print queue."""

    title: str
    asked: str
    code: str
    applicant: str
    form: str
    nothing: str
    not_tried: str
    sure: str
    drop_yes: str
    drop_no: str
    dropped: str


prints = Words(
    Prints(
        title="Hàng chờ in",
        asked="Cần in lúc",
        code="Mã hồ sơ",
        applicant="Người nộp",
        form="Mẫu",
        nothing="Không có gì chờ in.",
        not_tried="Chưa gửi đến máy in lần nào. F8 để in.",
        sure="Không in nữa: mẫu {form} của {applicant}, hồ sơ {code}? Lịch sử hồ sơ ghi là bỏ, không in; cần thì in lại từ hồ sơ.",
        drop_yes="bỏ bản in",
        drop_no="để lại",
        dropped="Đã bỏ bản in mẫu {form} của {code}.",
    ),
    Prints(
        title="Print queue",
        asked="Asked at",
        code="Dossier code",
        applicant="Applicant",
        form="Form",
        nothing="Nothing waits to be printed.",
        not_tried="Not sent to a printer yet. F8 prints.",
        sure="Do not print form {form} of {applicant}, dossier {code}? The history tells that it was not wanted; it can be "
        "printed again from the dossier.",
        drop_yes="drop it",
        drop_no="keep it",
        dropped="The print of form {form} of {code} is dropped.",
    ),
)

print_waiting = Words(
    ActionText("In hàng chờ", "In những phiếu đang chờ máy in."),
    ActionText("Print queue", "Prints the forms that wait for the printer."),
)
drop_print = Words(
    ActionText("Bỏ bản in", "Bỏ bản in đang chọn khỏi hàng chờ: giấy không còn cần nữa."),
    ActionText("Drop print", "Takes the print under the cursor out of the queue: nobody needs the paper any more."),
)

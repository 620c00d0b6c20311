"""Texts of notices and directives: on the screens, at the command line, and at the hub."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import ActionText, Words


@dataclass(frozen=True, slots=True)
class Notices:
    """`kinds` name the kinds; `labels` the parts of the form; `hub` words are told of several communes."""

    title: str
    page: str
    kinds: dict[str, str]
    number: str
    kind: str
    subject: str
    issued_by: str
    issued_on: str
    due_on: str
    read: str
    unread: str
    nothing: str
    none: str
    search: str
    search_hint: str
    not_found: str
    withdrawn: str
    withdrawn_why: str
    no_text: str
    readers: str
    not_read: str
    read_now: str
    all_read: str
    left: str
    to_read: str
    advice: str
    task_made: str
    new_title: str
    withdraw_title: str
    labels: dict[str, str]
    hints: dict[str, str]
    added: str
    gone: str
    none_chosen: str
    not_a_directive: str


notices = Words(
    Notices(
        title="Thông báo, chỉ đạo",
        page="Thông báo",
        kinds={"notice": "Thông báo", "directive": "Chỉ đạo"},
        number="Số hiệu",
        kind="Loại",
        subject="Trích yếu",
        issued_by="Nơi ban hành",
        issued_on="Ngày",
        due_on="Hạn",
        read="Đã đọc",
        unread="chưa đọc",
        none="Chưa có thông báo nào.",
        nothing="Chưa có thông báo nào. F7 ghi thông báo nhận bằng giấy.",
        search="Tìm",
        search_hint="số hiệu, trích yếu, nơi ban hành, chữ trong nội dung",
        not_found="Không có thông báo nào khớp. Xóa chữ ở ô Tìm để xem hết.",
        withdrawn="đã thu hồi",
        withdrawn_why="Đã thu hồi: {reason}",
        no_text="(không có nội dung kèm theo)",
        readers="Đã đọc {read}/{count}: {names}",
        not_read="Chưa đọc: {names}",
        read_now="Đã ghi là bạn đã đọc.",
        all_read="Không còn thông báo nào chưa đọc.",
        left="Còn {count} thông báo chưa đọc. Mới nhất: {title}",
        to_read="Đọc hết hoặc bấm Enter: ghi là đã đọc.",
        advice="Enter đọc. Thông báo còn trên trang chính cho đến khi bạn đọc.",
        task_made="Đã giao thành nhiệm vụ {code}.",
        new_title="Ghi thông báo, chỉ đạo",
        withdraw_title="Thu hồi thông báo",
        labels={
            "kind": "Loại",
            "number": "Số hiệu",
            "title": "Trích yếu",
            "issued_by": "Nơi ban hành",
            "issued_on": "Ngày ban hành",
            "due_on": "Hạn thực hiện",
            "body": "Nội dung",
            "reason": "Lý do",
        },
        hints={
            "number": "117/KH-UBND",
            "issued_on": "23/11, để trống là hôm nay",
            "due_on": "nếu có",
        },
        added="Đã ghi: {title}",
        gone="Đã thu hồi: {title}",
        none_chosen="Chưa chọn thông báo nào.",
        not_a_directive="Chỉ văn bản chỉ đạo mới giao thành nhiệm vụ.",
    ),
    Notices(
        title="Notices and directives",
        page="Notice",
        kinds={"notice": "Notice", "directive": "Directive"},
        number="Number",
        kind="Kind",
        subject="Title",
        issued_by="Issued by",
        issued_on="Date",
        due_on="Due",
        read="Read",
        unread="unread",
        none="There are no notices.",
        nothing="There are no notices. F7 enters one that came on paper.",
        search="Search",
        search_hint="number, title, issuer, words of the text",
        not_found="No notice fits. Empty the search to see all.",
        withdrawn="withdrawn",
        withdrawn_why="Withdrawn: {reason}",
        no_text="(no further text)",
        readers="Read by {read}/{count}: {names}",
        not_read="Not yet: {names}",
        read_now="It is noted that you have read it.",
        all_read="No notice is unread any more.",
        left="Still unread: {count}. The newest: {title}",
        to_read="At its end, or by Enter, it is noted as read.",
        advice="Enter reads. A notice stays on Home until you have read it.",
        task_made="Task {code} was made of it.",
        new_title="Enter a notice or directive",
        withdraw_title="Withdraw a notice",
        labels={
            "kind": "Kind",
            "number": "Number",
            "title": "Title",
            "issued_by": "Issued by",
            "issued_on": "Issued on",
            "due_on": "To be done by",
            "body": "Text",
            "reason": "Reason",
        },
        hints={
            "number": "such as 117/KH-UBND",
            "issued_on": "23/11, empty is today",
            "due_on": "if there is one",
        },
        added="Entered: {title}",
        gone="Withdrawn: {title}",
        none_chosen="No notice is chosen.",
        not_a_directive="Only a directive becomes a task.",
    ),
)

new_notice = Words(
    ActionText("Ghi thông báo", "Ghi một thông báo hoặc chỉ đạo nhận bằng giấy, thư hay điện thoại."),
    ActionText("New notice", "Enters a notice or directive that came on paper, by mail or telephone."),
)
make_task = Words(
    ActionText("Giao nhiệm vụ", "Lập nhiệm vụ từ văn bản chỉ đạo này, điền sẵn số hiệu, ngày, trích yếu, hạn."),
    ActionText("Make a task", "Makes a task of this directive; number, date, title and due day are filled in."),
)
withdraw = Words(
    ActionText("Thu hồi", "Thu hồi thông báo do đơn vị ghi, kèm lý do; vẫn còn trong lịch sử."),
    ActionText("Withdraw", "Withdraws a notice that this office entered, with a reason; history keeps it."),
)
show_withdrawn = Words(
    ActionText("Có cả thu hồi", "Hiện cả thông báo đã thu hồi, hoặc thôi hiện."),
    ActionText("Withdrawn too", "Shows withdrawn notices too, or hides them again."),
)
mark_read = Words(
    ActionText("Đã đọc", "Ghi là bạn đã đọc, rồi mở thông báo chưa đọc tiếp theo."),
    ActionText("Read", "Notes that you have read it, and opens the next unread one."),
)

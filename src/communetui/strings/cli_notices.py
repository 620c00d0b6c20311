"""Help of the commands of notices and of the support log, and what those of the hub answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from communetui.strings.language import Words

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class HubNotices:
    """What `hub notice` answers; `heads` stand over its tables."""

    issued: str
    everybody: str
    heads: tuple[str, ...]
    receipt_heads: tuple[str, ...]
    none: str
    silent: str
    withdrawn: str
    withdrawn_mark: str
    nothing: str
    given_heads: tuple[str, ...]
    given: str
    tried: str
    ask: str
    not_understood: str
    rejected_saved: str
    task_heads: tuple[str, ...]
    no_tasks: str
    task_voided: str


hub_notices = Words(
    HubNotices(
        issued="Đã ban hành “{title}” đến {to}. Các xã nhận khi trao đổi lần tới.",
        everybody="tất cả các xã",
        heads=("Số hiệu", "Ngày", "Loại", "Trích yếu", "Gửi đến", "Cán bộ đã đọc", "Xã chưa ai đọc"),
        receipt_heads=("Mã", "Đơn vị", "Đã đọc", "Chưa đọc"),
        none="-",
        silent="chưa có cán bộ nào trong sổ của tỉnh",
        withdrawn="Đã thu hồi “{title}”. Các xã biết khi trao đổi lần tới.",
        withdrawn_mark="đã thu hồi",
        nothing="Chưa ban hành thông báo nào.",
        given_heads=("Xã", "Mới", "Thay đổi", "Như cũ", "Không nhận"),
        given="Đã giao. Các xã nhận khi trao đổi lần tới.",
        tried="Mới xem thử, chưa ghi gì.",
        ask="Giao kế hoạch này cho các xã?",
        not_understood="{count} dòng của tệp không hiểu được.",
        rejected_saved="Dòng không nhận được, kèm lý do: {file}",
        task_heads=("Xã", "Mã", "Nhiệm vụ", "Tình trạng", "Tiến độ", "Hạn", "Báo động đỏ"),
        no_tasks="Chưa giao nhiệm vụ nào cho xã.",
        task_voided="Đã hủy nhiệm vụ {code} giao cho {to}. Xã biết khi trao đổi lần tới.",
    ),
    HubNotices(
        issued="“{title}” was issued to {to}. The communes get it with their next exchange.",
        everybody="all communes",
        heads=("Number", "Date", "Kind", "Title", "To", "Officers who read it", "Communes where nobody did"),
        receipt_heads=("Code", "Unit", "Read", "Not read by"),
        none="-",
        silent="none of its officers is known here",
        withdrawn="“{title}” was withdrawn. The communes learn it with their next exchange.",
        withdrawn_mark="withdrawn",
        nothing="No notice was issued.",
        given_heads=("Commune", "New", "Changed", "As before", "Refused"),
        given="The plan was given. The communes get it with their next exchange.",
        tried="This was a trial: nothing was written.",
        ask="Give this plan to the communes?",
        not_understood="{count} rows of the file were not understood.",
        rejected_saved="Rows that were refused, with the reason: {file}",
        task_heads=("Commune", "Code", "Task", "Status", "Progress", "Due", "Red alert"),
        no_tasks="No task was given to a commune.",
        task_voided="Task {code}, given to {to}, is void. The commune learns it with its next exchange.",
    ),
)

_NEW: Final[Mapping[str, Words[str]]] = {
    "--title": Words("Trích yếu: thông báo về việc gì.", "The title: what it is about."),
    "--number": Words("Số hiệu văn bản, ví dụ 117/KH-UBND.", "The paper's number, such as 117/KH-UBND."),
    "--kind": Words("notice là thông báo, directive là chỉ đạo.", "A notice, or a directive."),
    "--issued-by": Words("Nơi ban hành.", "Who issued it."),
    "--issued-on": Words("Ngày ban hành; mặc định là hôm nay.", "When it was issued; today if not given."),
    "--due-on": Words("Hạn thực hiện, nếu có.", "By when it is to be done, if there is such a day."),
    "--body": Words("Nội dung.", "The text."),
    "--body-file": Words("Tệp chữ UTF-8 có nội dung.", "A UTF-8 text file with the text."),
}

_LINE: Final[Mapping[str, Words[str]]] = {
    "--date": Words("Ngày hỗ trợ; mặc định là hôm nay.", "The day of the help; today if not given."),
    "--kind": Words("Hỗ trợ việc gì.", "What people were helped with."),
    "--people": Words("Số người được hỗ trợ.", "How many people were helped."),
    "--procedure": Words("Mã thủ tục, nếu có.", "Code of the procedure, if there is one."),
    "--procedure-name": Words("Tên thủ tục khi danh mục không có.", "The procedure's name if the catalogue lacks it."),
    "--online": Words("Đã nộp được hồ sơ trực tuyến.", "A procedure was filed online."),
    "--place": Words("Nơi hỗ trợ.", "Where it was."),
    "--helper": Words("Ai hỗ trợ.", "Who helped."),
    "--note": Words("Ghi chú.", "A note."),
}

_PERIOD: Final[Mapping[str, Words[str]]] = {
    "--from": Words("Từ ngày.", "From this date."),
    "--to": Words("Đến ngày.", "Up to this date."),
}

NOTICES_HELP: Final[Mapping[str, Words[str]]] = {
    "notice": Words("Thông báo, chỉ đạo của cấp trên; ai đã đọc.", "Notices and directives; who has read them."),
    "notice list": Words("Liệt kê thông báo, chưa đọc ở trên.", "List the notices, unread ones first."),
    "notice show": Words("Xem một thông báo và ai đã đọc.", "Show a notice, and who has read it."),
    "notice add": Words(
        "Ghi một thông báo nhận bằng giấy, thư hay điện thoại.",
        "Enter a notice that came on paper, by mail or telephone.",
    ),
    "notice read": Words("Ghi là bạn đã đọc.", "Note that you have read it."),
    "notice withdraw": Words("Thu hồi thông báo do đơn vị ghi.", "Withdraw a notice that this office entered."),
    "notice list --unread": Words("Chỉ thông báo chưa đọc.", "Only unread ones."),
    "notice list --search": Words("Có những chữ này.", "With these words."),
    "notice list --withdrawn": Words("Kể cả thông báo đã thu hồi.", "Withdrawn ones too."),
    **{f"notice add {option}": words for option, words in _NEW.items()},
    "support": Words(
        "Nhật ký hỗ trợ của Tổ công nghệ số cộng đồng.", "The log of the Community Digital Technology Team."
    ),
    "support add": Words("Ghi một lần hỗ trợ.", "Enter one time of help."),
    "support list": Words("Liệt kê các lần hỗ trợ, mới nhất ở trên.", "List the log, the newest first."),
    "support totals": Words("Cộng theo tháng và theo việc.", "Add the log up by month and kind."),
    "support correct": Words(
        "Sửa một dòng; chỉ nêu những gì cần sửa.", "Correct a line; give only what is to be changed."
    ),
    "support void": Words("Gạch bỏ một dòng ghi nhầm.", "Strike a line that should not be there."),
    "support export": Words("Ghi nhật ký ra tệp CSV hoặc XLSX.", "Save the log as a CSV or XLSX file."),
    **{f"support add {option}": words for option, words in _LINE.items()},
    **{f"support correct {option}": words for option, words in _LINE.items()},
    "support correct --online": Words("Có nộp được hồ sơ trực tuyến không.", "Whether a procedure was filed online."),
    **{f"support {name} {option}": words for name in ("list", "totals", "export") for option, words in _PERIOD.items()},
    "support list --kind": Words("Chỉ việc này.", "Only this kind."),
    "support list --search": Words("Có những chữ này.", "With these words."),
    "support list --voided": Words("Kể cả dòng đã gạch.", "Struck lines too."),
    "hub notice": Words(
        "Thông báo, chỉ đạo gửi các xã; xã nào chưa đọc.", "Notices to the communes; which have not read them."
    ),
    "hub notice add": Words(
        "Ban hành thông báo cho tất cả các xã, hoặc cho các xã ở --to.",
        "Issue a notice to all communes, or to those of --to.",
    ),
    "hub notice list": Words(
        "Liệt kê thông báo đã ban hành, đã đọc đến đâu.", "List what was issued, and how far it is read."
    ),
    "hub notice show": Words("Xem xã nào, cán bộ nào chưa đọc.", "Show which communes and officers have not read it."),
    "hub notice withdraw": Words("Thu hồi một thông báo đã ban hành.", "Withdraw a notice that was issued."),
    "hub task": Words("Nhiệm vụ giao cho các xã.", "Tasks given to the communes."),
    "hub task import": Words(
        "Giao kế hoạch trong tệp CSV hoặc XLSX cho các xã ở --to; xem trước, hỏi lại rồi mới ghi.\n\nGiao lại cùng tệp thì "
        "cập nhật theo mã. Dòng không nhận được ghi ra tệp bên cạnh, kèm lý do.",
        "Give a plan (CSV or XLSX) to the communes of --to; shown first, then asked.\n\nGiven again, it updates by code. "
        "Rows that are refused go to a file beside it, with the reason.",
    ),
    "hub task list": Words("Xem các xã làm nhiệm vụ được giao đến đâu.", "Show how far the communes are."),
    "hub task void": Words(
        "Hủy một nhiệm vụ đã giao nhầm cho xã ở --to.", "Void a task that was given to the commune of --to by mistake."
    ),
    "hub task void --to": Words("Mã hoặc tên xã.", "Code or name of the commune."),
    "hub task import --to": Words(
        "Mã hoặc tên xã; dùng được nhiều lần.", "Code or name of a commune; may be given several times."
    ),
    "hub task import --sheet": Words("Trang tính của tệp XLSX.", "The sheet of a workbook."),
    "hub task import --dry-run": Words("Chỉ xem thử, không ghi.", "Only show what would happen."),
    "hub task import --yes": Words("Không hỏi lại.", "Do not ask."),
    "hub task list --commune": Words("Chỉ xã này.", "Only this commune."),
    "hub notice add --to": Words(
        "Mã hoặc tên xã; dùng được nhiều lần. Mặc định là tất cả.",
        "Code or name of a commune; may be given several times. All if not given.",
    ),
    **{f"hub notice add {option}": words for option, words in _NEW.items()},
}
"""Help by command and option, as `cli_help.HELP`."""

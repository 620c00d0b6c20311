"""Texts of the end of the day: its numbers, its two lists, the backup."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import ActionText, Words


@dataclass(frozen=True, slots=True)
class Evening:
    """What is told of a day; `methods` names ways of paying, `columns` and `about` are of the lists."""

    title: str
    came: str
    pressing: str
    money: str
    no_money: str
    method: str
    refunded: str
    exempted: str
    methods: dict[str, str]
    unprinted: str
    unsent: str
    never_backed_up: str
    backed_up: str
    uncollected: str
    due_next: str
    turn: str
    nobody: str
    nothing_due: str
    code: str
    applicant: str
    phone: str
    procedure: str
    ready: str
    due: str
    by_other: str
    no_phone: str
    nothing_to_print: str
    printing: str
    printed: str
    saved_only: str
    folder: str
    backing_up: str
    backup_done: str
    same_disk: str


evening = Words(
    Evening(
        title="Cuối ngày",
        came="Tiếp nhận hôm nay: {received}     Trả kết quả hôm nay: {returned}",
        pressing="Hẹn đến hết hôm nay mà chưa xong: {count}",
        money="Thu hôm nay",
        no_money="Thu hôm nay: không có",
        method="{method} {amount} ({count} lần)",
        refunded=", trả lại {amount}",
        exempted="miễn, giảm {amount}",
        methods={
            "cash": "tiền mặt",
            "transfer": "chuyển khoản",
            "online": "trực tuyến",
            "unstated": "không ghi cách thu",
        },
        unprinted="Chưa in: {count}",
        unsent="Chưa tới nơi khác: {count} thay đổi. F11, Ctrl+S: gửi",
        never_backed_up="Chưa sao lưu lần nào. Ctrl+S: sao lưu ngay",
        backed_up="Sao lưu lần cuối {at}, từ đó có {count} thay đổi; ở {folder}",
        uncollected="Kết quả chưa ai nhận ({count})",
        due_next="Hẹn trả đến hết {day} ({count})",
        turn="F7 xem: {other}",
        nobody="Không có kết quả nào để qua ngày mà chưa ai nhận.",
        nothing_due="Không có hồ sơ nào hẹn trả.",
        code="Mã hồ sơ",
        applicant="Người nộp",
        phone="Điện thoại",
        procedure="Thủ tục",
        ready="Có từ",
        due="Hẹn trả",
        by_other="{name} (nộp thay): {phone}",
        no_phone="không có số",
        nothing_to_print="Không có ai để gọi.",
        printing="Đang in danh sách gọi...",
        printed="Đã gửi danh sách gọi đến máy in ({count} người).",
        saved_only="Chưa in được, danh sách nằm ở {path}. {why}",
        folder="Sao lưu vào thư mục nào (USB hoặc ổ khác)?",
        backing_up="Đang sao lưu, cứ làm việc tiếp...",
        backup_done="Đã sao lưu xong và đọc lại đúng: {dossiers} hồ sơ, {megabytes} MB, ở {folder}.",
        same_disk="Thư mục này cùng ổ với sổ: khi ổ hỏng sẽ mất cả hai, hãy dùng USB hoặc ổ khác.",
    ),
    Evening(
        title="End of the day",
        came="Received today: {received}     Returned today: {returned}",
        pressing="Promised until tonight and not done: {count}",
        money="Paid today",
        no_money="Paid today: nothing",
        method="{method} {amount} ({count} times)",
        refunded=", paid back {amount}",
        exempted="exempted {amount}",
        methods={"cash": "cash", "transfer": "bank transfer", "online": "online", "unstated": "way not stated"},
        unprinted="Unprinted: {count}",
        unsent="Not received elsewhere: {count} changes. F11, Ctrl+S: send",
        never_backed_up="Never backed up. Ctrl+S: back up now",
        backed_up="Last backup {at}, {count} changes since; at {folder}",
        uncollected="Results that nobody collected ({count})",
        due_next="Due until the end of {day} ({count})",
        turn="F7 shows: {other}",
        nobody="No result has waited overnight.",
        nothing_due="Nothing is due.",
        code="Code",
        applicant="Applicant",
        phone="Phone",
        procedure="Procedure",
        ready="Ready",
        due="Due",
        by_other="{name} (on behalf): {phone}",
        no_phone="no number",
        nothing_to_print="There is nobody to call.",
        printing="Printing the call list...",
        printed="The call list went to the printer ({count} people).",
        saved_only="Not printed, the list is at {path}. {why}",
        folder="Back up into which folder (a stick or another disk)?",
        backing_up="Backing up; go on working...",
        backup_done="Backed up and read back: {dossiers} dossiers, {megabytes} MB, at {folder}.",
        same_disk="This folder is on the register's own disk: if it fails, both are gone. Use a stick or another disk.",
    ),
)

open_evening = Words(
    ActionText("Cuối ngày", "Số liệu cuối ngày, người chưa nhận kết quả, hẹn trả ngày mai, sao lưu."),
    ActionText("Evening", "The day's numbers, results not collected, what is due tomorrow, backup."),
)
other_list = Words(
    ActionText("Danh sách kia", "Chuyển giữa kết quả chưa ai nhận và hồ sơ hẹn trả ngày làm việc tới."),
    ActionText("Other list", "Turns between results not collected and what is due on the next working day."),
)
print_calls = Words(
    ActionText("In để gọi", "In danh sách đang xem, có số điện thoại, để gọi cho người dân."),
    ActionText("Print to call", "Prints the list in sight with telephone numbers, to call the citizens."),
)
back_up = Words(
    ActionText("Sao lưu", "Sao lưu sổ ngay vào USB hoặc ổ khác, đọc lại để chắc là đúng."),
    ActionText("Back up", "Backs the register up now onto a stick or another disk, and reads it back."),
)

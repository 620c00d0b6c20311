"""Texts of the settings, of the form for an officer and of the change of passphrase."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import ActionText, Words


@dataclass(frozen=True, slots=True)
class Settings:
    """`names` has a label for each setting, `ask` a question, `switches` a word for each value of a switch."""

    title: str
    group: str
    name: str
    value: str
    groups: dict[str, str]
    names: dict[str, str]
    ask: dict[str, str]
    switches: dict[str, str]
    day_kinds: dict[str, str]
    default: str
    empty: str
    system_printer: str
    disabled: str
    saved: str
    which_day: str
    why_closed: str
    affected: str
    look: str
    later: str
    sure_disable: str
    sure_reopen: str
    nothing_to_remove: str
    new_officer: str
    change_officer: str
    officer_name: str
    passphrase: str
    passphrase_again: str
    keep_passphrase: str
    different: str
    yes: str
    no: str
    change_passphrase: str
    old_passphrase: str
    new_passphrase: str
    passphrase_changed: str
    officer_saved: str


_FORMS = ("01", "02", "03", "04", "other")
_PRINTERS_VI = {
    f"printer_{form}:{kind}": said
    for form in _FORMS
    for kind, said in (("page", "máy in thường"), ("thermal", "máy in nhiệt"), ("dot_matrix", "máy in kim"))
}
_PRINTERS_EN = {
    f"printer_{form}:{kind}": said
    for form in _FORMS
    for kind, said in (("page", "page printer"), ("thermal", "thermal printer"), ("dot_matrix", "dot-matrix printer"))
}

settings = Words(
    Settings(
        title="Thiết lập",
        group="Của",
        name="Mục",
        value="Giá trị",
        groups={"office": "Cơ quan", "station": "Máy này", "officer": "Cán bộ", "day": "Ngày riêng"},
        names={
            "code_pattern": "Mẫu mã hồ sơ",
            "sessions": "Giờ làm việc",
            "saturday_morning": "Làm sáng thứ bảy",
            "waiting_counts_as": "Hồ sơ chờ bổ sung tính vào (biểu II.06a)",
            "indicators_766": "Điểm của bộ chỉ số 766",
            "centre_name": "Tên trung tâm trên giấy tờ",
            "agency_name": "Tên cơ quan trên giấy tờ",
            "centre_address": "Địa chỉ trung tâm",
            "centre_phone": "Điện thoại trung tâm",
            "language": "Ngôn ngữ khi mở máy",
            "print_command": "Lệnh in",
            "paper_size": "Khổ giấy",
            "printer_01": "In mẫu 01 bằng",
            "printer_02": "In mẫu 02 bằng",
            "printer_03": "In mẫu 03 bằng",
            "printer_04": "In mẫu 04 bằng",
            "printer_other": "In giấy tờ khác bằng",
            "thermal_printer": "Máy in nhiệt 80 mm",
            "dot_matrix_printer": "Máy in kim",
            "scan_folder": "Thư mục máy quét",
            "backup_folder": "Thư mục sao lưu",
            "exchange_folder": "Thư mục trao đổi trên USB",
            "lan_folder": "Thư mục chung của trung tâm",
            "hub_address": "Địa chỉ cấp trên",
            "hub_proxy": "Proxy ra internet",
            "hub_ca_file": "Tệp chứng thư của mạng",
            "send_in_background": "Tự gửi khi có mạng",
            "metered": "Mạng tính tiền theo dung lượng",
            "task_blocks": "Nhiệm vụ: các khối",
            "task_units": "Nhiệm vụ: các phòng, ban",
            "task_red_gap": "Báo động đỏ khi chậm (%)",
            "task_red_days": "Báo động đỏ trước (ngày)",
            "task_reminders": "Nhắc hạn nhiệm vụ (ngày)",
            "task_report_reminders": "Nhắc chốt báo cáo (ngày)",
            "task_cut_off_week": "Giờ chốt báo cáo tuần",
            "task_cut_off_month": "Ngày chốt báo cáo tháng",
        },
        ask={
            "code_pattern": "Mẫu mã hồ sơ, phải có {station} và {counter}, ví dụ {unit}.{station:02}-{date:%y%m%d}-{counter:04}. "
            "Để trống: mẫu có sẵn. Mã đã cấp không đổi.",
            "sessions": "Các buổi làm việc, ví dụ 07:30-11:30,13:30-17:30. Ngày hẹn đã cấp không đổi.",
            "centre_name": "Tên trung tâm in trên giấy tờ. Để trống: Trung tâm Phục vụ hành chính công và tên xã.",
            "agency_name": "Tên cơ quan in trên giấy tờ. Để trống: Ủy ban nhân dân và tên xã.",
            "centre_address": "Địa chỉ trung tâm, in trên giấy hẹn.",
            "centre_phone": "Điện thoại trung tâm, in trên giấy hẹn.",
            "print_command": "Lệnh gửi tệp PDF đến máy in; {file} là tệp. Để trống: máy in mặc định của hệ thống.",
            "thermal_printer": "Máy in nhiệt (ESC/POS, giấy 80 mm): cổng /dev/usb/lp0, LPT1, \\\\tên-máy\\tên-máy-in, hoặc lệnh có {file}, "
            "ví dụ lp -d may-in-nhiet -o raw {file}",
            "dot_matrix_printer": "Máy in kim 24 kim (ESC/P, giấy A5): cổng /dev/usb/lp1, LPT1, \\\\tên-máy\\tên-máy-in, hoặc lệnh có {file}",
            "scan_folder": "Thư mục mà máy quét ghi tệp vào, ví dụ D:\\Quet hoặc /home/quay1/quet. Để trống: không dùng.",
            "backup_folder": "Thư mục sao lưu trên USB hoặc ổ khác, ví dụ E:\\SaoLuu. Để trống: hỏi khi sao lưu.",
            "exchange_folder": "Thư mục trên USB để trao đổi dữ liệu, ví dụ E:\\TraoDoi. Để trống: hỏi khi dùng USB (F11, F7).",
            "lan_folder": "Thư mục chung trên mạng nội bộ mà mọi máy của trung tâm cùng ghi được, ví dụ \\\\MAY1\\TraoDoi. Để trống: không dùng.",
            "hub_address": "Địa chỉ nơi nhận của cấp trên, ví dụ https://mot-cua.hue.gov.vn. Để trống: chưa nối.",
            "hub_proxy": "Máy chủ proxy để ra internet, ví dụ http://10.0.0.1:3128. Để trống: không dùng.",
            "hub_ca_file": "Tệp chứng thư (PEM) nếu mạng cơ quan dùng chứng thư riêng. Để trống: của hệ thống.",
            "indicators_766": "Chỉ số nào khác với có sẵn: điểm tối đa và tỷ lệ đủ điểm, ví dụ 3.1=8/80; 3.2=4/80. Cộng từng nhóm phải "
            "đủ 18, 20, 22, 22, 18.",
            "task_blocks": "Các khối, cách nhau bằng dấu chấm phẩy: Đảng; Chính quyền; Quốc hội, HĐND; Mặt trận Tổ quốc. Thêm khối riêng bằng tên.",
            "task_units": "Các phòng, ban có thể chủ trì hoặc phối hợp, cách nhau bằng dấu chấm phẩy.",
            "task_red_gap": "Báo động đỏ khi phần trăm thời gian đã qua hơn phần trăm tiến độ từ bao nhiêu điểm, ví dụ 30.",
            "task_red_days": "Báo động đỏ khi còn bấy nhiêu ngày mà chưa bắt đầu, ví dụ 7.",
            "task_reminders": "Nhắc trước hạn bao nhiêu ngày, ví dụ 7, 3, 1.",
            "task_report_reminders": "Nhắc trước giờ chốt báo cáo bao nhiêu ngày, ví dụ 3, 1.",
            "task_cut_off_week": "Báo cáo tuần chốt lúc nào, ví dụ thứ sáu 17:00. Kỳ đã chốt giữ giờ chốt cũ.",
            "task_cut_off_month": "Báo cáo tháng chốt lúc nào, ví dụ ngày 10 23:30, hoặc trước 15. Kỳ đã chốt giữ giờ chốt cũ.",
        },
        switches={
            **_PRINTERS_VI,
            "thermal_printer:": "(chưa khai)",
            "dot_matrix_printer:": "(chưa khai)",
            "scan_folder:": "(chưa khai)",
            "saturday_morning:no": "không",
            "task_cut_off_week:fri 17:00": "thứ sáu 17:00",
            "task_cut_off_month:10 23:30": "ngày 10 23:30",
            "send_in_background:yes": "có",
            "send_in_background:no": "không",
            "metered:yes": "có",
            "metered:no": "không",
            "hub_address:": "(chưa nối)",
            "lan_folder:": "(chưa khai)",
            "saturday_morning:yes": "có",
            "waiting_counts_as:in_progress": "đang giải quyết, trong hạn (cột 12)",
            "waiting_counts_as:resolved": "đã giải quyết, đúng hạn (cột 9)",
            "paper_size:a5": "A5, một liên",
            "paper_size:a4": "A4, hai liên A5",
            "language:vi": "Tiếng Việt",
            "language:en": "English",
        },
        day_kinds={"closed": "nghỉ", "makeup": "làm bù", "holiday": "nghỉ lễ"},
        default="mặc định: {value}",
        empty="(để trống)",
        system_printer="máy in của hệ thống",
        disabled="đã khóa",
        saved="Đã lưu.",
        which_day="Ngày đóng cửa (ngày/tháng/năm):",
        why_closed="Vì sao đóng cửa (bão, lụt...):",
        affected="{count} hồ sơ đã hẹn chịu ảnh hưởng của thay đổi này. Ngày hẹn giữ nguyên; nên xem lại hồ sơ nào phải gia hạn.",
        look="xem danh sách",
        later="để sau",
        sure_disable="Khóa cán bộ {name}? Tên vẫn còn trong mọi việc đã làm.",
        sure_reopen="Bỏ ngày riêng {day}?",
        nothing_to_remove="Chỉ khóa được cán bộ và bỏ được ngày riêng.",
        new_officer="Thêm cán bộ",
        change_officer="Sửa cán bộ",
        officer_name="Họ và tên",
        passphrase="Mật khẩu",
        passphrase_again="Gõ lại mật khẩu",
        keep_passphrase="(để trống nếu không đổi mật khẩu)",
        different="Hai lần gõ mật khẩu khác nhau. Hãy gõ lại.",
        yes="có",
        no="không",
        change_passphrase="Đổi mật khẩu của tôi",
        old_passphrase="Mật khẩu đang dùng",
        new_passphrase="Mật khẩu mới",
        passphrase_changed="Đã đổi mật khẩu.",
        officer_saved="Đã lưu cán bộ {name}.",
    ),
    Settings(
        title="Settings",
        group="Of",
        name="Setting",
        value="Value",
        groups={"office": "Office", "station": "This PC", "officer": "Officer", "day": "Own day"},
        names={
            "code_pattern": "Pattern of dossier codes",
            "sessions": "Working hours",
            "saturday_morning": "Saturday mornings worked",
            "waiting_counts_as": "A waiting dossier counts as (II.06a)",
            "indicators_766": "Points of the index 766",
            "centre_name": "Centre's name on paper",
            "agency_name": "Agency's name on paper",
            "centre_address": "Centre's address",
            "centre_phone": "Centre's phone",
            "language": "Language at start",
            "print_command": "Print command",
            "paper_size": "Paper size",
            "printer_01": "Form 01 is printed by",
            "printer_02": "Form 02 is printed by",
            "printer_03": "Form 03 is printed by",
            "printer_04": "Form 04 is printed by",
            "printer_other": "Other papers by",
            "thermal_printer": "Thermal printer, 80 mm",
            "dot_matrix_printer": "Dot-matrix printer",
            "scan_folder": "Folder of the scanner",
            "backup_folder": "Backup folder",
            "exchange_folder": "Folder on the stick",
            "lan_folder": "The centre's shared folder",
            "hub_address": "The hub's address",
            "hub_proxy": "Proxy to the internet",
            "hub_ca_file": "Network's certificates",
            "send_in_background": "Send by itself",
            "metered": "Metered network",
            "task_blocks": "Tasks: blocks",
            "task_units": "Tasks: departments",
            "task_red_gap": "Red when behind (% points)",
            "task_red_days": "Red when not begun (days)",
            "task_reminders": "Remind of tasks (days)",
            "task_report_reminders": "Remind of reports (days)",
            "task_cut_off_week": "Weekly reports close",
            "task_cut_off_month": "Monthly reports close",
        },
        ask={
            "code_pattern": "Pattern of dossier codes with {station} and {counter}, such as "
            "{unit}.{station:02}-{date:%y%m%d}-{counter:04}. Empty: the built-in one. Codes already given stay.",
            "sessions": "Working sessions, such as 07:30-11:30,13:30-17:30. Dates already promised stay.",
            "centre_name": "The centre's name on printed forms. Empty: made from the unit's name.",
            "agency_name": "The agency's name on printed forms. Empty: made from the unit's name.",
            "centre_address": "The centre's address, printed on receipts.",
            "centre_phone": "The centre's phone, printed on receipts.",
            "print_command": "Command that sends a PDF to the printer; {file} is the file. Empty: the system's own printer.",
            "thermal_printer": "Thermal printer (ESC/POS, 80 mm): the port /dev/usb/lp0, LPT1, \\\\pc-name\\printer, or a command with {file}, "
            "such as lp -d thermal -o raw {file}",
            "dot_matrix_printer": "Dot-matrix printer with 24 pins (ESC/P, A5): the port /dev/usb/lp1, LPT1, \\\\pc-name\\printer, or a command with {file}",
            "scan_folder": "The folder that the scanner writes into, such as D:\\Scans or /home/desk1/scans. Empty: none.",
            "backup_folder": "Folder for backups on a stick or another disk, e.g. E:\\Backup. Empty: asked for.",
            "exchange_folder": "The folder on the stick to exchange by, such as E:\\Exchange. Empty: asked for each time (F11, F7).",
            "lan_folder": "A folder of the local network into which every station of the centre may write, such as \\\\PC1\\Exchange. Empty: none.",
            "hub_address": "Where the hub is reached, such as https://one-stop.hue.gov.vn. Empty: no hub.",
            "hub_proxy": "The proxy to the internet, such as http://10.0.0.1:3128. Empty: none.",
            "hub_ca_file": "A file of certificates (PEM), where the network has its own. Empty: those of the system.",
            "indicators_766": "Indicators that differ from what is shipped: maximum and the percent for all of it, such as 3.1=8/80; "
            "3.2=4/80. Each group still adds up to 18, 20, 22, 22, 18.",
            "task_blocks": "The blocks, parted by semicolons: Party; Government; National Assembly, councils; Fatherland Front. Add own ones by name.",
            "task_units": "Departments that lead or support tasks, parted by semicolons.",
            "task_red_gap": "Red when the share of time used exceeds the progress by so many points, such as 30.",
            "task_red_days": "Red when so many days are left and nothing has begun, such as 7.",
            "task_reminders": "Days before a due date on which to remind, such as 7, 3, 1.",
            "task_report_reminders": "Days before the cut-off of a report on which to remind, such as 3, 1.",
            "task_cut_off_week": "When weekly reports close, such as fri 17:00. Periods that closed keep their cut-off.",
            "task_cut_off_month": "When monthly reports close, such as 10 23:30, or before 15. Periods that closed keep theirs.",
        },
        switches={
            **_PRINTERS_EN,
            "thermal_printer:": "(not set)",
            "dot_matrix_printer:": "(not set)",
            "scan_folder:": "(not set)",
            "saturday_morning:no": "no",
            "task_cut_off_week:fri 17:00": "Friday 17:00",
            "task_cut_off_month:10 23:30": "10 23:30",
            "send_in_background:yes": "yes",
            "send_in_background:no": "no",
            "metered:yes": "yes",
            "metered:no": "no",
            "hub_address:": "(none)",
            "lan_folder:": "(not set)",
            "saturday_morning:yes": "yes",
            "waiting_counts_as:in_progress": "in progress, in time (column 12)",
            "waiting_counts_as:resolved": "resolved, on time (column 9)",
            "paper_size:a5": "A5, one copy",
            "paper_size:a4": "A4, two A5 copies",
            "language:vi": "Tiếng Việt",
            "language:en": "English",
        },
        day_kinds={"closed": "closed", "makeup": "make-up day", "holiday": "holiday"},
        default="default: {value}",
        empty="(empty)",
        system_printer="the system's printer",
        disabled="disabled",
        saved="Saved.",
        which_day="Day to close (day/month/year):",
        why_closed="Why it is closed (storm, flood...):",
        affected="{count} promises are affected by this change. They stay as they are; see which of them to extend.",
        look="show the list",
        later="later",
        sure_disable="Disable officer {name}? The name stays with everything done.",
        sure_reopen="Take back the own day {day}?",
        nothing_to_remove="Only officers can be disabled and own days taken back.",
        new_officer="Add an officer",
        change_officer="Change an officer",
        officer_name="Full name",
        passphrase="Passphrase",
        passphrase_again="Passphrase again",
        keep_passphrase="(leave empty to keep the passphrase)",
        different="The two passphrases differ. Type them again.",
        yes="yes",
        no="no",
        change_passphrase="Change my passphrase",
        old_passphrase="Present passphrase",
        new_passphrase="New passphrase",
        passphrase_changed="The passphrase is changed.",
        officer_saved="Officer {name} is saved.",
    ),
)

add_officer = Words(
    ActionText("Thêm cán bộ", "Thêm một cán bộ với mật khẩu đầu tiên."),
    ActionText("Add officer", "Adds an officer with a first passphrase."),
)
close_day = Words(
    ActionText("Ngày nghỉ", "Đóng cửa một ngày (bão, lụt): ngày hẹn mới sẽ tránh ngày đó."),
    ActionText("Close a day", "Closes a day (storm, flood): new due dates avoid it."),
)
own_passphrase = Words(
    ActionText("Đổi mật khẩu", "Đổi mật khẩu của chính mình."),
    ActionText("Passphrase", "Changes one's own passphrase."),
)
remove = Words(
    ActionText("Khóa / bỏ", "Khóa cán bộ hoặc bỏ ngày riêng đang chọn."),
    ActionText("Disable", "Disables the officer or takes back the own day under the cursor."),
)
save = Words(
    ActionText("Lưu", "Lưu những gì đã điền."),
    ActionText("Save", "Saves what was entered."),
)

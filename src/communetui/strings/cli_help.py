"""Help of the command line, by command (`dossier list`), by option of a command, and by option everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communetui.strings.cli_counter import COUNTER_HELP
from communetui.strings.cli_feedback import FEEDBACK_HELP
from communetui.strings.cli_hub import HUB_HELP
from communetui.strings.cli_notices import NOTICES_HELP
from communetui.strings.cli_options import OPTIONS
from communetui.strings.cli_reports import REPORT_HELP
from communetui.strings.cli_sync import SYNC_HELP
from communetui.strings.cli_tasks import TASK_HELP, TASK_METAVARS, TASK_OPTIONS
from communetui.strings.language import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

_COMMANDS: Final[Mapping[str, Words[str]]] = {
    "communetui": Words(
        "Một cửa cấp xã: tiếp nhận, theo dõi và trả kết quả hồ sơ, không cần mạng.\n\n"
        "Không ghi lệnh nào thì mở các màn hình. Sổ nằm trong thư mục --dir hoặc COMMUNETUI_DIR; COMMUNETUI_OFFICER và "
        "COMMUNETUI_PASSPHRASE mở sổ. Mã kết thúc: 0 xong, 1 bị từ chối (có lý do), 2 sai cách dùng.",
        "The commune's one-stop desk: receives, follows and returns dossiers without a network.\n\n"
        "Without a command it opens the screens. The register lies in --dir or COMMUNETUI_DIR; COMMUNETUI_OFFICER and "
        "COMMUNETUI_PASSPHRASE open it. Exit codes: 0 done, 1 refused with a reason, 2 wrong usage.",
    ),
    "init": Words(
        "Tạo sổ mới cho một máy của đơn vị.\n\nThông tin thiếu sẽ được hỏi. Mật khẩu lấy từ COMMUNETUI_PASSPHRASE, "
        "--passphrase-file hoặc gõ hai lần. Khóa khôi phục hiện ra một lần và được ghi vào tệp.",
        "Create a register for one station of a unit.\n\nWhat is missing is asked for. The passphrase comes from "
        "COMMUNETUI_PASSPHRASE, --passphrase-file, or is typed twice. The recovery key is shown and saved once.",
    ),
    "recover": Words(
        "Đặt mật khẩu mới bằng khóa khôi phục.",
        "Give an officer a new passphrase by the recovery key.",
    ),
    "dossier": Words("Hồ sơ: tìm, xem, tiếp nhận, xử lý, in.", "Dossiers: find, show, receive, act, print."),
    "dossier list": Words("Liệt kê hồ sơ theo điều kiện lọc.", "List dossiers by filters."),
    "dossier search": Words(
        "Tìm hồ sơ theo tên, mã, số định danh, điện thoại; có dấu hay không dấu.",
        "Search dossiers by name, code, ID number or phone, with or without marks.",
    ),
    "dossier show": Words(
        "Xem một hồ sơ theo mã của sổ hoặc mã của hệ thống khác.",
        "Show one dossier by its code or another system's code.",
    ),
    "dossier history": Words(
        "Xem lịch sử: ai đã sửa gì, từ gì thành gì, lúc nào.",
        "Show the history: who changed what from what to what, when.",
    ),
    "dossier receive": Words(
        "Tiếp nhận hồ sơ từ JSON.\n\nĐọc một đối tượng, một danh sách, hoặc mỗi dòng một đối tượng, từ tệp hoặc từ đầu "
        "vào chuẩn. Xem dạng dữ liệu: communetui schema dossier. Khi có nhiều hồ sơ, hồ sơ đúng được nhận, hồ sơ sai "
        "được báo từng dòng.",
        "Receive dossiers from JSON.\n\nReads one object, an array, or one object a line, from a file or standard "
        "input. For the form see: communetui schema dossier. Of many, the good ones are received and the others told.",
    ),
    "dossier act": Words(
        "Làm một bước với một hoặc nhiều hồ sơ.\n\nĐiền bằng tùy chọn hoặc JSON (communetui schema act). Cán bộ gọi "
        "bằng tên. Nhiều mã thì hồ sơ nào làm được sẽ làm, hồ sơ khác giữ nguyên và có lý do.",
        "Take a step with one dossier or many.\n\nBy options or by JSON (communetui schema act). Officers go by name. "
        "Of many, those that can go through; the others stay as they are, and the reason is told.",
    ),
    "dossier correct": Words(
        "Sửa một thông tin đã nhập sai; giá trị cũ vẫn còn trong lịch sử.",
        "Correct one field; the old value stays in the history.",
    ),
    "dossier take-back": Words("Thu hồi bước vừa làm.", "Take back the last step."),
    "dossier void": Words("Hủy hồ sơ nhập nhầm; mã vẫn giữ.", "Void a dossier entered by mistake; its code stays."),
    "dossier match": Words(
        "Khớp hồ sơ có thủ tục gõ tay với danh mục.",
        "Match a dossier whose procedure was typed with the catalogue.",
    ),
    "dossier attach": Words("Đính kèm bản quét hoặc tệp kết quả.", "Attach a scan or the result file."),
    "dossier print": Words(
        "In mẫu 01 đến 06 hoặc danh sách bàn giao (BG); mẫu 07: `report register-book`. Máy in chưa sẵn sàng thì bản in chờ.",
        "Print form 01 to 06 or the hand-over list (BG); form 07: `report register-book`. Without a printer it waits.",
    ),
    "print": Words("In giấy tờ không thuộc hồ sơ nào.", "Print papers that belong to no dossier."),
    "print blanks": Words(
        "In sẵn giấy hẹn để viết tay khi mất điện.\n\nMỗi giấy có một mã hồ sơ và mã QR riêng, hai liên. Mã đã in không cấp "
        "cho hồ sơ nào khác. Máy in chưa sẵn sàng thì tệp PDF vẫn được giữ lại để in.",
        "Print receipts to fill in by hand when the power is out.\n\nEach has a dossier code and QR of its own, in two "
        "copies. A printed code is given to no other dossier. Without a printer the PDF is kept to be printed.",
    ),
    "officer": Words("Cán bộ và mật khẩu.", "Officers and their passphrases."),
    "officer list": Words("Liệt kê cán bộ.", "List the officers."),
    "officer add": Words(
        "Thêm cán bộ với vai trò và mật khẩu đầu tiên.", "Add an officer with roles and a first passphrase."
    ),
    "officer change": Words("Đổi tên hoặc vai trò.", "Change an officer's name or roles."),
    "officer disable": Words("Thu lại khóa của cán bộ.", "Take an officer's key away."),
    "officer passphrase": Words(
        "Đổi mật khẩu của mình; quản trị đặt lại cho người khác.",
        "Change your own passphrase; an administrator resets another's.",
    ),
    "catalogue": Words("Danh mục thủ tục hành chính.", "The catalogue of procedures."),
    "catalogue list": Words("Liệt kê thủ tục đang có hiệu lực.", "List the procedures in force."),
    "catalogue show": Words("Xem một thủ tục và các phiên bản.", "Show a procedure and its versions."),
    "catalogue import": Words("Nhập thủ tục từ CSV hoặc XLSX.", "Import procedures from CSV or XLSX."),
    "catalogue export": Words("Xuất danh mục thủ tục.", "Export the catalogue."),
    "calendar": Words(
        "Lịch làm việc: nghỉ lễ, làm bù, đóng cửa.", "The working calendar: holidays, make-up and closed days."
    ),
    "calendar list": Words("Liệt kê các ngày đặc biệt của một năm.", "List the special days of a year."),
    "calendar close": Words(
        "Đóng cửa một ngày, hoặc ghi ngày nghỉ, ngày làm bù mới công bố.",
        "Close a day, or enter a holiday or make-up day that was announced.",
    ),
    "calendar reopen": Words("Bỏ mục đã nhập cho một ngày.", "Take back an own entry for a day."),
    "report": Words(
        "Báo cáo gửi cấp trên, và những điều cán bộ phải xem lại.",
        "The reports that go up, and what an officer has to look at.",
    ),
    "report affected": Words(
        "Liệt kê ngày hẹn chịu ảnh hưởng của ngày nghỉ đã đổi; ngày hẹn giữ nguyên.",
        "List the promises that changed days off affect; they stay as they are.",
    ),
    "report equal-codes": Words(
        "Liệt kê hồ sơ trùng mã sau khi gộp sổ; mã giữ nguyên.",
        "List dossiers with equal codes after a merge; codes stay as they are.",
    ),
    "setting": Words("Thiết lập của đơn vị và của máy này.", "Settings of the office and of this PC."),
    "setting list": Words("Xem mọi thiết lập.", "List all settings."),
    "setting set": Words("Đổi một thiết lập.", "Change one setting."),
    "import": Words("Nhập dữ liệu từ tệp.", "Import data from files."),
    "import dossiers": Words(
        "Nhập hồ sơ từ sổ Excel, CSV hoặc JSON từng dòng.\n\nĐọc sổ theo dõi của đơn vị và tệp xuất từ phần mềm của tỉnh, của "
        "Cổng dịch vụ công. Cách hiểu các cột được cho xem trước khi ghi. Nhập lại cùng một tệp không làm trùng: hồ sơ đã có "
        "mã ấy được cập nhật. Dòng không nhận được ghi ra tệp riêng cùng lý do. Ctrl+C dừng sau nhóm dòng đang ghi.",
        "Import dossiers from Excel, CSV or JSON lines.\n\nReads an office's own books and exports of provincial systems and "
        "the portal. How the columns are understood is shown before anything is written. The same file twice doubles nothing: "
        "a dossier with that code is updated. Rejected rows go to a file with their reasons. Ctrl+C ends after the rows under way.",
    ),
    "export": Words("Xuất dữ liệu ra tệp.", "Export data to files."),
    "export dossiers": Words(
        "Xuất hồ sơ theo điều kiện lọc ra CSV hoặc XLSX.", "Export the dossiers that the filters leave to CSV or XLSX."
    ),
    "export open-data": Words(
        "Ghi số liệu mở: số hồ sơ theo tháng, không có người dân, cán bộ, mã hồ sơ.\n\nBộ dữ liệu theo chuẩn Frictionless "
        "Data Package (datapackage.json và CSV), chỉ gồm tháng đã hết; số nhỏ được gộp để không suy ra được.",
        "Write open data: dossiers counted by month, without people, officers or codes.\n\nA Frictionless data package "
        "(datapackage.json and CSV) of months that are over; small counts are put together so that none can be reckoned.",
    ),
    "schema": Words(
        "In lược đồ JSON của dữ liệu vào (dossier, act, certification, feedback hoặc feedback-act).",
        "Print the JSON Schema of the input (dossier, act, certification, feedback or feedback-act).",
    ),
    "report end-of-day": Words(
        "Số liệu cuối ngày: tiếp nhận, trả, thu tiền, chưa nhận, hẹn trả ngày mai, chưa in, sao lưu.",
        "The end of the day: received, returned, money, not collected, due next, unprinted, backup.",
    ),
    "backup": Words(
        "Sao lưu sổ vào thư mục (USB, ổ khác), đọc lại để chắc là đúng. Vẫn làm việc được trong lúc sao lưu.\n\n"
        "Không ghi thư mục thì dùng thư mục đã đặt trong Thiết lập, hoặc của lần trước. Khôi phục: chép thư mục đó về chỗ của sổ.",
        "Back the register up into a folder (stick, other disk) and read it back. The desk may stay open.\n\n"
        "Without a folder: the one of the settings, or of the last backup. To restore, copy that folder back.",
    ),
    "check": Words("Kiểm tra sổ có nguyên vẹn không.", "Check whether the register is sound."),
    "rebuild": Words("Dựng lại trạng thái và chỉ mục tìm kiếm.", "Rebuild statuses and search text."),
    "demo": Words("Sổ mẫu để xem thử.", "A sample centre to try."),
    "completion": Words(
        "In đoạn mã gợi ý lệnh cho bash, zsh, fish hoặc powershell.\n\nVí dụ, thêm vào ~/.bashrc: "
        'eval "$(communetui completion bash)"',
        "Print the completion script for bash, zsh, fish or powershell.\n\nFor example, add to ~/.bashrc: "
        'eval "$(communetui completion bash)"',
    ),
}

HELP: Final[Mapping[str, Words[str]]] = {
    **_COMMANDS,
    **OPTIONS,
    **COUNTER_HELP,
    **SYNC_HELP,
    **HUB_HELP,
    **FEEDBACK_HELP,
    **NOTICES_HELP,
    **REPORT_HELP,
    **TASK_HELP,
    **TASK_OPTIONS,
}
"""The first line of a command's text stands in the list of commands. A test finds every command and option here."""

METAVARS: Final[Mapping[str, Words[str]]] = {
    "options": Words("[TÙY CHỌN]", "[OPTIONS]"),
    "command": Words("LỆNH [THAM SỐ]...", "COMMAND [ARGUMENTS]..."),
    "text": Words("CHỮ", "TEXT"),
    "day": Words("NGÀY", "DATE"),
    "number": Words("SỐ", "NUMBER"),
    "period": Words("KỲ", "PERIOD"),
    "integer": Words("SỐ", "NUMBER"),
    "integer range": Words("SỐ", "NUMBER"),
    "path": Words("TỆP", "PATH"),
    "code": Words("MÃ", "CODE"),
    "content": Words("[NỘI-DUNG]", "[CONTENT]"),
    "codes": Words("[MÃ...]", "[CODE...]"),
    "kind": Words("BƯỚC", "STEP"),
    "file": Words("TỆP", "FILE"),
    "field": Words("MỤC", "FIELD"),
    "value": Words("GIÁ-TRỊ", "VALUE"),
    "name": Words("TÊN", "NAME"),
    "officer": Words("CÁN-BỘ", "OFFICER"),
    "procedure": Words("MÃ-THỦ-TỤC", "PROCEDURE"),
    "shell": Words("LOẠI-SHELL", "SHELL"),
    "what": Words("LOẠI", "WHAT"),
    "conflict": Words("SỐ", "ID"),
    "paths": Words("TỆP...", "PATH..."),
    "folder": Words("THƯ-MỤC", "FOLDER"),
    "key": Words("KHÓA", "KEY"),
    "notice": Words("SỐ-HIỆU", "NUMBER"),
    "line": Words("MÃ-DÒNG", "KEY"),
    "recipient": Words("KHÓA-AGE", "AGE-KEY"),
    **TASK_METAVARS,
}
"""What stands for a value: by the name of an argument, or by the kind of an option's value."""

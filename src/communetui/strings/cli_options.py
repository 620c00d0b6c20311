"""Help of the options of the command line: `--json`, or `dossier act --to` where a command means its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communetui.strings.language import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

OPTIONS: Final[Mapping[str, Words[str]]] = {
    "--help": Words("Hiện hướng dẫn này.", "Show this help."),
    "--version": Words("Hiện phiên bản.", "Show the version."),
    "--dir": Words("Thư mục của sổ (COMMUNETUI_DIR).", "The register's folder (COMMUNETUI_DIR)."),
    "--lang": Words("Ngôn ngữ (COMMUNETUI_LANG).", "Language (COMMUNETUI_LANG)."),
    "--json": Words("Trả lời bằng một tài liệu JSON.", "Answer with one JSON document."),
    "--passphrase-file": Words("Tệp có mật khẩu ở dòng đầu.", "A file with the passphrase in its first line."),
    "--new-passphrase-file": Words(
        "Tệp có mật khẩu mới ở dòng đầu.", "A file with the new passphrase in its first line."
    ),
    "--unit": Words("Mã đơn vị hoặc vài chữ của tên.", "The unit's code or a few letters of its name."),
    "--station": Words("Số của máy này, 1 đến 99.", "The number of this PC, 1 to 99."),
    "init --officer": Words("Họ tên cán bộ đầu tiên.", "Name of the first officer."),
    "recover --officer": Words("Cán bộ được đặt mật khẩu mới.", "The officer who gets the new passphrase."),
    "--role": Words("Vai trò; dùng được nhiều lần.", "A role; may be given several times."),
    "--light": Words("Khóa nhẹ hơn cho máy 1 GB bộ nhớ.", "A lighter key derivation for PCs with 1 GB."),
    "init --recovery-file": Words("Nơi ghi khóa khôi phục.", "Where to save the recovery key."),
    "recover --recovery-file": Words("Tệp có khóa khôi phục.", "The file with the recovery key."),
    "--recovery-recipient": Words(
        "Khóa age (age1...) của nơi cũng được khôi phục, ví dụ của tỉnh.",
        "An age key (age1...) that may recover too, such as the province's.",
    ),
    "--status": Words("Chỉ trạng thái này; dùng được nhiều lần.", "Only this status; may be given several times."),
    "--due": Words(
        "Theo hạn: overdue quá hạn, today hôm nay, soon sắp đến, waiting chờ người dân.",
        "By due date: overdue, today, soon, waiting for the citizen.",
    ),
    "--open": Words("Chỉ hồ sơ chưa xong.", "Only open dossiers."),
    "--field": Words("Chỉ lĩnh vực này.", "Only this field."),
    "--officer": Words("Chỉ hồ sơ đang ở cán bộ này.", "Only what this officer has in hand."),
    "--channel": Words("Chỉ cách nộp này.", "Only this channel."),
    "--procedure": Words("Chỉ thủ tục có mã này.", "Only the procedure with this code."),
    "--from": Words("Tiếp nhận từ ngày (23/11/2026).", "Received from this date (23/11/2026)."),
    "--to": Words("Tiếp nhận đến ngày.", "Received up to this date."),
    "--returned-on": Words("Trả kết quả trong ngày.", "Returned on this date."),
    "--unmatched": Words("Chỉ hồ sơ có thủ tục gõ tay.", "Only those with a typed procedure."),
    "--no-official-code": Words("Chỉ hồ sơ chưa có mã của hệ thống khác.", "Only those without another system's code."),
    "--voided": Words("Kể cả hồ sơ đã hủy do nhập nhầm.", "Voided dossiers too."),
    "--sort": Words("Sắp xếp theo.", "Order by."),
    "--ascending": Words("Từ nhỏ đến lớn.", "Smallest first."),
    "--limit": Words("Số hồ sơ nhiều nhất; 0 là tất cả.", "At most so many; 0 for all."),
    "--reason": Words("Lý do.", "The reason."),
    "dossier act --text": Words("Nội dung ghi chú.", "The text of a note."),
    "dossier act --to": Words("Cán bộ nhận hồ sơ.", "The officer who takes over."),
    "--purpose": Words("Bàn giao để làm gì.", "What it is handed over for."),
    "--from-list": Words(
        "Tệp có mỗi dòng một mã hồ sơ, - là đầu vào chuẩn.",
        "A file with a dossier code on each line, - for standard input.",
    ),
    "--papers-with": Words("Chỉ hồ sơ có giấy tờ ở cán bộ này.", "Only those whose papers this officer has."),
    "--offered-to": Words("Chỉ hồ sơ chờ cán bộ này nhận bàn giao.", "Only what waits for this officer to accept."),
    "dossier act --paper": Words(
        "Giấy tờ cần bổ sung; dùng được nhiều lần.", "A paper to add; may be given several times."
    ),
    "--amount": Words("Số tiền, đồng.", "The amount in đồng."),
    "--method": Words("Cách trả tiền.", "How it was paid."),
    "--receipt-series": Words("Ký hiệu biên lai.", "Series of the money receipt."),
    "--receipt-number": Words("Số biên lai.", "Number of the money receipt."),
    "--agency": Words("Cơ quan được hỏi ý kiến.", "The agency that is asked."),
    "--pauses": Words("Thời hạn có dừng trong lúc chờ không.", "Whether the deadline waits meanwhile."),
    "--new-due": Words("Ngày hẹn mới, ví dụ 30/11/2026.", "The new due date, for example 30/11/2026."),
    "--recipient": Words("Người nhận kết quả: self hoặc họ tên.", "Who takes the result: self, or a name."),
    "--recipient-id": Words("Số định danh của người nhận thay.", "ID number of who takes it."),
    "--authorisation": Words("Giấy ủy quyền của người nhận thay.", "The paper that authorises them."),
    "--slip": Words(
        "Giấy hẹn: handed_in đã nộp lại, lost bị mất, none_issued không có.",
        "The receipt: handed_in, lost or none_issued.",
    ),
    "--requested-by": Words(
        "Ai đề nghị dừng giải quyết; in trên mẫu 05.", "Who asked for the stop; printed on form 05."
    ),
    "--decision": Words(
        "Số, ngày của văn bản quyết định dừng; in trên mẫu 05.",
        "Number and date of the paper that orders the stop; printed on form 05.",
    ),
    "--result-code": Words("Số hiệu kết quả.", "The number of the result."),
    "--happened-at": Words(
        "Thời điểm thật nếu không phải bây giờ, ví dụ 23/11/2026 09:15.",
        "The real time when it is not now, for example 23/11/2026 09:15.",
    ),
    "--mark": Words(
        "Mức độ hài lòng: very_good rất tốt, good tốt, poor chưa tốt.", "How the citizen found the service."
    ),
    "--marked-by": Words(
        "Ai chọn: citizen người dân, officer cán bộ ghi thay (mặc định).", "Who entered it; the officer if not given."
    ),
    "--json-file": Words("Tệp JSON của bước, - là đầu vào chuẩn.", "The step as JSON, - for standard input."),
    "--old": Words("Giá trị đã thấy; khác với sổ thì không sửa.", "The value that was seen; refused if it changed."),
    "dossier attach --paper": Words("Số thứ tự của giấy tờ.", "The number of the paper."),
    "--result": Words("Đây là tệp kết quả.", "This is the result file."),
    "dossier attach --pages": Words(
        "Chỉ lấy các trang này của tệp PDF, ví dụ 1-3,5.", "Only these pages of the PDF, for example 1-3,5."
    ),
    "dossier attach --name": Words("Tên hiển thị.", "The name to show."),
    "--form": Words("Số mẫu.", "The form's number."),
    "print blanks --day": Words(
        "Ngày ghi trong mã, mặc định là hôm nay.", "The day that the codes show; today if not given."
    ),
    "print blanks --list": Words("Liệt kê giấy đã in mà chưa dùng.", "List the receipts that are not used yet."),
    "--save-only": Words("Chỉ ghi tệp PDF, không gửi máy in.", "Save the PDF only, do not print."),
    "officer change --name": Words("Tên mới.", "The new name."),
    "--all": Words("Kể cả người đã nghỉ.", "Former officers too."),
    "catalogue list --text": Words("Vài chữ của tên hoặc mã.", "A few letters of the name or the code."),
    "--dry-run": Words("Chỉ xem trước, không ghi gì.", "Only show what would change."),
    "import dossiers --yes": Words("Nhập mà không hỏi lại.", "Import without asking."),
    "export dossiers --yes": Words("Ghi đè tệp đã có.", "Replace the file if it exists."),
    "--map": Words(
        'Cột nào là mục nào: "Tên cột=mục"; dùng được nhiều lần. "Tên cột=" là không đọc cột ấy.',
        'What a column means: "Heading=field"; may be given several times. "Heading=" passes it over.',
    ),
    "--match": Words("Dùng cách hiểu cột đã lưu với tên này.", "Use the match of columns that was kept as this."),
    "--save-match": Words("Lưu cách hiểu cột với tên này.", "Keep the match of columns under this name."),
    "--system": Words(
        "Tên sổ hoặc phần mềm đã cấp mã hồ sơ trong tệp.", "The book or system that gave the codes in the file."
    ),
    "catalogue import --yes": Words("Ghi mà không hỏi lại.", "Write without asking."),
    "catalogue export --yes": Words("Ghi đè tệp đã có.", "Replace the file if it exists."),
    "--valid-from": Words(
        "Thay đổi có hiệu lực từ ngày; mặc định là hôm nay.", "Changes hold from this date; today if not given."
    ),
    "--sheet": Words("Tên trang tính; mặc định là trang đầu.", "Name of the sheet; the first if not given."),
    "--on": Words("Có hiệu lực vào ngày.", "In force on this date."),
    "--year": Words("Năm.", "The year."),
    "calendar close --kind": Words("closed đóng cửa, holiday nghỉ lễ, makeup làm bù.", "closed, holiday, or makeup."),
    "export open-data --from": Words(
        "Từ tháng có ngày này; mặc định từ đầu năm.", "From the month of this day; from January if not given."
    ),
    "export open-data --to": Words(
        "Đến tháng có ngày này; mặc định là tháng trước.", "To the month of this day; last month if not given."
    ),
    "export open-data --yes": Words(
        "Ghi đè tệp đã có, lập lại cả những tháng đã công bố.",
        "Replace files that exist, and make months anew that were published.",
    ),
    "--threshold": Words("Số nhỏ hơn được gộp; mặc định 5.", "Smaller counts are put together; 5 if not given."),
    "demo --tour": Words(
        "Diễn một ngày làm việc và kể lại, không mở màn hình.", "Play a working day and tell it, without the screens."
    ),
    "demo --dossiers": Words("Số hồ sơ mẫu được tạo ra.", "How many sample dossiers to make."),
}
"""One text per option."""

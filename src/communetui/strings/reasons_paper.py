"""Refusals about paper: receipts written by hand, scans and their pages, printers. Vietnamese first, then English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

PAPER: Final[Mapping[Reason, tuple[str, str]]] = {
    Reason.BLANKS_OUT_OF_RANGE: (
        "Mỗi lần in sẵn từ 1 đến {most} giấy hẹn, không phải {number}.",
        "Blank receipts are made 1 to {most} at a time, not {number}.",
    ),
    Reason.CODE_ALREADY_USED: (
        "Mã {code} trên giấy hẹn in sẵn đã được nhập cho một hồ sơ. Hãy mở hồ sơ đó, hoặc xem lại mã.",
        "Code {code} of a paper receipt already has a dossier. Open that one, or look at the code again.",
    ),
    Reason.CODE_NOT_RESERVED: (
        "Mã {code} không phải mã giấy hẹn in sẵn của máy này. Hãy xem lại mã, hoặc nhập ở máy đã in giấy.",
        "{code} is no code of a blank receipt of this PC. Look at it again, or enter it where the paper was printed.",
    ),
    Reason.PAGES_NOT_THERE: (
        "Tệp chỉ có {count} trang, không có trang {pages}.",
        "The file has {count} pages, there is no page {pages}.",
    ),
    Reason.PAGES_UNREADABLE: (
        "Không hiểu các trang: {typed}. Hãy gõ như 1-3,5 hoặc 4- (từ trang 4 đến hết), mỗi trang một lần.",
        "Cannot read the pages: {typed}. Type them like 1-3,5 or 4- (from page 4 on), each page once.",
    ),
    Reason.PDF_DAMAGED: (
        "Tệp PDF {name} bị hỏng hoặc chưa ghi xong. Hãy quét lại, hoặc bấm F5 rồi thử lại.",
        "The PDF {name} is damaged or not complete. Scan it again, or press F5 and try again.",
    ),
    Reason.PDF_ENCRYPTED: (
        "Tệp PDF {name} có mật khẩu nên không đọc được. Hãy lưu lại tệp không có mật khẩu.",
        "The PDF {name} has a password and cannot be read. Save it again without one.",
    ),
    Reason.PDF_TOO_HARD: (
        "Không đọc nổi tệp PDF {name}: quá lớn hoặc quá phức tạp. Hãy quét lại thành tệp nhỏ hơn.",
        "The PDF {name} cannot be read: too large or too intricate. Scan it again as a smaller file.",
    ),
    Reason.SCAN_BEING_WRITTEN: (
        "Máy quét đang ghi tệp {name}. Hãy chờ quét xong rồi bấm F5.",
        "The scanner is still writing {name}. Wait until it is done, then press F5.",
    ),
    Reason.SCAN_CHANGED: (
        "Tệp {name} vừa thay đổi hoặc không còn nữa. Bấm F5 để xem lại.",
        "The file {name} has just changed or is gone. Press F5 to look again.",
    ),
    Reason.SCAN_FOLDER_NOT_SET: (
        "Máy này chưa khai thư mục máy quét. Quản trị khai ở Thiết lập (F9).",
        "This PC has no folder of a scanner yet. An administrator sets it in Settings (F9).",
    ),
    Reason.SCAN_FOLDER_UNREADABLE: (
        "Không mở được thư mục máy quét {folder}: {why} Hãy kiểm tra máy quét, dây mạng, hoặc Thiết lập (F9).",
        "The scanner's folder {folder} cannot be opened: {why} Check the scanner, the network, or Settings (F9).",
    ),
    Reason.SCAN_NOT_PDF: (
        "{name} không phải PDF nên không tách, gộp được. Hãy lấy riêng tệp này.",
        "{name} is no PDF, so its pages cannot be taken or joined. Take this file by itself.",
    ),
    Reason.SCAN_NOT_REMOVED: (
        "Đã lưu vào hồ sơ, nhưng không xóa được tệp gốc {name}: {why} Hãy tự xóa trong thư mục máy quét.",
        "It is kept in the dossier, but the source {name} could not be removed: {why} Remove it by hand.",
    ),
}

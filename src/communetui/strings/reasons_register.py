"""Refusals of the register itself: keys, files, storage. Vietnamese first, then English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

REGISTER: Final[Mapping[Reason, tuple[str, str]]] = {
    Reason.ATTACHMENT_DAMAGED: (
        "Tệp đính kèm đã hỏng. Hãy quét lại giấy tờ hoặc lấy từ bản sao lưu.",
        "The attachment is damaged. Scan the paper again or take it from a backup.",
    ),
    Reason.ATTACHMENT_MISSING: (
        "Không thấy tệp đính kèm. Hãy quét lại giấy tờ hoặc lấy từ bản sao lưu.",
        "The attachment is not there. Scan the paper again or take it from a backup.",
    ),
    Reason.DISK_FAULT: (
        "Ổ đĩa không đọc hoặc ghi được. Chưa lưu gì. Hãy kiểm tra ổ đĩa và sao lưu ngay.",
        "The disk cannot be read or written. Nothing was saved. Check the disk and make a backup.",
    ),
    Reason.DISK_FULL: (
        "Ổ đĩa đã đầy, chưa lưu được. Hãy xóa bớt tệp khác rồi lưu lại.",
        "The disk is full, nothing was saved. Make room and save again.",
    ),
    Reason.FILE_CHANGED_WHILE_READ: (
        "Tệp {name} thay đổi trong lúc đọc. Hãy đóng chương trình đang dùng tệp rồi thử lại.",
        "The file {name} changed while it was read. Close the program that uses it and try again.",
    ),
    Reason.FILE_EMPTY: (
        "Tệp {name} trống.",
        "The file {name} is empty.",
    ),
    Reason.FILE_TOO_LARGE: (
        "Tệp {name} lớn quá {megabytes} MB. Hãy quét lại với độ phân giải thấp hơn.",
        "The file {name} is larger than {megabytes} MB. Scan it again at a lower resolution.",
    ),
    Reason.FILE_TYPE_NOT_ACCEPTED: (
        "Không nhận loại tệp của {name}. Hãy dùng PDF hoặc ảnh.",
        "The type of the file {name} is not accepted. Use PDF or a picture.",
    ),
    Reason.FILE_UNREADABLE: (
        "Không đọc được tệp {name}: {why}",
        "The file {name} cannot be read: {why}",
    ),
    Reason.FOLDER_READ_ONLY: (
        "Thư mục chỉ cho đọc, không ghi được. Hãy kiểm tra quyền của thư mục.",
        "The folder is read-only. Check its permissions.",
    ),
    Reason.KEY_FILE_BUSY: (
        "Tệp khóa đang được chương trình khác dùng. Hãy thử lại sau ít giây.",
        "The key file is in use by another program. Try again in a few seconds.",
    ),
    Reason.KEY_FILE_CHANGED: (
        "Tệp khóa vừa được người khác thay đổi. Hãy thử lại.",
        "Someone has just changed the key file. Try again.",
    ),
    Reason.KEY_FILE_DAMAGED: (
        "Tệp khóa đã hỏng: {path}. Hãy lấy lại từ bản sao lưu.",
        "The key file is damaged: {path}. Take it from a backup.",
    ),
    Reason.KEY_FILE_EXISTS: (
        "Đã có tệp khóa ở đây, không tạo đè.",
        "There is a key file here already; it is not overwritten.",
    ),
    Reason.KEY_FILE_MISSING: (
        "Không thấy tệp khóa của sổ. Hãy lấy lại từ bản sao lưu.",
        "The register's key file is not there. Take it from a backup.",
    ),
    Reason.KEY_FILE_UNREADABLE: (
        "Không đọc được tệp khóa {path}: {why}",
        "The key file {path} cannot be read: {why}",
    ),
    Reason.NEWER_KEY_FILE: (
        "Tệp khóa do phiên bản mới hơn của chương trình tạo ra. Hãy cập nhật chương trình.",
        "The key file was written by a newer version of this program. Update the program.",
    ),
    Reason.NOT_ENOUGH_MEMORY: (
        "Máy thiếu bộ nhớ: cần {needed} MB trống. Hãy đóng bớt chương trình khác.",
        "Not enough memory: {needed} MB are needed. Close other programs.",
    ),
    Reason.NO_REGISTER: (
        "Không có sổ trong thư mục {folder}. Hãy chạy lệnh: communetui init",
        "There is no register in the folder {folder}. Run: communetui init",
    ),
    Reason.OFFICER_HAS_KEY: (
        "Cán bộ này đã có mật khẩu mở sổ.",
        "This officer has a passphrase already.",
    ),
    Reason.PASSPHRASE_TOO_SHORT: (
        "Mật khẩu quá ngắn: cần ít nhất {shortest} ký tự.",
        "The passphrase is too short: at least {shortest} characters are needed.",
    ),
    Reason.PASSPHRASE_UNUSABLE: (
        "Mật khẩu không dùng được: tối đa {longest} ký tự, không có ký tự điều khiển.",
        "The passphrase cannot be used: at most {longest} characters, no control characters.",
    ),
    Reason.READ_ONLY: (
        "Sổ đang mở ở cửa sổ khác, ở đây chỉ xem được. Hãy làm ở cửa sổ kia hoặc đóng nó.",
        "The register is open in another window; here it can only be read. Work there or close it.",
    ),
    Reason.RECIPIENT_UNREADABLE: (
        "Không đọc được khóa công khai: {recipient}",
        "The public key cannot be read: {recipient}",
    ),
    Reason.RECOVERY_FILE_EXISTS: (
        "Đã có tệp khóa khôi phục: {path}. Hãy cất tệp đó ở nơi khác trước.",
        "There is a recovery key file already: {path}. Put it elsewhere first.",
    ),
    Reason.RECOVERY_KEY_UNREADABLE: (
        "Không đọc được khóa khôi phục. Hãy nhập lại đúng như bản in.",
        "The recovery key cannot be read. Type it exactly as it is printed.",
    ),
    Reason.RECOVERY_KEY_WRONG: (
        "Khóa khôi phục không phải của sổ này.",
        "The recovery key is not this register's.",
    ),
    Reason.REGISTER_BUSY: (
        "Sổ đang bận, chưa lưu được. Hãy thử lại sau ít giây.",
        "The register is busy, nothing was saved. Try again in a few seconds.",
    ),
    Reason.REGISTER_CLOSED: (
        "Sổ đã đóng. Hãy mở khóa lại.",
        "The register has been closed. Unlock it again.",
    ),
    Reason.REGISTER_DAMAGED: (
        "Tệp sổ đã hỏng. Đừng nhập thêm; hãy lấy lại từ bản sao lưu gần nhất.",
        "The register's file is damaged. Enter nothing more; restore the latest backup.",
    ),
    Reason.REGISTER_EXISTS: (
        "Đã có sổ trong thư mục {folder}, không tạo đè.",
        "There is a register in the folder {folder} already; it is not overwritten.",
    ),
    Reason.REGISTER_NEWER: (
        "Sổ do phiên bản mới hơn của chương trình ghi. Hãy cập nhật chương trình.",
        "The register was written by a newer version of this program. Update the program.",
    ),
    Reason.REGISTER_OF_ANOTHER_PROGRAM: (
        "Tệp này không phải sổ của chương trình. Hãy kiểm tra lại thư mục.",
        "This file is no register of this program. Check the folder.",
    ),
    Reason.REGISTER_OLDER: (
        "Sổ chưa được nâng cấp cho phiên bản này của chương trình. Hãy đóng cửa sổ kia rồi mở lại.",
        "The register has not been upgraded for this version of the program. Close the other window and open again.",
    ),
    Reason.REGISTER_UNREACHABLE: (
        "Không mở được tệp sổ. Hãy kiểm tra thư mục và quyền đọc ghi.",
        "The register's file cannot be opened. Check the folder and its permissions.",
    ),
    Reason.SQLITE_TOO_OLD: (
        "Thư viện SQLite trên máy quá cũ, có lỗi làm mất dữ liệu. Hãy cài lại chương trình.",
        "This SQLite is too old and has a fault that loses data. Install the program again.",
    ),
    Reason.WRITE_FAILED: (
        "Không ghi được {path}: {why}",
        "{path} cannot be written: {why}",
    ),
    Reason.WRONG_DATA_KEY: (
        "Khóa này không mở được sổ.",
        "This key does not open the register.",
    ),
    Reason.WRONG_PASSPHRASE: (
        "Mật khẩu không đúng. Hãy nhập lại.",
        "The passphrase is wrong. Type it again.",
    ),
}
"""(Vietnamese, English) for each reason of this area."""

"""Refusals of a backup. Vietnamese first, then English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

BACKUP: Final[Mapping[Reason, tuple[str, str]]] = {
    Reason.BACKUP_FOLDER_MISSING: (
        "Không thấy thư mục sao lưu {path}. Hãy cắm USB hoặc ổ sao lưu rồi làm lại, hoặc chọn thư mục khác.",
        "The backup folder {path} is not there. Put in the stick or disk and try again, or choose another folder.",
    ),
    Reason.BACKUP_FOLDER_NOT_CHOSEN: (
        "Chưa biết sao lưu vào đâu. Hãy ghi thư mục trên USB hoặc ổ khác, ví dụ: communetui backup E:\\SaoLuu",
        "It is not known where to back up. Name a folder on a stick or another disk: communetui backup E:\\Backup",
    ),
    Reason.BACKUP_IN_REGISTER: (
        "{path} nằm trong thư mục của sổ. Hãy chọn thư mục trên USB hoặc ổ khác.",
        "{path} lies inside the register's folder. Choose a folder on a stick or another disk.",
    ),
    Reason.BACKUP_NOT_GOOD: (
        "Đọc lại bản sao ở {path} thấy sai, chưa sao lưu được. Bản trước vẫn còn nguyên. Hãy dùng USB hoặc ổ khác.",
        "Read back, the copy at {path} is wrong: it is not kept. The backup before is as it was. Use another stick.",
    ),
    Reason.BACKUP_NOT_WRITTEN: (
        "Không ghi được vào {path} ({why}), chưa sao lưu được. Hãy cắm lại USB hoặc ổ sao lưu rồi làm lại.",
        "{path} cannot be written ({why}): nothing was backed up. Put the stick or disk in again and repeat.",
    ),
    Reason.BACKUP_NO_ROOM: (
        "Ổ {path} không đủ chỗ (cần {megabytes} MB), chưa sao lưu được. Bản trước vẫn còn nguyên."
        " Hãy xóa bớt tệp khác hoặc dùng ổ lớn hơn.",
        "{path} has no room ({megabytes} MB needed): nothing was backed up, the backup before is as it was."
        " Make room or use a larger disk.",
    ),
    Reason.BACKUP_UNDERWAY: (
        "Đang sao lưu rồi. Hãy đợi xong.",
        "A backup is being made already. Wait until it is done.",
    ),
}

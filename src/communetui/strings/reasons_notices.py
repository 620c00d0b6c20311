"""Refusals of notices and of the support log. Vietnamese first, then English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTICES: Final[Mapping[Reason, tuple[str, str]]] = {
    Reason.NOTICE_AMBIGUOUS: (
        "Số hiệu {notice} có ở {count} thông báo: {found}. Hãy ghi mã trong ngoặc thay cho số hiệu.",
        "{count} notices have the number {notice}: {found}. Write the key in brackets instead of the number.",
    ),
    Reason.NOTICE_DAY_IN_FUTURE: (
        "Ngày ban hành {issued} chưa đến. Hãy sửa ngày; ngày phải làm xong thì ghi ở hạn thực hiện.",
        "The day of issue, {issued}, is still to come. Correct it; by when something is to be done is the due date.",
    ),
    Reason.NOTICE_DUE_BEFORE_ISSUED: (
        "Hạn thực hiện {due} trước ngày ban hành {issued}. Hãy sửa một trong hai ngày.",
        "It is due on {due}, before it was issued on {issued}. Correct one of the two.",
    ),
    Reason.NOTICE_FROM_ABOVE: (
        "“{title}” do nơi khác ban hành, ở đây không thu hồi được. Hãy đề nghị nơi ban hành thu hồi.",
        "“{title}” was issued elsewhere and cannot be withdrawn here. Ask those who issued it.",
    ),
    Reason.NOTICE_TITLE_MISSING: (
        "Chưa ghi trích yếu của thông báo. Hãy gõ một câu nói thông báo về việc gì.",
        "The notice has no title. Type one sentence that says what it is about.",
    ),
    Reason.NOTICE_WITHDRAWN: (
        "Thông báo này đã được thu hồi rồi.",
        "This notice has been withdrawn already.",
    ),
    Reason.ONLY_A_HUB: (
        "Chỉ máy chủ cấp trên ghi được cho các xã. Lệnh này không dùng được ở máy của xã.",
        "Only a hub writes for its communes. This is no command for a commune's station.",
    ),
    Reason.SUPPORT_DAY_IN_FUTURE: (
        "Ngày {day} chưa đến. Chỉ ghi những lần đã hỗ trợ; hãy sửa ngày.",
        "{day} is still to come. Only help that was given is entered; correct the day.",
    ),
    Reason.SUPPORT_HELPER_MISSING: (
        "Chưa ghi ai hỗ trợ. Hãy gõ tên thành viên Tổ công nghệ số cộng đồng.",
        "Nobody is named who helped. Type the name of the team's member.",
    ),
    Reason.SUPPORT_PEOPLE_OUT_OF_RANGE: (
        "Số người được hỗ trợ phải từ 1 đến {most}, không phải {people}.",
        "The number of people helped is from 1 to {most}, not {people}.",
    ),
    Reason.SUPPORT_VOIDED: (
        "Dòng này đã bị gạch bỏ nên không sửa được nữa. Hãy ghi một dòng mới.",
        "This line was struck and cannot be changed any more. Enter a new one.",
    ),
    Reason.UNKNOWN_NOTICE: (
        "Không có thông báo nào có mã hoặc số hiệu {notice}. Xem: communetui notice list",
        "There is no notice with the key or number {notice}. See: communetui notice list",
    ),
    Reason.UNKNOWN_SUPPORT: (
        "Không có dòng nào có mã {support} trong nhật ký hỗ trợ. Xem: communetui support list",
        "There is no line with the key {support} in the support log. See: communetui support list",
    ),
}

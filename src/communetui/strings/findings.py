"""What the rules point out, in words. `{name}` is filled from the finding's facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.finding import FindingCode
from communetui.strings.facts import filled
from communetui.strings.language import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.domain.finding import Finding

FINDINGS: Final[Mapping[FindingCode, Words[str]]] = {
    FindingCode.CLOCK_SET_BACK: Words(
        "Đồng hồ máy chậm {hours} giờ so với lần ghi sổ gần nhất. Hãy kiểm tra ngày giờ của máy.",
        "This PC's clock is {hours} hours behind the last entry of the register. Check its date and time.",
    ),
    FindingCode.CONTRADICTING_EVENT: Words(
        'Bước "{event}" không hợp với trạng thái "{status}" lúc đó. Hãy xem lại lịch sử hồ sơ.',
        'The step "{event}" does not fit the status "{status}" of that moment. Look at the dossier\'s history.',
    ),
    FindingCode.EVENT_UNREADABLE: Words(
        'Hồ sơ có một bước ("{kind}") đến từ máy khác mà chương trình này không đọc được; bước đó vẫn được giữ nguyên.',
        'The dossier has a step ("{kind}") from another PC that this program cannot read; it is kept as it came.',
    ),
    FindingCode.DISK_NEARLY_FULL: Words(
        "Ổ đĩa sắp đầy, chỉ còn {megabytes} MB. Hãy xóa bớt tệp không cần trước khi không lưu được nữa.",
        "The disk is nearly full, {megabytes} MB left. Remove files that are not needed before nothing can be saved.",
    ),
    FindingCode.FEEDBACK_ASKED_LATE: Words(
        "Yêu cầu bổ sung sau hạn 5 ngày làm việc ({due}): chỉ số 766 tính là trễ.",
        "More is asked for after the limit of 5 working days ({due}): indicator 766 counts it as late.",
    ),
    FindingCode.FEEDBACK_CONTRADICTION: Words(
        'Bước "{feedback_step}" không hợp với trạng thái "{feedback_status}" lúc đó. Hãy xem lại diễn biến.',
        'The step "{feedback_step}" does not fit the status "{feedback_status}" of that moment. Look at the events.',
    ),
    FindingCode.FEEDBACK_ESCALATED_TWICE: Words(
        "Đã bị chuyển cấp trên {count} lần, ở các máy khác nhau. Hãy hủy bớt, chỉ giữ một.",
        "It was escalated {count} times, at different PCs. Void all but one.",
    ),
    FindingCode.FEEDBACK_EVENT_UNREADABLE: Words(
        'Có một bước ("{kind}") đến từ máy khác mà chương trình này không đọc được; bước đó vẫn được giữ nguyên.',
        'There is a step ("{kind}") from another PC that this program cannot read; it is kept as it came.',
    ),
    FindingCode.FEEDBACK_REFUSED_LATE: Words(
        "Từ chối sau hạn 2 ngày làm việc ({due}): chỉ số 766 tính là trễ.",
        "It is refused after the limit of 2 working days ({due}): indicator 766 counts it as late.",
    ),
    FindingCode.ID_NUMBER_PLACE_UNKNOWN: Words(
        "Ba số đầu của số định danh không phải mã tỉnh, thành phố nào. Hãy đối chiếu với thẻ căn cước.",
        "The first three digits of the ID number are no province's code. Compare with the ID card.",
    ),
    FindingCode.ID_NUMBER_SEX_DIFFERS: Words(
        "Giới tính không khớp với số định danh. Hãy đối chiếu với thẻ căn cước.",
        "The sex does not fit the ID number. Compare with the ID card.",
    ),
    FindingCode.ID_NUMBER_YEAR_DIFFERS: Words(
        "Năm sinh {year} không khớp với số định danh. Hãy đối chiếu với thẻ căn cước.",
        "The year of birth {year} does not fit the ID number. Compare with the ID card.",
    ),
    FindingCode.ID_NUMBER_YEAR_UNLIKELY: Words(
        "Năm sinh trong số định danh khó có thể đúng. Hãy đối chiếu với thẻ căn cước.",
        "The year of birth in the ID number is unlikely. Compare with the ID card.",
    ),
    FindingCode.LIMIT_WITHOUT_UNIT: Words(
        'Dòng {row}, mã {code}: thời hạn "{amount}" không có đơn vị nên không được nhận. Hãy ghi thêm đơn vị.',
        'Row {row}, code {code}: the time limit "{amount}" has no unit and was not taken. Add the unit.',
    ),
    FindingCode.LOG_MISSING: Words(
        "Lần trước sổ không được đóng và tệp nhật ký -wal đã mất. Hãy xem những hồ sơ vừa nhập gần nhất còn đủ không.",
        "The register was not closed last time and its -wal log is gone. See whether the latest dossiers are there.",
    ),
    FindingCode.NO_TIME_LIMIT: Words(
        "Thủ tục này chưa có thời hạn giải quyết, nên phiếu hẹn không có ngày trả kết quả.",
        "This procedure has no time limit yet, so the receipt carries no due date.",
    ),
    FindingCode.PROCEDURE_CODE_RESTORED: Words(
        "Dòng {row}: mã đọc được là {read}, đã khôi phục thành {code}. Hãy để cột mã ở dạng văn bản.",
        "Row {row}: the code was read as {read} and restored to {code}. Keep the column of codes as text.",
    ),
    FindingCode.PAGES_DAMAGED: Words(
        "Sổ bị hỏng {count} chỗ trên đĩa. Hãy ngừng nhập, chép cả thư mục sổ ra nơi khác và báo quản trị: lệnh check cho biết rõ.",
        "The register is damaged in {count} places on the disk. Stop entering, copy its folder elsewhere and tell the administrator: the command check tells more.",
    ),
    FindingCode.SECOND_SUPPLEMENT: Words(
        "Đây là lần yêu cầu bổ sung thứ {count}: từ lần thứ hai, hồ sơ bị tính là trễ hạn (chỉ số 766).",
        "This is supplement request number {count}: from the second on, the dossier counts as late (indicator 766).",
    ),
    FindingCode.TABLE_COLUMNS_UNUSED: Words(
        "Các cột không dùng đến: {columns}.",
        "Columns that are not used: {columns}.",
    ),
    FindingCode.TABLE_SHEETS_UNREAD: Words(
        "Chỉ đọc trang tính {sheet}. Không đọc: {others}.",
        "Only the sheet {sheet} was read. Not read: {others}.",
    ),
    FindingCode.TASK_CHILD_AFTER_PARENT: Words(
        "Hạn của nhiệm vụ ({due}) ở sau hạn của nhiệm vụ cha {parent} ({parent_due}). Hãy sửa một trong hai hạn.",
        "The task is due on {due}, after the task above it, {parent} ({parent_due}). Correct one of the two.",
    ),
    FindingCode.TASK_CODE_TWICE: Words(
        "Có {count} nhiệm vụ mang mã {code}. Hãy sửa mã của một nhiệm vụ.",
        "{count} tasks bear the code {code}. Correct the code of one.",
    ),
    FindingCode.TASK_EVENT_UNREADABLE: Words(
        'Nhiệm vụ có một bước ("{kind}") đến từ máy khác mà chương trình này không đọc được; bước đó vẫn được giữ nguyên.',
        'The task has a step ("{kind}") from another PC that this program cannot read; it is kept as it came.',
    ),
    FindingCode.TASK_PARENT_IN_LOOP: Words(
        "Nhiệm vụ nằm dưới chính nó theo các nhiệm vụ cha. Hãy sửa nhiệm vụ cha.",
        "By the tasks above it, the task lies below itself. Correct the task above it.",
    ),
    FindingCode.TASK_PARENT_VOIDED: Words(
        "Nhiệm vụ cha {parent} đã hủy mà nhiệm vụ này vẫn còn. Hãy sửa nhiệm vụ cha, hoặc hủy nhiệm vụ này.",
        "The task above it, {parent}, is void, and this one is not. Correct the task above it, or void this one.",
    ),
    FindingCode.TASK_REPORTED_APART: Words(
        "Kỳ {period} được báo cáo ở hai máy chưa biết nhau: báo cáo ghi lúc {entered} được tính, báo cáo ghi lúc {before} còn "
        "trong diễn biến. Hãy xem cả hai rồi báo cáo lại kỳ này.",
        "{period} was reported at two PCs that did not know of each other: the report of {entered} counts, that of {before} "
        "stays in the course. Read both and report the period again.",
    ),
    FindingCode.TASK_REPORT_AFTER_CUT_OFF: Words(
        "Báo cáo kỳ {period} được ghi lúc {entered}, sau khi kỳ đã chốt ({cut_off}) và chưa được mở lại. Hãy xem có nhận không.",
        "The report of {period} was written at {entered}, after its cut-off ({cut_off}), without being opened again. Look whether it stands.",
    ),
    FindingCode.TASK_STEP_CONTRADICTS: Words(
        'Bước "{task_event}" ngày {day} không hợp với tình trạng nhiệm vụ lúc đó, nên không đổi gì. Hãy xem lại lịch sử nhiệm vụ.',
        'The step "{task_event}" of {day} does not fit how the task stood then and changed nothing. Look at its history.',
    ),
    FindingCode.TASK_VOIDED_UNSEEN: Words(
        "Nhiệm vụ đã hủy trong khi máy khác còn ghi việc mà người hủy chưa biết ({count} bước). Hãy xem diễn biến: hủy lại để "
        "xác nhận, hoặc thu hồi bước hủy (việc cấp trên giao: báo cấp trên).",
        "The task was voided while another PC wrote work on it that was not known there ({count} steps). Look at its course: "
        "void it again to confirm, or take the void back (given from above: tell that level).",
    ),
}
"""One text per `FindingCode`; a test holds the two together."""


def finding_text(finding: Finding) -> str:
    """The finding in the language of now."""
    return filled(FINDINGS[finding.code](), finding.facts)

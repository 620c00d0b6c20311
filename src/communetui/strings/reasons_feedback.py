"""Refusals about feedback and difficulties. Vietnamese first, then English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

FEEDBACK: Final[Mapping[Reason, tuple[str, str]]] = {
    Reason.FEEDBACK_ALREADY_ESCALATED: (
        "Nội dung này đã được chuyển lên cấp trên với mã {code}. Hãy mở mã đó để theo dõi.",
        "This was escalated already, under the code {code}. Open that one to follow it.",
    ),
    Reason.FEEDBACK_ANONYMOUS_NAMED: (
        "Phản ánh ẩn danh thì không ghi thông tin người gửi. Hãy xóa các thông tin đó, hoặc bỏ chọn ẩn danh.",
        "Anonymous feedback carries nothing about its sender. Clear those fields, or do not call it anonymous.",
    ),
    Reason.FEEDBACK_CONTENT_MISSING: (
        "Chưa ghi nội dung. Hãy tóm tắt điều người gửi phản ánh.",
        "The content is missing. Sum up what the sender says.",
    ),
    Reason.FEEDBACK_LEVEL_NOT_HIGHER: (
        "Chỉ chuyển được lên cấp cao hơn cấp đang xử lý. Hãy chọn cấp tỉnh hoặc trung ương.",
        "It can only be escalated to a level above the present one. Choose the province or the central level.",
    ),
    Reason.FEEDBACK_NEEDS_MORE: (
        'Bước "{feedback_step}" còn thiếu: {feedback_needs}. Hãy ghi cho đủ.',
        'The step "{feedback_step}" still needs: {feedback_needs}. Fill it in.',
    ),
    Reason.FEEDBACK_NOT_YOURS_TO_ASSIGN: (
        "Chuyên viên chỉ nhận việc chưa có ai phụ trách, hoặc chuyển việc của mình cho người khác. Việc của người khác do lãnh đạo phân công.",
        "A specialist takes what nobody has, or passes the own on. What others have is assigned by the leader.",
    ),
    Reason.FEEDBACK_SENDER_MISSING: (
        "Chưa ghi tên người gửi. Hãy ghi tên, hoặc chọn ẩn danh.",
        "The sender's name is missing. Fill it in, or call it anonymous.",
    ),
    Reason.FEEDBACK_STEP_NOT_ALLOWED: (
        'Đang ở trạng thái "{feedback_status}" nên không làm được bước "{feedback_step}". Các bước làm được: xem F7, hoặc lệnh feedback show.',
        'From the status "{feedback_status}" the step "{feedback_step}" is not possible. F7, or the command feedback show, tells which steps are.',
    ),
    Reason.FEEDBACK_SUBJECT_MISSING: (
        "Chưa rõ liên quan đến hồ sơ, thủ tục hay nhiệm vụ nào. Hãy chọn loại và ghi mã.",
        "It is not clear which dossier, procedure or task this is about. Choose the kind and give its code.",
    ),
    Reason.FEEDBACK_SUBJECT_UNKNOWN: (
        "Không thấy {subject_kind} có mã {subject}. Hãy xem lại mã.",
        "There is no {subject_kind} with the code {subject}. Look at the code again.",
    ),
    Reason.FEEDBACK_VOIDED: (
        "Nội dung này đã bị hủy vì nhập nhầm, không làm gì thêm được. Mã của nó vẫn được giữ.",
        "This was voided as entered by mistake; nothing more can be done with it. Its code stays kept.",
    ),
    Reason.UNKNOWN_FEEDBACK: (
        "Không thấy phản ánh hay khó khăn nào có mã {feedback}. Hãy xem lại mã.",
        "There is no feedback or difficulty with the code {feedback}. Look at the code again.",
    ),
}
"""One text per reason of this part."""

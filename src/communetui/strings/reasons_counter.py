"""Refusals at the quick counter and at the till. Vietnamese first, then English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

COUNTER: Final[Mapping[Reason, tuple[str, str]]] = {
    Reason.AGREED_DAY_NOT_LATER: (
        "Ngày hẹn thỏa thuận phải sau hôm nay. Hãy sửa ngày, hoặc chọn trả ngay.",
        "The day agreed must be after today. Correct it, or choose to return at once.",
    ),
    Reason.CASH_COUNT_MISSING: (
        "Chưa đếm tiền. Hãy cho tổng số tiền hoặc số tờ từng loại.",
        "Nothing is counted. Give the sum, or the notes of each kind.",
    ),
    Reason.CASH_DIFFERENCE_UNEXPLAINED: (
        "Tiền đếm lệch {difference} so với sổ ({recorded}). Hãy đếm lại, hoặc ghi lý do chênh lệch.",
        "What was counted differs by {difference} from the record ({recorded}). Count again, or say why.",
    ),
    Reason.CASH_NOTES_UNKNOWN: (
        "Không có loại tiền hoặc số tờ này: {value}. Hãy đếm theo các mệnh giá trong danh sách.",
        "There is no such note or number of notes: {value}. Count by the denominations of the list.",
    ),
    Reason.CERTIFICATION_DONE: (
        "Hồ sơ này không còn giấy tờ nào chờ vào sổ chứng thực.",
        "No paper of this dossier waits to be entered in the book any more.",
    ),
    Reason.FEE_NOT_KNOWN: (
        "Danh mục không cho biết mức phí duy nhất của thủ tục {code}. Hãy gõ số tiền thu.",
        "The catalogue does not give one fee for procedure {code}. Type the amount that is paid.",
    ),
    Reason.NOT_A_CERTIFICATION: (
        "Thủ tục {code} không làm được ở quầy nhanh. Hãy tiếp nhận bằng phiếu thường (F2).",
        "Procedure {code} is not one of the quick counter. Receive it by the ordinary form (F2).",
    ),
    Reason.PAID_MORE_THAN_FEE: (
        "Số tiền thu nhiều hơn mức phí. Hãy sửa số tiền.",
        "More is paid than the fee. Correct the amount.",
    ),
    Reason.SIGNER_MISSING: (
        "Chưa có người ký chứng thực. Hãy chọn người ký.",
        "Nobody is named who signs. Choose the signer.",
    ),
    Reason.SIGNER_NOT_LEADER: (
        "{officer} không có vai trò lãnh đạo nên không ký chứng thực được. Hãy chọn người khác.",
        "{officer} is no leader and cannot sign certifications. Choose somebody else.",
    ),
}
"""(Vietnamese, English) for each reason of this area."""

"""Refusals of reports and their periods. Vietnamese first, then English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

REPORTS: Final[Mapping[Reason, tuple[str, str]]] = {
    Reason.PERIOD_NOT_BEGUN: (
        "Kỳ báo cáo từ ngày {first} chưa bắt đầu, chưa gửi báo cáo được. Hãy chọn kỳ đã qua.",
        "The period from {first} has not begun; there is nothing to send yet. Choose an earlier one.",
    ),
    Reason.PERIOD_UNREADABLE: (
        "Không đọc được kỳ báo cáo “{text}”. Hãy ghi như 2026-11, 2026-Q4, 2026-W48, official-2026-11"
        " hoặc 2026-11-01/2026-11-14.",
        "The period “{text}” cannot be read. Write it as 2026-11, 2026-Q4, 2026-W48, official-2026-11"
        " or 2026-11-01/2026-11-14.",
    ),
    Reason.REPORT_FORMAT_UNKNOWN: (
        "Không ghi được báo cáo thành {name}. Tên tệp phải kết thúc bằng một trong: {known}.",
        "A report cannot be saved as {name}. The name must end in one of: {known}.",
    ),
    Reason.REPORT_NOT_DRAWN: (
        "Báo cáo “{title}” không có biểu đồ. Hãy bỏ --format chart; có biểu đồ: {known}.",
        "The report “{title}” has no chart. Leave --format chart out; these have one: {known}.",
    ),
    Reason.REPORT_NOT_SENT: (
        "Chưa gửi báo cáo này cho kỳ: {period}. Bỏ --sent để xem số liệu bây giờ.",
        "This report was not sent for: {period}. Leave --sent out to see the figures of now.",
    ),
    Reason.REPORT_TOO_LARGE: (
        "Báo cáo có {dossiers} hồ sơ, quá lớn để lưu một lần gửi. Hãy chia thành kỳ ngắn hơn.",
        "The report lists {dossiers} dossiers, too many to keep as one that was sent. Choose a shorter period.",
    ),
    Reason.UNKNOWN_REPORT: (
        "Không có báo cáo “{name}”. Các báo cáo: {known}.",
        "There is no report “{name}”. The reports: {known}.",
    ),
}

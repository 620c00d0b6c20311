"""Words of all reports: what they share, and each report's own by its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from communetui.strings.language import Words
from communetui.strings.reports_dossiers import DOSSIERS
from communetui.strings.reports_measures import MEASURES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communetui.strings.report_words import ReportWords

REPORTS: Final[Mapping[str, Words[ReportWords]]] = {**DOSSIERS, **MEASURES}
"""One entry per report of `communedb.reports.named`."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Headings, codes (`column:value`) and sentences that reports have in common; `doubts` and `unknown` by code."""

    total: str
    columns: dict[str, str]
    codes: dict[str, str]
    doubts: dict[str, str]
    unknown: dict[str, str]
    doubts_title: str
    more_doubts: str
    no_rows: str
    unit: str
    every_unit: str
    made: str
    sent: str
    corrected: str
    note: str
    differs: str
    same: str
    difference_heads: tuple[str, ...]
    sent_heads: tuple[str, ...]
    none_sent: str
    is_correction: str
    marked: str
    saved: str
    page: str
    sheet: str
    about: str
    made_by: str
    signed_by: str


shared = Words(
    Shared(
        total="Tổng cộng",
        columns={
            "number": "STT",
            "code": "Mã hồ sơ",
            "applicant": "Người nộp",
            "procedure": "Thủ tục",
            "field": "Lĩnh vực",
            "channel": "Cách nộp",
            "status": "Trạng thái",
            "officer": "Cán bộ",
            "received_at": "Tiếp nhận lúc",
            "due_at": "Hẹn trả",
            "ended_at": "Xong lúc",
            "due_state": "Theo hạn",
            "fee_due": "Phí phải nộp",
            "competent_agency": "Cơ quan giải quyết",
            "return_method": "Cách nhận kết quả",
        },
        codes={
            "channel:counter": "Trực tiếp",
            "channel:online": "Trực tuyến",
            "channel:post": "Bưu chính",
            "return_method:counter": "Tại quầy",
            "return_method:online": "Trực tuyến",
            "return_method:post": "Bưu chính",
            "due_state:none": "không có hạn",
            "due_state:in_time": "còn hạn",
            "due_state:due_soon": "sắp đến hạn",
            "due_state:due_today": "hạn hôm nay",
            "due_state:overdue": "quá hạn",
            "due_state:paused": "tạm dừng tính hạn",
            "due_state:early": "xong trước hạn",
            "due_state:on_time": "xong đúng hạn",
            "due_state:late": "xong quá hạn",
        },
        doubts={
            "carried_elsewhere": "Hồ sơ {code}: kỳ trước gửi ở lĩnh vực {sent_row}, nay ở lĩnh vực {row}.",
            "carried_not_sent": (
                "Hồ sơ {code} ({row}): có từ trước kỳ này nhưng không có trong báo cáo kỳ trước đã gửi."
                " Gửi lại báo cáo kỳ trước để đính chính."
            ),
            "maximum_assumed": (
                "Điểm tối đa của các chỉ số {indicators} chưa đối chiếu được với văn bản, chỉ tổng điểm từng nhóm là đã rõ."
            ),
            "neither_open_nor_done": "Phản ánh, kiến nghị {code}: các bước mâu thuẫn nhau, cần mở ra xem lại.",
            "not_its_list": "Dòng {row}, cột {column}: ghi {shown} nhưng danh sách có {listed}.",
            "period_in_future": "Kỳ báo cáo từ ngày {first} chưa bắt đầu.",
            "period_not_over": "Kỳ báo cáo đến hết ngày {last} mới xong; số liệu tính đến bây giờ.",
            "sent_not_carried": (
                "Hồ sơ {code} ({row}): kỳ trước đã gửi là đang giải quyết, nhưng theo sổ thì đã xong trước kỳ này."
                " Gửi lại báo cáo kỳ trước để đính chính."
            ),
            "sent_not_here": "Hồ sơ {code} ({row}): có trong báo cáo kỳ trước đã gửi nhưng chưa về máy này.",
            "sent_then_voided": (
                "Hồ sơ {code} ({row}): kỳ trước đã gửi là đang giải quyết, sau đó bị hủy do nhập nhầm."
                " Gửi lại báo cáo kỳ trước để đính chính."
            ),
            "sum_differs": (
                "{row}: tiếp nhận {received}, nhưng đã giải quyết {resolved} và đang giải quyết {in_progress}."
            ),
        },
        unknown={"not_measured": "không đo được ở đây", "nothing_to_count": "chưa có gì để tính"},
        doubts_title="Cần xem lại:",
        more_doubts="… và {count} điều nữa; xem đủ trên màn hình hoặc trong tệp Excel.",
        no_rows="Không có số liệu trong kỳ này.",
        unit="Đơn vị báo cáo: {unit}",
        every_unit="tất cả đơn vị",
        made="Lập lúc {at}",
        sent="Đã gửi lúc {at}, {officer}",
        corrected=" (đính chính báo cáo gửi trước đó)",
        note="Ghi chú: {note}",
        differs="Khác với báo cáo đã gửi lúc {at}:",
        same="Không có gì khác với báo cáo đã gửi lúc {at}.",
        difference_heads=("Dòng", "Cột", "Đã gửi", "Bây giờ"),
        sent_heads=("Gửi lúc", "Đơn vị", "Báo cáo", "Kỳ", "Cán bộ", "Lần gửi", "Ghi chú"),
        none_sent="Chưa gửi báo cáo nào.",
        is_correction="đính chính",
        marked="Đã ghi nhận gửi “{title}”, {period}.",
        saved="Đã ghi báo cáo vào {file}.",
        page="Trang {page}/{pages}",
        sheet="Báo cáo",
        about="Thông tin",
        made_by="Người lập báo cáo",
        signed_by="Thủ trưởng đơn vị",
    ),
    Shared(
        total="Total",
        columns={
            "number": "No.",
            "code": "Dossier",
            "applicant": "Applicant",
            "procedure": "Procedure",
            "field": "Field",
            "channel": "Channel",
            "status": "Status",
            "officer": "Officer",
            "received_at": "Received at",
            "due_at": "Due",
            "ended_at": "Ended at",
            "due_state": "Against the due date",
            "fee_due": "Fee due",
            "competent_agency": "Competent agency",
            "return_method": "Way of return",
        },
        codes={
            "channel:counter": "At the counter",
            "channel:online": "Online",
            "channel:post": "By post",
            "return_method:counter": "At the counter",
            "return_method:online": "Online",
            "return_method:post": "By post",
            "due_state:none": "no due date",
            "due_state:in_time": "in time",
            "due_state:due_soon": "due soon",
            "due_state:due_today": "due today",
            "due_state:overdue": "overdue",
            "due_state:paused": "clock stopped",
            "due_state:early": "ended early",
            "due_state:on_time": "ended on time",
            "due_state:late": "ended late",
        },
        doubts={
            "carried_elsewhere": "Dossier {code}: the period before was sent with it in {sent_row}; now it is in {row}.",
            "carried_not_sent": (
                "Dossier {code} ({row}): older than this period, and not in the report that was sent for the one before."
                " Send that one again to correct it."
            ),
            "maximum_assumed": (
                "The maxima of {indicators} were not compared with the decision's text; only each group's sum is certain."
            ),
            "neither_open_nor_done": "Feedback {code}: its steps contradict each other; have a look at it.",
            "not_its_list": "Row {row}, column {column}: {shown} is shown, {listed} are listed.",
            "period_in_future": "The period from {first} has not begun.",
            "period_not_over": "The period lasts until {last}; the figures are those of now.",
            "sent_not_carried": (
                "Dossier {code} ({row}): sent as in progress for the period before, and had ended by then."
                " Send that one again to correct it."
            ),
            "sent_not_here": "Dossier {code} ({row}): in the report sent for the period before, and not on this PC yet.",
            "sent_then_voided": (
                "Dossier {code} ({row}): sent as in progress for the period before, and voided since."
                " Send that one again to correct it."
            ),
            "sum_differs": "{row}: received {received}, but resolved {resolved} and in progress {in_progress}.",
        },
        unknown={"not_measured": "not measured here", "nothing_to_count": "nothing to count"},
        doubts_title="To be looked at:",
        more_doubts="… and {count} more; all of them are on the screen and in the workbook.",
        no_rows="Nothing in this period.",
        unit="Reporting unit: {unit}",
        every_unit="all units",
        made="Made at {at}",
        sent="Sent at {at}, {officer}",
        corrected=" (corrects the one sent before)",
        note="Note: {note}",
        differs="Differs from the report sent at {at}:",
        same="Nothing differs from the report sent at {at}.",
        difference_heads=("Row", "Column", "Sent", "Now"),
        sent_heads=("Sent at", "Unit", "Report", "Period", "Officer", "Sending", "Note"),
        none_sent="No report has been sent.",
        is_correction="correction",
        marked="“{title}” is marked as sent, {period}.",
        saved="The report is saved as {file}.",
        page="Page {page}/{pages}",
        sheet="Report",
        about="About",
        made_by="Made by",
        signed_by="Head of the unit",
    ),
)

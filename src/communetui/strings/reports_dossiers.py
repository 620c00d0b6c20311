"""Words of the reports of dossiers. Vietnamese first, then English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communetui.strings.language import Words
from communetui.strings.report_words import ReportWords

if TYPE_CHECKING:
    from collections.abc import Mapping


def _under(heading: str, *columns: str) -> dict[str, str]:
    return dict.fromkeys(columns, heading)


_RECEIVED: Final = ("received", "received_online", "received_direct", "carried_over")
_RESOLVED: Final = ("resolved", "resolved_early", "resolved_on_time", "resolved_overdue")
_IN_PROGRESS: Final = ("in_progress", "in_progress_in_time", "in_progress_overdue")

_II06A: Final = Words(
    ReportWords(
        title="Tình hình, kết quả giải quyết thủ tục hành chính",
        form="Biểu số II.06a/VPCP/KSTT",
        numbered=True,
        columns={
            "field": "Lĩnh vực giải quyết",
            "received": "Tổng số",
            "received_online": "Trực tuyến",
            "received_direct": "Trực tiếp, bưu chính",
            "carried_over": "Từ kỳ trước",
            "resolved": "Tổng số",
            "resolved_early": "Trước hạn",
            "resolved_on_time": "Đúng hạn",
            "resolved_overdue": "Quá hạn",
            "in_progress": "Tổng số",
            "in_progress_in_time": "Trong hạn",
            "in_progress_overdue": "Quá hạn",
        },
        groups=_under("Tiếp nhận", *_RECEIVED)
        | _under("Đã giải quyết", *_RESOLVED)
        | _under("Đang giải quyết", *_IN_PROGRESS),
        codes={
            "field:province": "Thủ tục của cấp tỉnh",
            "field:commune": "Thủ tục của cấp xã",
            "field:other": "Thủ tục của cơ quan khác",
            "field:no_field": "(Chưa ghi lĩnh vực)",
        },
    ),
    ReportWords(
        title="Handling of administrative procedures",
        form="Form II.06a/VPCP/KSTT",
        numbered=True,
        columns={
            "field": "Field",
            "received": "Total",
            "received_online": "Online",
            "received_direct": "Direct, by post",
            "carried_over": "Carried over",
            "resolved": "Total",
            "resolved_early": "Early",
            "resolved_on_time": "On time",
            "resolved_overdue": "Overdue",
            "in_progress": "Total",
            "in_progress_in_time": "In time",
            "in_progress_overdue": "Overdue",
        },
        groups=_under("Received", *_RECEIVED) | _under("Resolved", *_RESOLVED) | _under("In progress", *_IN_PROGRESS),
        codes={
            "field:province": "Procedures of the province",
            "field:commune": "Procedures of the commune",
            "field:other": "Procedures of other agencies",
            "field:no_field": "(No field given)",
        },
    ),
)

_PAYMENTS: Final = Words(
    ReportWords(
        title="Phí, lệ phí đã thu",
        columns={
            "method": "Cách nộp",
            "dossiers": "Số hồ sơ",
            "payments": "Số lần nộp",
            "paid": "Đã thu",
            "refunded": "Trả lại",
            "net": "Thực thu",
            "exempted_dossiers": "Hồ sơ được miễn, giảm",
            "exempted": "Số tiền miễn, giảm",
        },
        codes={
            "method:counter": "Nộp tại quầy",
            "method:cash": "Tiền mặt",
            "method:transfer": "Chuyển khoản",
            "method:unstated": "Không ghi cách nộp",
            "method:exemption": "Miễn, giảm",
            "method:online": "Nộp trực tuyến",
        },
    ),
    ReportWords(
        title="Fees taken",
        columns={
            "method": "Paid by",
            "dossiers": "Dossiers",
            "payments": "Payments",
            "paid": "Paid",
            "refunded": "Paid back",
            "net": "Net",
            "exempted_dossiers": "Dossiers exempted",
            "exempted": "Amount exempted",
        },
        codes={
            "method:counter": "At the counter",
            "method:cash": "Cash",
            "method:transfer": "Bank transfer",
            "method:unstated": "Not stated",
            "method:exemption": "Exemptions",
            "method:online": "Online",
        },
    ),
)

_DIGITISATION: Final = Words(
    ReportWords(
        title="Số hóa hồ sơ, kết quả",
        columns={
            "received": "Hồ sơ tiếp nhận",
            "scanned": "Có giấy tờ số hóa",
            "scanned_share": "Tỷ lệ số hóa giấy tờ",
            "with_result": "Hồ sơ có kết quả",
            "result_file": "Có tệp kết quả",
            "result_file_share": "Tỷ lệ có tệp kết quả",
            "both": "Có cả giấy tờ và kết quả",
            "both_share": "Tỷ lệ có cả hai",
        },
    ),
    ReportWords(
        title="Digitisation of dossiers and results",
        columns={
            "received": "Received",
            "scanned": "With scanned papers",
            "scanned_share": "Share scanned",
            "with_result": "With a result",
            "result_file": "Result as a file",
            "result_file_share": "Share with a file",
            "both": "Papers and result",
            "both_share": "Share with both",
        },
    ),
)

DOSSIERS: Final[Mapping[str, Words[ReportWords]]] = {
    "ii06a": _II06A,
    "daily": Words(
        ReportWords(title="Danh sách hồ sơ tiếp nhận"),
        ReportWords(title="Dossiers received"),
    ),
    "late": Words(
        ReportWords(
            title="Hồ sơ quá hạn theo cán bộ",
            columns={"lateness": "Tình trạng", "days_late": "Quá hạn (ngày làm việc)"},
            codes={
                "lateness:open": "chưa xong",
                "lateness:ended": "đã xong, quá hạn",
                "officer:no_officer": "(Chưa có cán bộ)",
            },
        ),
        ReportWords(
            title="Late dossiers by officer",
            columns={"lateness": "State", "days_late": "Working days late"},
            codes={
                "lateness:open": "still open",
                "lateness:ended": "ended late",
                "officer:no_officer": "(No officer)",
            },
        ),
    ),
    "carried-over": Words(
        ReportWords(title="Hồ sơ từ kỳ trước chuyển sang"),
        ReportWords(title="Dossiers carried over"),
    ),
    "non-boundary": Words(
        ReportWords(
            title="Hồ sơ tiếp nhận phi địa giới hành chính",
            columns={
                "kind": "Trường hợp",
                "applicant_unit": "Nơi ở của người nộp",
                "reception_place": "Nơi tiếp nhận",
            },
            codes={
                "kind:for_another_agency": "Nhận cho cơ quan khác giải quyết",
                "kind:from_elsewhere": "Người nộp ở xã, phường khác",
            },
        ),
        ReportWords(
            title="Dossiers received regardless of boundaries",
            columns={
                "kind": "Case",
                "applicant_unit": "Applicant lives in",
                "reception_place": "Received at",
            },
            codes={
                "kind:for_another_agency": "Received for another agency",
                "kind:from_elsewhere": "Applicant from another unit",
            },
        ),
    ),
    "payments": _PAYMENTS,
    "digitisation": _DIGITISATION,
    "apologies": Words(
        ReportWords(
            title="Hồ sơ gia hạn và thư xin lỗi",
            form="Mẫu số 04",
            columns={
                "letter": "Thư xin lỗi",
                "extended_at": "Gia hạn lúc",
                "due_before": "Hẹn trước đó",
                "new_due": "Hẹn mới",
                "reason": "Lý do",
            },
            codes={"letter:printed": "đã in thư", "letter:not_printed": "chưa in thư"},
        ),
        ReportWords(
            title="Extensions and letters of apology",
            form="Form 04",
            columns={
                "letter": "Letter",
                "extended_at": "Extended at",
                "due_before": "Due before",
                "new_due": "New due date",
                "reason": "Reason",
            },
            codes={"letter:printed": "letter printed", "letter:not_printed": "letter not printed"},
        ),
    ),
    "register-book": Words(
        ReportWords(
            title="Sổ theo dõi hồ sơ",
            form="Mẫu số 07",
            columns={"sets": "Số bộ", "agency": "Cơ quan giải quyết", "returned_on": "Ngày trả kết quả"},
        ),
        ReportWords(
            title="Register book of dossiers",
            form="Form 07",
            columns={"sets": "Sets", "agency": "Competent agency", "returned_on": "Returned on"},
        ),
    ),
}
"""By the name of the report."""

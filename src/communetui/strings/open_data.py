"""Texts of the open data package: in the data itself and about it."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class OpenData:
    """`tables` and `columns` are title and description by name; `values` explains what the codes of a column mean."""

    title: str
    description: str
    tables: dict[str, tuple[str, str]]
    columns: dict[str, tuple[str, str]]
    values: dict[str, dict[str, str]]
    written: str
    kept: str
    left_out: str
    not_over: str


open_data = Words(
    OpenData(
        title="Số liệu giải quyết thủ tục hành chính của {centre}",
        description=(
            "Số hồ sơ theo tháng, từ {first} đến {last}. Không có thông tin về người dân, cán bộ hay mã hồ sơ. Số nhỏ hơn "
            "{threshold} được gộp với số nhỏ nhất bên cạnh, ghi là pooled. Tháng có ít "
            "hơn {threshold} hồ sơ không được công bố. Các bảng không cộng chung với nhau."
        ),
        tables={
            "received": ("Hồ sơ tiếp nhận theo lĩnh vực và thủ tục", "Theo tháng tiếp nhận."),
            "channels": ("Hồ sơ tiếp nhận theo cách nộp", "Theo tháng tiếp nhận."),
            "statuses": ("Hồ sơ tiếp nhận theo tình trạng khi công bố lần đầu", "Theo tháng tiếp nhận."),
            "resolved": ("Hồ sơ giải quyết xong theo lĩnh vực và hẹn trả", "Theo tháng giải quyết xong."),
        },
        columns={
            "month": ("Tháng", "Năm và tháng."),
            "field": ("Lĩnh vực", "Lĩnh vực của thủ tục; pooled: gộp nhiều lĩnh vực."),
            "procedure": ("Mã thủ tục", "Mã trên Cổng Dịch vụ công quốc gia; pooled: gộp nhiều thủ tục."),
            "channel": ("Cách nộp", "pooled: gộp nhiều cách nộp."),
            "status": ("Tình trạng", "pooled: gộp nhiều tình trạng."),
            "promise": ("Hẹn trả", "pooled: gộp cả đúng hạn, quá hạn."),
            "dossiers": ("Số hồ sơ", "Không nhỏ hơn ngưỡng công bố."),
        },
        values={
            "channel": {"counter": "trực tiếp", "online": "trực tuyến", "post": "qua bưu chính"},
            "status": {
                "returned": "đã trả kết quả",
                "refused": "từ chối",
                "withdrawn": "rút hồ sơ",
                "stopped": "dừng giải quyết",
                "in_progress": "đang giải quyết",
            },
            "promise": {"kept": "đúng hạn", "broken": "quá hạn", "none": "không có hạn"},
        },
        written="Đã ghi {tables} bảng, {rows} dòng vào {folder}. Số nhỏ hơn {threshold} đã được gộp.",
        kept=(
            "Đã công bố, giữ nguyên: {months}. Sửa lại tháng đã công bố thì lộ từng hồ sơ thêm bớt; vẫn muốn lập lại thì "
            "thêm --yes."
        ),
        left_out="{count} hồ sơ của những tháng có quá ít hồ sơ không được công bố.",
        not_over="Chỉ công bố đến hết {last}: tháng chưa hết thì mỗi lần công bố sẽ lộ số của từng ngày.",
    ),
    OpenData(
        title="Administrative procedures handled by {centre}",
        description=(
            "Dossiers by month, from {first} to {last}. Nothing about people, officers or single dossiers. Counts under "
            "{threshold} are put together with their smallest neighbours as `pooled`. Months "
            "with fewer than {threshold} dossiers are not published. The tables do not add up with each other."
        ),
        tables={
            "received": ("Dossiers received by field and procedure", "By month of reception."),
            "channels": ("Dossiers received by channel", "By month of reception."),
            "statuses": (
                "Dossiers received by their status when the month was first published",
                "By month of reception.",
            ),
            "resolved": ("Dossiers resolved by field and promise", "By the month in which the handling ended."),
        },
        columns={
            "month": ("Month", "Year and month."),
            "field": ("Field", "The procedure's field; pooled: several fields."),
            "procedure": ("Procedure code", "Code on the national portal; pooled: several procedures."),
            "channel": ("Channel", "pooled: several channels."),
            "status": ("Status", "pooled: several statuses."),
            "promise": ("Promise", "pooled: in time and late together."),
            "dossiers": ("Dossiers", "Not less than the threshold."),
        },
        values={
            "channel": {"counter": "at the counter", "online": "online", "post": "by post"},
            "status": {
                "returned": "returned",
                "refused": "refused",
                "withdrawn": "withdrawn",
                "stopped": "stopped",
                "in_progress": "in progress",
            },
            "promise": {"kept": "in time", "broken": "late", "none": "without a due date"},
        },
        written="{tables} tables with {rows} rows are in {folder}. Counts under {threshold} were put together.",
        kept=(
            "Published before and kept: {months}. A month told anew gives away the single dossier that was added or "
            "taken away; to make them all anew, add --yes."
        ),
        left_out="{count} dossiers of months with too few of them are not published.",
        not_over="Published until {last} only: of a month that goes on, each day's difference would show.",
    ),
)

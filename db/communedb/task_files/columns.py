"""The columns of a plan of tasks: what they are called when written, and what they may be called when read."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from communedb.tables.headings import heading_key

if TYPE_CHECKING:
    from collections.abc import Mapping


class Column(StrEnum):
    """One column; the order is the one in which they are written.

    NUMBER is a running number, which is a code only together with the directive; STATUS and FIRST_DUE are written for
    people and never read, because they follow from the rest.
    """

    NUMBER = "number"
    CODE = "code"
    TITLE = "title"
    PARENT = "parent"
    DOCUMENT = "document_number"
    DOCUMENT_ON = "document_on"
    BLOCK = "block"
    LEVEL = "level"
    LEAD = "lead_unit"
    COORDINATING = "coordinating"
    RESPONSIBLE = "responsible"
    FOLLOWERS = "followers"
    START = "start_on"
    DUE = "due_on"
    FIRST_DUE = "first_due_on"
    EXPECTED = "expected"
    REPORTS = "reports"
    BUDGET = "budget_assigned"
    DISBURSED = "disbursed"
    PERCENT = "percent"
    STATUS = "status"
    COMPLETED = "completed_on"
    RESULT = "result"
    NOTE = "note"


NOT_READ: Final = frozenset({Column.STATUS, Column.FIRST_DUE})

# Plans that offices, departments and steering committees send down as spreadsheets.
_NAMES: Final[Mapping[Column, tuple[str, ...]]] = {
    Column.NUMBER: ("STT", "TT", "Số TT", "No"),
    Column.CODE: (
        "Mã nhiệm vụ", "Mã", "Mã NV", "Mã số", "Mã số nhiệm vụ", "Ký hiệu nhiệm vụ", "Số hiệu nhiệm vụ", "Code",
        "Task code",
    ),
    Column.TITLE: (
        "Nội dung nhiệm vụ", "Nhiệm vụ", "Tên nhiệm vụ", "Nội dung", "Nội dung công việc", "Công việc",
        "Tên công việc", "Nhiệm vụ, giải pháp", "Nhiệm vụ cụ thể", "Nội dung thực hiện", "Title", "Task",
    ),
    Column.PARENT: (
        "Nhiệm vụ cha", "Mã nhiệm vụ cha", "Mã cha", "Thuộc nhiệm vụ", "Nhiệm vụ cấp trên", "Nhóm nhiệm vụ", "Parent",
    ),
    Column.DOCUMENT: (
        "Văn bản giao", "Số văn bản", "Văn bản", "Số văn bản giao", "Văn bản chỉ đạo", "Văn bản giao nhiệm vụ",
        "Số, ký hiệu văn bản", "Số ký hiệu", "Số hiệu văn bản", "Căn cứ", "Căn cứ giao", "Document",
    ),
    Column.DOCUMENT_ON: ("Ngày văn bản", "Ngày ban hành", "Ngày ban hành văn bản", "Ngày giao", "Document date"),
    Column.BLOCK: ("Khối", "Khối cơ quan", "Thuộc khối", "Block"),
    Column.LEVEL: ("Cấp giao", "Cấp giao nhiệm vụ", "Cấp", "Level"),
    Column.LEAD: (
        "Đơn vị chủ trì", "Chủ trì", "Cơ quan chủ trì", "Cơ quan, đơn vị chủ trì", "Đơn vị thực hiện",
        "Cơ quan thực hiện", "Đơn vị được giao", "Đơn vị chủ trì thực hiện", "Lead unit",
    ),
    Column.COORDINATING: (
        "Đơn vị phối hợp", "Phối hợp", "Cơ quan phối hợp", "Cơ quan, đơn vị phối hợp", "Coordinating units",
    ),
    Column.RESPONSIBLE: (
        "Cán bộ phụ trách", "Người phụ trách", "Phụ trách", "Người thực hiện", "Cán bộ thực hiện",
        "Cá nhân phụ trách", "Cán bộ được giao", "Responsible",
    ),
    Column.FOLLOWERS: ("Người theo dõi", "Theo dõi", "Cán bộ theo dõi", "Lãnh đạo theo dõi", "Followers"),
    Column.START: ("Ngày bắt đầu", "Bắt đầu", "Thời gian bắt đầu", "Từ ngày", "Start"),
    Column.DUE: (
        "Hạn hoàn thành", "Thời hạn hoàn thành", "Thời hạn", "Hạn", "Thời gian hoàn thành", "Thời hạn thực hiện",
        "Ngày đến hạn", "Hạn xử lý", "Tiến độ hoàn thành", "Đến ngày", "Due",
    ),
    Column.FIRST_DUE: ("Hạn ban đầu", "First due"),
    Column.EXPECTED: (
        "Sản phẩm dự kiến", "Sản phẩm", "Sản phẩm đầu ra", "Kết quả dự kiến", "Kết quả, sản phẩm",
        "Sản phẩm, kết quả", "Kết quả cần đạt", "Yêu cầu sản phẩm", "Expected result",
    ),
    Column.REPORTS: ("Chế độ báo cáo", "Kỳ báo cáo", "Báo cáo định kỳ", "Định kỳ báo cáo", "Reports"),
    Column.BUDGET: (
        "Kinh phí giao", "Kinh phí", "Kinh phí được giao", "Dự toán", "Dự toán giao", "Kinh phí thực hiện", "Budget",
    ),
    Column.DISBURSED: ("Đã giải ngân", "Giải ngân", "Kinh phí giải ngân", "Kinh phí đã giải ngân", "Disbursed"),
    Column.PERCENT: (
        "Tiến độ (%)", "Tiến độ", "Tỷ lệ hoàn thành", "% hoàn thành", "Phần trăm hoàn thành", "Tiến độ thực hiện",
        "Mức độ hoàn thành", "Progress",
    ),
    Column.STATUS: ("Tình trạng", "Trạng thái", "Tình hình thực hiện", "Đánh giá", "Status"),
    Column.COMPLETED: (
        "Ngày hoàn thành", "Ngày hoàn thành thực tế", "Hoàn thành ngày", "Thời gian hoàn thành thực tế", "Completed",
    ),
    Column.RESULT: ("Kết quả", "Kết quả thực hiện", "Kết quả đạt được", "Result"),
    Column.NOTE: ("Ghi chú", "Chú thích", "Note", "Notes"),
}  # fmt: skip

HEADINGS: Final[Mapping[Column, str]] = MappingProxyType({column: names[0] for column, names in _NAMES.items()})
"""What each column is called in a file that is written, and in what is shown of a match."""

WORDS: Final[Mapping[str, Column]] = MappingProxyType(
    {heading_key(name): column for column, names in _NAMES.items() for name in names}
)
"""Every heading that is understood, as `heading_key` gives it."""

WRITTEN: Final = tuple(column for column in Column if column is not Column.NUMBER)

WIDTHS: Final[Mapping[Column, int]] = MappingProxyType(
    dict.fromkeys(Column, 14)
    | dict.fromkeys((Column.TITLE, Column.EXPECTED, Column.RESULT), 50)
    | dict.fromkeys((Column.LEAD, Column.COORDINATING, Column.RESPONSIBLE, Column.STATUS, Column.NOTE), 26)
)
"""Widths in a workbook, in characters."""

EXPECTED: Final = ", ".join(
    HEADINGS[column] for column in (Column.CODE, Column.TITLE, Column.DOCUMENT, Column.LEAD, Column.DUE)
)
"""The headings to name when none was understood."""

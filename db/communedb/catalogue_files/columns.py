"""The columns of a catalogue file: what they are called when written, and what they may be called when read."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from communedb.tables.headings import heading_key

if TYPE_CHECKING:
    from collections.abc import Mapping


class Column(StrEnum):
    """One column; the order is the one in which they are written."""

    CODE = "code"
    NAME = "name_vi"
    FIELD = "field"
    LIMIT = "limits"
    UNIT = "unit"
    FEE = "fee"
    RESULT = "result"
    PAPERS = "papers"
    LEGAL_BASE = "legal_base"
    VALID_FROM = "valid_from"
    VALID_TO = "valid_to"
    ALSO_CALLED = "also_called"
    STAGES = "stage_limits"
    NOTES = "notes"
    SOURCE = "source"
    NAME_EN = "name_en"
    FIELD_EN = "field_en"
    FIELD_CODE = "field_code"


_NAMES: Final[Mapping[Column, tuple[str, ...]]] = {
    Column.CODE: (
        "Mã thủ tục", "Mã TTHC", "Mã số TTHC", "Mã số thủ tục", "Mã thủ tục hành chính", "Mã số thủ tục hành chính",
        "Mã số", "Mã", "Procedure code", "Code",
    ),
    Column.NAME: (
        "Tên thủ tục", "Tên TTHC", "Tên thủ tục hành chính", "Thủ tục hành chính", "Thủ tục", "TTHC", "Tên",
        "Procedure", "Procedure name", "Name", "name_vi",
    ),
    Column.FIELD: ("Lĩnh vực", "Tên lĩnh vực", "Field", "field_vi"),
    Column.LIMIT: (
        "Thời hạn", "Thời hạn giải quyết", "Thời gian giải quyết", "Thời hạn giải quyết TTHC", "Time limit",
        "time_limit_days", "Limit", "Limits",
    ),
    Column.UNIT: (
        "Đơn vị", "Đơn vị tính", "Đơn vị thời hạn", "Đơn vị tính thời hạn", "Time unit", "Limit unit", "Unit",
    ),
    Column.FEE: (
        "Phí, lệ phí", "Phí", "Lệ phí", "Mức phí", "Mức thu", "Lệ phí, phí", "Phí và lệ phí", "Fee", "Fees", "fee_vnd",
    ),
    Column.RESULT: ("Kết quả", "Kết quả giải quyết", "Kết quả thực hiện", "Kết quả thực hiện TTHC", "Result"),
    Column.PAPERS: ("Thành phần hồ sơ", "Hồ sơ", "Giấy tờ", "Giấy tờ phải nộp", "Documents", "Papers"),
    Column.LEGAL_BASE: ("Căn cứ pháp lý", "Cơ sở pháp lý", "Legal base", "Legal basis"),
    Column.VALID_FROM: (
        "Hiệu lực từ", "Có hiệu lực từ", "Hiệu lực từ ngày", "Ngày hiệu lực", "Ngày có hiệu lực", "Từ ngày",
        "Valid from",
    ),
    Column.VALID_TO: (
        "Hiệu lực đến", "Hiệu lực đến ngày", "Ngày hết hiệu lực", "Hết hiệu lực", "Đến ngày", "Valid to",
        "Valid until",
    ),
    Column.ALSO_CALLED: ("Tên thường gọi", "Tên gọi khác", "Also called"),
    Column.STAGES: ("Thời hạn từng bước", "Thời hạn các bước", "Stage limits"),
    Column.NOTES: ("Ghi chú", "Notes", "Note"),
    Column.SOURCE: ("Nguồn", "Source"),
    Column.NAME_EN: ("Tên tiếng Anh", "Tên thủ tục tiếng Anh", "name_en", "English name"),
    Column.FIELD_EN: ("Lĩnh vực tiếng Anh", "field_en"),
    Column.FIELD_CODE: ("Mã lĩnh vực", "field_code"),
}  # fmt: skip

HEADINGS: Final[Mapping[Column, str]] = MappingProxyType({column: names[0] for column, names in _NAMES.items()})
"""What each column is called in a file that is written."""

WORDS: Final[Mapping[str, Column]] = MappingProxyType(
    {heading_key(name): column for column, names in _NAMES.items() for name in names}
)
"""Every heading that is understood, as `heading_key` gives it."""

WIDTHS: Final[Mapping[Column, int]] = MappingProxyType(
    dict.fromkeys(Column, 14)
    | {Column.NAME: 60, Column.PAPERS: 60, Column.FIELD: 28, Column.NAME_EN: 40}
    | dict.fromkeys((Column.RESULT, Column.LEGAL_BASE, Column.NOTES, Column.SOURCE, Column.FEE), 30)
)
"""Widths in a workbook, in characters."""

EXPECTED: Final = ", ".join(
    HEADINGS[column]
    for column in (Column.CODE, Column.NAME, Column.FIELD, Column.LIMIT, Column.UNIT, Column.FEE, Column.PAPERS)
)
"""The headings to name when none was understood."""

"""Refusals of rows and columns when dossiers are brought in. Vietnamese first, then English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

IMPORTS: Final[Mapping[Reason, tuple[str, str]]] = {
    Reason.IMPORT_CODE_AMBIGUOUS: (
        "Trong sổ có {count} hồ sơ mang mã {code}. Hãy xử lý từng hồ sơ trên màn hình.",
        "The register has {count} dossiers with the code {code}. Deal with them one by one on the screens.",
    ),
    Reason.IMPORT_CODE_MISSING: (
        "Thiếu mã hồ sơ. Hãy điền mã để lần nhập sau nhận ra hồ sơ này.",
        "The dossier's code is missing. Fill it in, so that the next import knows the dossier again.",
    ),
    Reason.IMPORT_CODE_OF_ANOTHER: (
        "Mã {code} trong sổ là hồ sơ của {name}, nhận ngày {received}. Hãy thêm năm hoặc tên sổ vào mã.",
        "In the register {code} is the dossier of {name}, received on {received}. Add the year or the book to the code.",
    ),
    Reason.IMPORT_CODE_TWICE: (
        "Mã {code} có ở nhiều dòng với nội dung khác nhau: {rows}. Hãy giữ lại dòng đúng.",
        "The code {code} stands in several rows that differ: {rows}. Keep the right one.",
    ),
    Reason.IMPORT_COLUMN_UNKNOWN: (
        'Tệp không có cột "{column}". Trong tệp có: {found}.',
        'The file has no column "{column}". It has: {found}.',
    ),
    Reason.IMPORT_DATES_REVERSED: (
        "Ngày không hợp lý: {other} ({second}) trước {column} ({first}). Hãy sửa lại.",
        "These dates cannot be: {other} ({second}) before {column} ({first}). Correct them.",
    ),
    Reason.IMPORT_DATE_IN_FUTURE: (
        "Ngày ở tương lai: {column} {day}. Hãy sửa lại.",
        "A date in the future: {column} {day}. Correct it.",
    ),
    Reason.IMPORT_FACT_MISSING: (
        "Thiếu: {column}. Hãy điền vào rồi nhập lại dòng này.",
        "Missing: {column}. Fill it in and import the row again.",
    ),
    Reason.IMPORT_FIELD_UNKNOWN: (
        'Không hiểu --map "{typed}". Hãy viết "Tên cột=mục"; các mục: {known}.',
        '--map "{typed}" is not understood. Write "Heading=field"; the fields: {known}.',
    ),
    Reason.IMPORT_MATCH_NAME_MISSING: (
        "Chưa có tên để lưu cách hiểu cột.",
        "There is no name to keep the match of columns under.",
    ),
    Reason.IMPORT_MATCH_UNKNOWN: (
        'Chưa lưu cách hiểu cột nào tên "{name}". Đã lưu: {known}.',
        'No match of columns is kept as "{name}". Kept are: {known}.',
    ),
    Reason.IMPORT_NOT_RECEIVED: (
        "Hồ sơ {code} mới đăng ký, chưa được tiếp nhận. Hãy nhập lại sau khi tiếp nhận.",
        "The dossier {code} was only registered, not received. Import it when it has been received.",
    ),
    Reason.IMPORT_VALUE_UNKNOWN: (
        'Cột "{heading}": không hiểu "{typed}". Hãy sửa lại ô này.',
        'The column "{heading}": "{typed}" is not understood. Correct the cell.',
    ),
    Reason.TABLE_LINE_NOT_JSON: (
        "Dòng này không phải một đối tượng JSON. Hãy sửa dấu ngoặc, dấu phẩy của dòng.",
        "This line is no JSON object. Mend its brackets and commas.",
    ),
}
"""One text per reason."""

"""Refusals of table files and of what stands in them. Vietnamese first, then English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLES: Final[Mapping[Reason, tuple[str, str]]] = {
    Reason.PROCEDURE_CODE_MISSING: (
        "Thiếu mã thủ tục. Hãy điền mã, ví dụ 1.001193.",
        "The procedure code is missing. Fill it in, for example 1.001193.",
    ),
    Reason.PROCEDURE_CODE_TWICE: (
        "Mã {code} có ở nhiều dòng: {rows}. Hãy giữ lại một dòng.",
        "The code {code} stands in several rows: {rows}. Keep one of them.",
    ),
    Reason.PROCEDURE_CODE_UNREADABLE: (
        'Mã thủ tục "{typed}" không đúng dạng 1.001193. Hãy sửa lại và để ô ở dạng văn bản.',
        'The procedure code "{typed}" is not of the form 1.001193. Correct it and keep the cell as text.',
    ),
    Reason.PROCEDURE_DETAIL_UNKNOWN: (
        'Không hiểu "{typed}" trong ngoặc nhọn. Có thể dùng: {known}.',
        '"{typed}" in the braces is not understood. Possible are: {known}.',
    ),
    Reason.TABLE_CELL_CONTROL_CHARACTER: (
        'Cột "{column}" có ký tự điều khiển. Hãy gõ lại nội dung ô này.',
        'The column "{column}" holds a control character. Type this cell again.',
    ),
    Reason.TABLE_CELL_ERROR: (
        'Cột "{column}" là một lỗi của bảng tính (như #N/A). Hãy sửa công thức hoặc gõ giá trị.',
        'The column "{column}" is an error of the spreadsheet (such as #N/A). Mend the formula or type the value.',
    ),
    Reason.TABLE_CELL_FORMULA_WITHOUT_VALUE: (
        'Cột "{column}" là công thức chưa được tính. Hãy mở tệp bằng Excel, lưu lại, hoặc gõ giá trị.',
        'The column "{column}" is a formula that was never calculated. Open and save the file in Excel, or type the value.',
    ),
    Reason.TABLE_CELL_TOO_LONG: (
        "Dòng {row} có ô dài quá {limit} ký tự. Hãy kiểm tra dấu ngoặc kép và nội dung ô.",
        "Row {row} has a cell of more than {limit} characters. Check quotation marks and what the cell holds.",
    ),
    Reason.TABLE_COLUMNS_TOO_MANY: (
        "Bảng có {columns} cột, tối đa {limit}. Hãy xóa các cột thừa.",
        "The table has {columns} columns, at most {limit} are read. Delete those that are not needed.",
    ),
    Reason.TABLE_ENCODING_UNKNOWN: (
        "Không nhận ra bảng mã của tệp {name} (có thể là TCVN3 hoặc VNI). Hãy lưu lại dạng CSV UTF-8 hoặc .xlsx.",
        "The encoding of the file {name} is not known (perhaps TCVN3 or VNI). Save it as CSV UTF-8 or .xlsx.",
    ),
    Reason.TABLE_FILE_EXISTS: (
        "Đã có tệp {path}. Hãy chọn tên khác, hoặc thêm --yes để ghi đè.",
        "The file {path} exists. Choose another name, or add --yes to replace it.",
    ),
    Reason.TABLE_HEADINGS_UNKNOWN: (
        "Không nhận ra các cột. Trong tệp có: {found}. Cần có: {expected}.",
        "The columns are not recognised. The file has: {found}. Expected are: {expected}.",
    ),
    Reason.TABLE_HEADING_TWICE: (
        "Hai cột cùng một nội dung: {headings}. Hãy giữ lại một cột.",
        "Two columns mean the same: {headings}. Keep one of them.",
    ),
    Reason.TABLE_NOT_TEXT: (
        "Tệp {name} không phải bảng CSV hay Excel. Hãy lưu lại dạng CSV UTF-8 hoặc .xlsx.",
        "The file {name} is no CSV or Excel table. Save it as CSV UTF-8 or .xlsx.",
    ),
    Reason.TABLE_QUOTE_OPEN: (
        'Gần dòng {row} có dấu ngoặc kép " không khép đúng. Hãy sửa dòng này rồi nhập lại.',
        'Near row {row} a quotation mark " is not closed properly. Mend the row and import again.',
    ),
    Reason.TABLE_ROWS_MISSING: (
        "Tệp {name} chỉ có tiêu đề cột, không có dòng nào.",
        "The file {name} has headings only and no rows.",
    ),
    Reason.TABLE_ROWS_TOO_MANY: (
        "Bảng có hơn {limit} dòng. Hãy chia thành nhiều tệp.",
        "The table has more than {limit} rows. Part it into several files.",
    ),
    Reason.TABLE_SHEET_UNKNOWN: (
        'Không có trang tính "{sheet}". Trong tệp có: {sheets}.',
        'There is no sheet "{sheet}". The file has: {sheets}.',
    ),
    Reason.TABLE_SUFFIX_UNKNOWN: (
        "Tên tệp {name} phải kết thúc bằng .csv hoặc .xlsx.",
        "The name {name} must end in .csv or .xlsx.",
    ),
    Reason.TABLE_UNPACKS_TOO_LARGE: (
        "Tệp {name} khi giải nén quá lớn (hơn {limit} MB) nên không được mở. Hãy chia nhỏ bảng.",
        "The file {name} is too large when unpacked (over {limit} MB) and was not opened. Part the table.",
    ),
    Reason.TABLE_WORKBOOK_DAMAGED: (
        "Tệp {name} không phải tệp Excel .xlsx hoặc đã hỏng. Hãy mở bằng Excel và lưu lại dạng .xlsx.",
        "The file {name} is no Excel .xlsx file or is damaged. Open it in Excel and save it as .xlsx.",
    ),
    Reason.TABLE_WORKBOOK_OLD: (
        "Tệp {name} là Excel cũ (.xls) hoặc có mật khẩu. Hãy lưu lại dạng .xlsx không mật khẩu.",
        "The file {name} is an old Excel file (.xls) or has a password. Save it as .xlsx without one.",
    ),
    Reason.TIME_LIMIT_UNREADABLE: (
        'Không hiểu thời hạn "{typed}". Hãy ghi số và đơn vị: ngày làm việc, ngày, giờ, trong ngày.',
        'The time limit "{typed}" is not understood. Give a number and a unit: ngày làm việc, ngày, giờ, trong ngày.',
    ),
    Reason.VALIDITY_EMPTY: (
        "Hiệu lực đến {ends} trước ngày bắt đầu {begins}. Hãy sửa lại ngày.",
        "The validity ends on {ends}, before it begins on {begins}. Correct the dates.",
    ),
}
"""One text per `Reason`."""

"""Refusals of what is typed: names, numbers, dates, money, codes, calendars. Vietnamese first, then English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

ENTRY: Final[Mapping[Reason, tuple[str, str]]] = {
    Reason.APPLICANT_NAME_MISSING: (
        "Chưa có họ tên người nộp. Hãy nhập họ tên.",
        "The applicant's name is missing. Type it.",
    ),
    Reason.BEYOND_CALENDAR: (
        "Không tính được ngày hẹn trong {days} ngày kể từ {after}. Hãy kiểm tra lịch làm việc.",
        "No due date within {days} days after {after}. Check the working calendar.",
    ),
    Reason.BIRTH_IN_FUTURE: (
        "Ngày sinh {typed} ở sau hôm nay ({today}). Hãy sửa lại.",
        "The date of birth {typed} is after today ({today}). Correct it.",
    ),
    Reason.BIRTH_TOO_LONG_AGO: (
        "Ngày sinh {typed} ở trước {earliest}. Hãy sửa lại.",
        "The date of birth {typed} is before {earliest}. Correct it.",
    ),
    Reason.CODE_COUNTER_OUT_OF_RANGE: (
        "Số thứ tự {counter} vượt quá {limit} của mẫu mã hồ sơ. Hãy đổi mẫu mã.",
        "The number {counter} is beyond the {limit} of the code pattern. Change the pattern.",
    ),
    Reason.CODE_PATTERN_AMBIGUOUS: (
        "Mẫu mã hồ sơ không phân cách được phần {field}. Hãy thêm dấu phân cách.",
        "The code pattern does not set the part {field} apart. Add a separator.",
    ),
    Reason.CODE_PATTERN_CHARACTER: (
        "Mẫu mã hồ sơ có ký tự không dùng được: {character}",
        "The code pattern has a character that cannot be used: {character}",
    ),
    Reason.CODE_PATTERN_FIELD_FORMAT: (
        "Phần {field} của mẫu mã hồ sơ có định dạng không dùng được: {format}",
        "The part {field} of the code pattern has a format that cannot be used: {format}",
    ),
    Reason.CODE_PATTERN_FIELD_UNKNOWN: (
        "Mẫu mã hồ sơ có phần không hiểu được: {field}",
        "The code pattern has a part that is not known: {field}",
    ),
    Reason.CODE_PATTERN_LACKS_FIELD: (
        "Mẫu mã hồ sơ thiếu phần {field}.",
        "The code pattern lacks the part {field}.",
    ),
    Reason.CODE_PATTERN_UNREADABLE: (
        "Không đọc được mẫu mã hồ sơ: {pattern}",
        "The code pattern cannot be read: {pattern}",
    ),
    Reason.CODE_STATION_OUT_OF_RANGE: (
        "Số máy trạm {station} vượt quá {limit} của mẫu mã hồ sơ.",
        "Station number {station} is beyond the {limit} of the code pattern.",
    ),
    Reason.CODE_UNIT_UNUSABLE: (
        "Mã đơn vị không dùng được trong mã hồ sơ: {unit}",
        "The unit's code cannot be used in a dossier code: {unit}",
    ),
    Reason.DATE_IMPOSSIBLE: (
        "Không có ngày {typed}. Hãy nhập lại, ví dụ 23/11/2026.",
        "There is no such date: {typed}. Type it again, for example 23/11/2026.",
    ),
    Reason.DATE_UNREADABLE: (
        "Không hiểu ngày {typed}. Hãy nhập ngày/tháng/năm, ví dụ 23/11/2026.",
        "The date {typed} is not understood. Type day/month/year, for example 23/11/2026.",
    ),
    Reason.FEE_AMOUNT_OUT_OF_RANGE: (
        "Số tiền {amount} ngoài khoảng cho phép, tối đa {limit}.",
        "The amount {amount} is out of range, at most {limit}.",
    ),
    Reason.FEE_EXEMPTION_UNKNOWN: (
        "Khoản phí này không có diện miễn, giảm đó: {exemption}",
        "This fee has no such exemption: {exemption}",
    ),
    Reason.FEE_QUANTITY_OUT_OF_RANGE: (
        "Số lượng {quantity} ngoài khoảng cho phép, tối đa {limit}.",
        "The quantity {quantity} is out of range, at most {limit}.",
    ),
    Reason.ID_NUMBER_LENGTH: (
        "Số định danh có {length} chữ số; phải có 12 (số CMND cũ: 9). Hãy nhập lại.",
        "The ID number has {length} digits; it must have 12 (old identity cards: 9). Type it again.",
    ),
    Reason.ID_NUMBER_MISSING: (
        "Chưa có số định danh. Hãy nhập số.",
        "The ID number is missing. Type it.",
    ),
    Reason.ID_NUMBER_NOT_DIGITS: (
        "Số định danh chỉ gồm chữ số (hộ chiếu: chữ cái rồi số, như C1234567), không phải {typed}. Hãy nhập lại.",
        "An ID number has digits only (a passport a letter, then digits, as C1234567), not {typed}. Type it again.",
    ),
    Reason.MONEY_UNREADABLE: (
        "Không hiểu số tiền {typed}. Hãy nhập số đồng, ví dụ 8.000.",
        "The amount {typed} is not understood. Type it in đồng, for example 8.000.",
    ),
    Reason.NAME_MISSING: (
        "Chưa có họ tên. Hãy nhập họ tên.",
        "The name is missing. Type it.",
    ),
    Reason.PHONE_LENGTH: (
        "Số điện thoại có {length} chữ số; phải có {expected}. Hãy nhập lại.",
        "The phone number has {length} digits; it must have {expected}. Type it again.",
    ),
    Reason.PHONE_NOT_DIGITS: (
        "Số điện thoại chỉ gồm chữ số, không phải {typed}. Hãy nhập lại.",
        "A phone number has digits only, not {typed}. Type it again.",
    ),
    Reason.PHONE_PREFIX_UNKNOWN: (
        "Đầu số của {typed} không có ở Việt Nam. Hãy nhập lại.",
        "The prefix of {typed} is not used in Vietnam. Type it again.",
    ),
    Reason.SESSIONS_OUT_OF_ORDER: (
        "Các buổi làm việc chồng lên nhau hoặc sai thứ tự: {sessions}",
        "The office hours overlap or are out of order: {sessions}",
    ),
    Reason.TEXT_TOO_LONG: (
        "Nội dung dài {length} ký tự, tối đa {limit}. Hãy rút gọn rồi nhập lại.",
        "The text has {length} characters, at most {limit} are taken. Shorten it and try again.",
    ),
    Reason.SETS_OUT_OF_RANGE: (
        "Số bộ hồ sơ phải là số từ 1 đến {limit}, không phải {typed}.",
        "The number of sets must be from 1 to {limit}, not {typed}.",
    ),
    Reason.TIME_LIMIT_OUT_OF_RANGE: (
        "Thời hạn {amount} {unit} ngoài khoảng cho phép, tối đa {longest}.",
        "The time limit {amount} {unit} is out of range, at most {longest}.",
    ),
}
"""(Vietnamese, English) for each reason of this area."""

"""Why something was refused, in words that say what to do. `{name}` is filled from the refusal's facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason
from communetui.strings.language import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.domain.refusal import Refused

REASONS: Final[Mapping[Reason, Words[str]]] = {
    Reason.BEYOND_CALENDAR: Words(
        "Sau ngày {after} không tìm được ngày làm việc trong {days} ngày. Hãy kiểm tra lịch làm việc và ngày đã nhập.",
        "No working day was found within {days} days after {after}. Check the working calendar and the date entered.",
    ),
    Reason.BIRTH_IN_FUTURE: Words(
        "Ngày sinh {typed} sau ngày hôm nay ({today}). Hãy kiểm tra lại.",
        "The date of birth {typed} is after today ({today}). Check it.",
    ),
    Reason.BIRTH_TOO_LONG_AGO: Words(
        'Năm sinh trong "{typed}" trước năm {earliest}. Hãy kiểm tra lại bốn chữ số của năm.',
        'The year of birth in "{typed}" is before {earliest}. Check the four digits of the year.',
    ),
    Reason.CODE_COUNTER_OUT_OF_RANGE: Words(
        "Số thứ tự hồ sơ {counter} không hợp lệ, phải từ 1 đến {limit}.",
        "The dossier number {counter} is not valid; it must be from 1 to {limit}.",
    ),
    Reason.CODE_PATTERN_AMBIGUOUS: Words(
        "Trong mẫu mã hồ sơ, phần {{{field}}} nối liền với số phía sau nên hai hồ sơ có thể trùng mã. Hãy "
        "thêm dấu chấm hoặc gạch nối, hoặc ghi số chữ số của {{station}}, ví dụ {{station:02}}.",
        "In the code pattern, {{{field}}} runs into the digits after it, so two dossiers could get one code. "
        "Put a dot or a hyphen between them, or give {{station}} its number of digits, for example "
        "{{station:02}}.",
    ),
    Reason.CODE_PATTERN_CHARACTER: Words(
        'Mẫu mã hồ sơ có ký tự "{character}" không dùng được ở vị trí đó. Chỉ dùng chữ không dấu, chữ số, '
        "dấu chấm, gạch nối, gạch dưới; bắt đầu và kết thúc bằng chữ hoặc số.",
        'The character "{character}" cannot be used there in a code pattern. Use letters without marks, '
        "digits, dots, hyphens and underscores; begin and end with a letter or digit.",
    ),
    Reason.CODE_PATTERN_FIELD_FORMAT: Words(
        'Định dạng "{format}" của phần {{{field}}} không hợp lệ. Ví dụ đúng: {{unit}}, {{station:02}}, '
        "{{date:%y%m%d}}, {{counter:04}}.",
        'The format "{format}" of {{{field}}} is not valid. Good examples: {{unit}}, {{station:02}}, '
        "{{date:%y%m%d}}, {{counter:04}}.",
    ),
    Reason.CODE_PATTERN_FIELD_UNKNOWN: Words(
        "Mẫu mã hồ sơ có phần {{{field}}} không được hỗ trợ. Hãy dùng {{unit}}, {{station}}, "
        "{{date:%y%m%d}}, {{counter}}.",
        "The code pattern has an unknown field {{{field}}}. Use {{unit}}, {{station}}, {{date:%y%m%d}}, {{counter}}.",
    ),
    Reason.CODE_PATTERN_LACKS_FIELD: Words(
        "Mẫu mã hồ sơ phải có phần {{{field}}}, nếu không hai máy có thể cấp trùng mã. Hãy thêm phần này.",
        "The code pattern needs {{{field}}}, or two stations could give one code. Add it.",
    ),
    Reason.CODE_PATTERN_UNREADABLE: Words(
        'Không đọc được mẫu mã hồ sơ "{pattern}". Hãy kiểm tra các dấu ngoặc {{ }}.',
        'The code pattern "{pattern}" cannot be read. Check the braces {{ }}.',
    ),
    Reason.CODE_STATION_OUT_OF_RANGE: Words(
        "Mẫu mã hồ sơ chỉ dùng được cho máy số 1 đến {limit}, máy này là số {station}. Hãy cho {{station}} "
        "thêm chữ số.",
        "The code pattern has room for stations 1 to {limit}; this is station {station}. Give {{station}} more digits.",
    ),
    Reason.CODE_UNIT_UNUSABLE: Words(
        'Mã đơn vị "{unit}" không dùng được trong mã hồ sơ. Chỉ dùng chữ không dấu, chữ số, dấu chấm, gạch nối.',
        'The unit code "{unit}" cannot be used in a dossier code. Use letters without marks, digits, dots and hyphens.',
    ),
    Reason.DATE_IMPOSSIBLE: Words(
        "Không có ngày {typed}. Hãy kiểm tra lại ngày và tháng.",
        "There is no such date as {typed}. Check the day and the month.",
    ),
    Reason.DATE_UNREADABLE: Words(
        'Không đọc được ngày "{typed}". Hãy nhập ngày/tháng/năm, ví dụ 01/02/1990, hoặc chỉ năm 1990.',
        'The date "{typed}" cannot be read. Enter day/month/year such as 01/02/1990, or the year alone.',
    ),
    Reason.FEE_AMOUNT_OUT_OF_RANGE: Words(
        "Số tiền {amount} vượt quá {limit}. Hãy kiểm tra lại.",
        "The amount {amount} is more than {limit}. Check it.",
    ),
    Reason.FEE_EXEMPTION_UNKNOWN: Words(
        'Khoản thu "{fee}" không có trường hợp miễn, giảm đã chọn. Hãy chọn lại.',
        'The fee "{fee}" has no such exemption. Choose again.',
    ),
    Reason.FEE_QUANTITY_OUT_OF_RANGE: Words(
        "Số lượng {quantity} không hợp lệ. Hãy nhập số từ 0 đến {limit}.",
        "The quantity {quantity} is not valid. Enter a number from 0 to {limit}.",
    ),
    Reason.ID_NUMBER_LENGTH: Words(
        'Số "{typed}" có {length} chữ số; số định danh có 12, chứng minh nhân dân cũ có 9. Hãy kiểm tra lại.',
        'The number "{typed}" has {length} digits; a personal number has 12, an old identity card 9. Check it.',
    ),
    Reason.ID_NUMBER_MISSING: Words(
        "Chưa nhập số định danh. Hãy nhập 12 chữ số hoặc quét mã QR trên thẻ.",
        "No ID number was entered. Type the 12 digits or scan the QR of the card.",
    ),
    Reason.ID_NUMBER_NOT_DIGITS: Words(
        'Số định danh "{typed}" có ký tự không phải chữ số. Hãy nhập lại 12 chữ số (hoặc 9 chữ số của chứng '
        "minh nhân dân cũ).",
        'The ID number "{typed}" holds something other than digits. Enter the 12 digits (or the 9 of an old '
        "identity card).",
    ),
    Reason.MONEY_UNREADABLE: Words(
        'Không đọc được số tiền "{typed}". Hãy nhập số nguyên, ví dụ 20000 hoặc 20.000.',
        'The amount "{typed}" cannot be read. Enter a whole number such as 20000 or 20.000.',
    ),
    Reason.NAME_MISSING: Words(
        "Chưa nhập họ và tên. Hãy nhập họ và tên.",
        "No name was entered. Enter the name.",
    ),
    Reason.PHONE_LENGTH: Words(
        'Số điện thoại "{typed}" có {length} chữ số, cần {expected}. Hãy kiểm tra lại.',
        'The phone number "{typed}" has {length} digits, {expected} are needed. Check it.',
    ),
    Reason.PHONE_NOT_DIGITS: Words(
        'Số điện thoại "{typed}" có ký tự không phải chữ số. Hãy nhập lại.',
        'The phone number "{typed}" holds something other than digits. Enter it again.',
    ),
    Reason.PHONE_PREFIX_UNKNOWN: Words(
        'Đầu số của "{typed}" không đúng. Di động bắt đầu bằng 03, 05, 07, 08, 09; cố định bằng 02; tổng đài '
        "bằng 1800, 1900.",
        '"{typed}" does not begin as a phone number does: mobile 03, 05, 07, 08, 09; landline 02; services 1800, 1900.',
    ),
    Reason.RESUMED_BEFORE_PAUSE: Words(
        "Thời điểm tiếp tục ({resumed}) trước thời điểm tạm dừng ({paused}). Hãy kiểm tra lại giờ.",
        "The clock would run on at {resumed}, before it was paused at {paused}. Check the times.",
    ),
    Reason.SESSIONS_OUT_OF_ORDER: Words(
        "Giờ làm việc không hợp lệ: {sessions}. Mỗi buổi phải kết thúc sau khi bắt đầu và các buổi không chồng nhau.",
        "The working hours are not valid: {sessions}. Each session must end after it starts, and none may overlap.",
    ),
    Reason.TEXT_TOO_LONG: Words(
        "Nội dung dài {length} ký tự, tối đa {limit}. Hãy rút gọn rồi nhập lại.",
        "The text has {length} characters, at most {limit} are taken. Shorten it and try again.",
    ),
    Reason.TIME_LIMIT_OUT_OF_RANGE: Words(
        "Thời hạn {amount} không hợp lệ. Hãy nhập số từ 1 đến {longest}.",
        "A time limit of {amount} is not valid. Enter a number from 1 to {longest}.",
    ),
    Reason.UNKNOWN_DOSSIER: Words(
        "Không có hồ sơ này trong sổ. Hãy kiểm tra lại mã hồ sơ.",
        "There is no such dossier in the register. Check the dossier code.",
    ),
}
"""One text per `Reason`; a test holds the two together."""


class _Facts(dict[str, str]):
    """Facts by name; one that the refusal does not give is shown as `-`."""

    def __missing__(self, _name: str) -> str:
        return "-"


def reason_text(refusal: Refused) -> str:
    """The refusal in the language of now."""
    facts = _Facts({name: str(value) for name, value in refusal.facts.items()})
    return REASONS[refusal.reason]().format_map(facts)

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

"""Single values of a file of dossiers: days, numbers that a spreadsheet cut, words and codes of statuses."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from communedb.domain.birthplace import PROVINCES
from communedb.domain.channel import Channel
from communedb.domain.identity import Sex
from communedb.domain.imported import Stamp
from communedb.domain.intake import ApplicantKind, ReturnMethod
from communedb.domain.moment import VIETNAM
from communedb.domain.phone import parse_phone
from communedb.domain.refusal import Reason, Refused
from communedb.domain.status import NATIONAL_CODES, Status
from communedb.domain.text import fold
from communedb.tables.cells import cell_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.tables.cells import Cell

YEARS: Final = range(1975, 2100)
"""Years in which a dossier of an office's books can have been received or promised."""

_DAY: Final = r"(?P<day>\d{1,2})[/.\-](?P<month>\d{1,2})[/.\-](?P<year>\d{4})"
_ISO: Final = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
_CLOCK: Final = r"(?P<hour>\d{1,2})[:hg](?P<minute>\d{2})?(?::(?P<second>\d{2})(?:\.\d+)?)?"
_ZONE: Final = r"(?P<zone>Z|[+\-]\d\d:?\d\d)?"
_FORMS: Final = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"{_DAY}(?:[ ,]+(?:lúc )?{_CLOCK})?",
        rf"{_CLOCK}[ ,]+(?:ngày )?{_DAY}",
        rf"{_ISO}(?:[T ]{_CLOCK}{_ZONE})?",
        r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d))?",
    )
)


def parse_stamp(cell: Cell, column: str) -> Stamp | None:
    """A day, with its time where it has one; a spreadsheet's own date, or text such as those of `_FORMS`.

    The national payload writes `20261123140500`. Refused: DATE_UNREADABLE, DATE_IMPOSSIBLE (30/02, a year outside
    YEARS). A bare number, which only a spreadsheet can tell for a date, is not guessed at.
    """
    if isinstance(cell, datetime):
        return _bounded(Stamp(cell.date(), cell.time().replace(microsecond=0) if cell.time() != time() else None))
    if isinstance(cell, date):
        return _bounded(Stamp(cell))
    text = cell_text(cell, column).strip()
    if not text:
        return None
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if found is None:
        raise Refused(Reason.DATE_UNREADABLE, typed=text[:60])
    try:
        return _bounded(_stamp(found.groupdict()))
    except ValueError:
        raise Refused(Reason.DATE_IMPOSSIBLE, typed=text[:60]) from None


def _stamp(parts: Mapping[str, str | None]) -> Stamp:
    day = date(int(parts["year"] or 0), int(parts["month"] or 0), int(parts["day"] or 0))
    if parts.get("hour") is None:
        return Stamp(day)
    clock = time(int(parts["hour"] or 0), int(parts.get("minute") or 0), int(parts.get("second") or 0))
    if zone := parts.get("zone"):
        moment = datetime.combine(day, clock, datetime.fromisoformat(f"2000-01-01T00:00{zone}").tzinfo)
        here = moment.astimezone(VIETNAM)
        return Stamp(here.date(), here.time())
    # Midnight is how a system writes that it knows the day only.
    return Stamp(day, clock if clock != time() else None)


def _bounded(stamp: Stamp) -> Stamp:
    if stamp.day.year not in YEARS:
        raise Refused(Reason.DATE_IMPOSSIBLE, typed=f"{stamp.day.day}/{stamp.day.month}/{stamp.day.year}")
    return stamp


def write_stamp(moment: datetime) -> str:
    """An instant of the desk's clock as it is written: `23/11/2026 14:05`."""
    return f"{moment:%d/%m/%Y %H:%M}"


def restored_id_number(text: str) -> str:
    """A citizen's number with the zeros that a spreadsheet took from its beginning.

    Every number of 12 digits begins with 0 (the province), so one of 10 or 11 digits that begins otherwise and fits a
    province has lost it; a CMND of 8 digits has, too. Any other text stays.
    """
    if not (text.isascii() and text.isdigit()) or text.startswith("0"):
        return text
    if len(text) in {10, 11} and text.zfill(12)[:3] in PROVINCES:
        return text.zfill(12)
    return text.zfill(9) if len(text) == 8 else text


def phone_text(text: str) -> str:
    """A phone number in national form, with the zero that a spreadsheet took; what is no such number stays."""
    for typed in (text, f"0{text}"):
        try:
            return parse_phone(typed)
        except Refused:
            continue
    return text


def named(cell: Cell, column: str, words: Mapping[str, str]) -> str | None:
    """The code that a word or number stands for, None for an empty cell. Refused: IMPORT_VALUE_UNKNOWN."""
    text = cell_text(cell, column).strip()
    if not text:
        return None
    found = words.get(_key(text))
    if found is None:
        raise Refused(Reason.IMPORT_VALUE_UNKNOWN, heading=column, typed=text[:60])
    return found


def _key(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(text)))


def words_of(given: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    """Each word for a code, as `named` looks it up; the code itself is one."""
    return MappingProxyType({_key(word): code for code, words in given.items() for word in (code, *words)})


STATUS_NAMES: Final[Mapping[Status, str]] = MappingProxyType({
    Status.RECEIVED: "Đã tiếp nhận",
    Status.PROCESSING: "Đang xử lý",
    Status.SUPPLEMENT_AWAITED: "Chờ bổ sung",
    Status.FEE_AWAITED: "Chờ nộp phí",
    Status.AGENCY_AWAITED: "Chờ cơ quan khác",
    Status.DECIDED: "Đã có quyết định",
    Status.RESULT_READY: "Có kết quả",
    Status.RETURNED: "Đã trả kết quả",
    Status.REFUSED: "Từ chối",
    Status.WITHDRAWN: "Đã rút",
    Status.STOPPED: "Dừng xử lý",
})  # fmt: skip
"""How statuses are written."""

_STATUS_WORDS: Final[Mapping[Status, tuple[str, ...]]] = {
    Status.DRAFT: ("Mới đăng ký", "Chờ tiếp nhận", "Chưa tiếp nhận"),
    Status.RECEIVED: ("Được tiếp nhận", "Tiếp nhận", "Mới tiếp nhận", "Đã nhận", "Chờ xử lý"),
    Status.PROCESSING: (
        "Đang giải quyết", "Đang thụ lý", "Đang thực hiện", "Xử lý", "Đang xử lý trong hạn", "Đang xử lý quá hạn",
        "Đang giải quyết trong hạn", "Đang giải quyết quá hạn", "Quá hạn",
    ),
    Status.SUPPLEMENT_AWAITED: (
        "Chờ bổ sung hồ sơ", "Yêu cầu bổ sung", "Yêu cầu bổ sung giấy tờ", "Bổ sung hồ sơ", "Yêu cầu bổ sung hồ sơ",
    ),
    Status.FEE_AWAITED: (
        "Yêu cầu thực hiện nghĩa vụ tài chính", "Chờ thực hiện nghĩa vụ tài chính", "Chờ thanh toán",
    ),
    Status.AGENCY_AWAITED: ("Chờ ý kiến", "Lấy ý kiến", "Chờ liên thông"),
    Status.DECIDED: ("Đã ký", "Đã duyệt", "Đã phê duyệt"),
    Status.RESULT_READY: (
        "Đã xử lý xong", "Xử lý xong", "Đã có kết quả", "Chờ trả kết quả", "Hoàn thành", "Đã hoàn thành",
        "Đã giải quyết", "Đã giải quyết xong", "Chưa trả kết quả", "Chờ trả",
    ),
    Status.RETURNED: ("Đã trả", "Trả kết quả", "Đã trả KQ", "Đã nhận kết quả"),
    Status.REFUSED: (
        "Không được tiếp nhận", "Không tiếp nhận", "Từ chối tiếp nhận", "Từ chối chuyên ngành", "Đã từ chối",
        "Từ chối giải quyết",
    ),
    Status.WITHDRAWN: ("Công dân yêu cầu rút hồ sơ", "Rút hồ sơ", "Công dân rút hồ sơ", "Đã rút hồ sơ"),
    Status.STOPPED: ("Dừng giải quyết", "Đã dừng", "Đã dừng xử lý"),
}  # fmt: skip
# Of the statuses that share a national code, the first is the ordinary one.
_BY_NATIONAL_CODE: Final = {code: status for status, code in reversed(NATIONAL_CODES.items())}

STATUSES: Final = words_of({
    status.value: (
        *((STATUS_NAMES[status],) if status in STATUS_NAMES else ()),
        *_STATUS_WORDS.get(status, ()),
        *(str(code) for code, held in _BY_NATIONAL_CODE.items() if held is status),
    )
    for status in Status
})  # fmt: skip
"""Words and the portal's codes 1-10 of statuses."""

CHANNEL_NAMES: Final = MappingProxyType(
    {Channel.COUNTER: "Trực tiếp", Channel.ONLINE: "Trực tuyến", Channel.POST: "Bưu chính"}
)
CHANNELS: Final = words_of({
    Channel.COUNTER: ("Trực tiếp", "1", "Nộp trực tiếp", "Tại quầy", "Một cửa"),
    Channel.ONLINE: ("Trực tuyến", "2", "Nộp trực tuyến", "Qua mạng", "Online", "Dịch vụ công", "Cổng dịch vụ công"),
    Channel.POST: ("Bưu chính", "3", "Bưu chính công ích", "Bưu điện", "Qua bưu chính", "Dịch vụ bưu chính công ích"),
})  # fmt: skip
"""The portal's KenhThucHien, and words for it."""

RETURN_NAMES: Final = MappingProxyType(
    {ReturnMethod.COUNTER: "Trực tiếp", ReturnMethod.ONLINE: "Trực tuyến", ReturnMethod.POST: "Bưu chính"}
)
RETURN_METHODS: Final = words_of({
    ReturnMethod.COUNTER: ("Trực tiếp", "1", "Tại quầy", "Nhận trực tiếp", "Trả trực tiếp", "Một cửa"),
    ReturnMethod.ONLINE: ("Trực tuyến", "2", "Online", "Bản điện tử", "Nhận trực tuyến", "Qua mạng"),
    ReturnMethod.POST: ("Bưu chính", "3", "Bưu chính công ích", "Bưu điện", "Qua bưu chính"),
})  # fmt: skip

KIND_NAMES: Final = MappingProxyType({
    ApplicantKind.CITIZEN: "Công dân",
    ApplicantKind.ENTERPRISE: "Doanh nghiệp",
    ApplicantKind.HOUSEHOLD_BUSINESS: "Hộ kinh doanh",
})  # fmt: skip
KINDS: Final = words_of({
    ApplicantKind.CITIZEN: ("Công dân", "0", "Cá nhân", "Người dân"),
    ApplicantKind.ENTERPRISE: ("Doanh nghiệp", "1", "Tổ chức", "Công ty", "Cơ quan, tổ chức"),
    ApplicantKind.HOUSEHOLD_BUSINESS: ("Hộ kinh doanh", "2", "Hộ kinh doanh cá thể"),
})  # fmt: skip
"""The portal's LoaiDoiTuong, and words for it."""

SEX_NAMES: Final = MappingProxyType({Sex.MALE: "Nam", Sex.FEMALE: "Nữ"})
SEXES: Final = words_of({Sex.MALE: ("Nam", "M"), Sex.FEMALE: ("Nữ", "F")})

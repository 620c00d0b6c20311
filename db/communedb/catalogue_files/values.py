"""Single values of a catalogue file: codes, dates, units of time and of fees."""

from __future__ import annotations

import re
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from communedb.domain.fees import FeeUnit
from communedb.domain.procedure import CopyKind
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import fold
from communedb.domain.time_limit import LimitUnit
from communedb.tables.cells import cell_text, number_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.tables.cells import Cell

_CODE: Final = re.compile(r"\d\.\d{6}", re.ASCII)
_CUT_CODE: Final = re.compile(r"(\d)[.,](\d{1,6})", re.ASCII)
_JOINED_CODE: Final = re.compile(r"[1-9]\d{6}", re.ASCII)
_DAY: Final = re.compile(
    r"(?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2}))(?:[T ]00:00(?::00)?)?", re.ASCII
)

LIMIT_UNITS: Final[Mapping[LimitUnit, str]] = MappingProxyType({
    LimitUnit.WORKING_DAY: "ngày làm việc",
    LimitUnit.CALENDAR_DAY: "ngày",
    LimitUnit.HOUR: "giờ",
    LimitUnit.SAME_DAY: "trong ngày",
})  # fmt: skip
"""How units of time limits are written. In the words of the law "ngày" alone is a calendar day."""

FEE_UNITS: Final[Mapping[FeeUnit, str]] = MappingProxyType({
    FeeUnit.DOSSIER: "hồ sơ",
    FeeUnit.PAGE: "trang",
    FeeUnit.COPY: "bản",
    FeeUnit.TRANSACTION: "giao dịch",
    FeeUnit.PERSON: "người",
    FeeUnit.CASE: "trường hợp",
    FeeUnit.SHEET: "tờ",
})  # fmt: skip

COPY_KINDS: Final[Mapping[CopyKind, str]] = MappingProxyType({
    CopyKind.ORIGINAL: "bản chính",
    CopyKind.CERTIFIED: "bản sao chứng thực",
    CopyKind.COPY: "bản sao",
    CopyKind.ELECTRONIC: "bản điện tử",
})  # fmt: skip

_LIMIT_WORDS: Final = {
    **{fold(word): unit for unit, word in LIMIT_UNITS.items()},
    **{unit.value.replace("_", " "): unit for unit in LimitUnit},
    "ngay lich": LimitUnit.CALENDAR_DAY,
    "nlv": LimitUnit.WORKING_DAY,
    "working days": LimitUnit.WORKING_DAY,
    "calendar days": LimitUnit.CALENDAR_DAY,
    "gio lam viec": LimitUnit.HOUR,
    "hours": LimitUnit.HOUR,
    "ngay trong ngay": LimitUnit.SAME_DAY,
    "trong ngay lam viec": LimitUnit.SAME_DAY,
}
NO_UNIT: Final = frozenset({"", "unspecified", "khong ro", "chua ro"})
"""What a file writes for a unit that it does not know."""

YEARS: Final = range(1945, 2200)
"""Years in which a procedure may begin or end."""

NOT_GIVEN: Final = frozenset({"khong neu", "khong quy dinh", "not given"})
NONE_AT_ALL: Final = frozenset({"khong", "khong co", "khong thu", "mien phi", "none", "free"})


def parse_code(cell: Cell, column: str) -> tuple[str, bool]:
    """The national code in a cell, always `d.dddddd`, and whether it had to be restored.

    A spreadsheet that took the code for a number drops zeros at its end (1.001290 becomes 1.00129), writes a comma for
    the point, or drops the point (1001290): each has one original only. What has none, or was typed as text with
    digits missing, is refused: PROCEDURE_CODE_MISSING, PROCEDURE_CODE_UNREADABLE.
    """
    is_number = isinstance(cell, (int, float)) and not isinstance(cell, bool)
    text = number_text(cell) if isinstance(cell, (int, float)) and is_number else cell_text(cell, column).strip()
    if not text:
        raise Refused(Reason.PROCEDURE_CODE_MISSING)
    if _CODE.fullmatch(text):
        return text, False
    if found := _CUT_CODE.fullmatch(text):
        return f"{found[1]}.{found[2]:0<6}", True
    if _JOINED_CODE.fullmatch(text):
        return f"{text[0]}.{text[1:]}", True
    raise Refused(Reason.PROCEDURE_CODE_UNREADABLE, typed=text[:60])


def parse_date(cell: Cell, column: str) -> date | None:
    """A date: a spreadsheet's own, `23/11/2026` or `2026-11-23`. Refused: DATE_UNREADABLE, DATE_IMPOSSIBLE.

    A year outside `YEARS` is a slip, or a number that a spreadsheet took for a date.
    """
    day = _date(cell, column)
    if day is not None and day.year not in YEARS:
        raise Refused(Reason.DATE_IMPOSSIBLE, typed=f"{day.day}/{day.month}/{day.year}")
    return day


def _date(cell: Cell, column: str) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = cell_text(cell, column).strip()
    if not text:
        return None
    found = _DAY.fullmatch(text)
    if found is None:
        raise Refused(Reason.DATE_UNREADABLE, typed=text[:60])
    day, month, year, iso_year, iso_month, iso_day = found.groups(default="0")
    try:
        return date(int(year) or int(iso_year), int(month) or int(iso_month), int(day) or int(iso_day))
    except ValueError:
        raise Refused(Reason.DATE_IMPOSSIBLE, typed=text) from None


def limit_unit(text: str) -> LimitUnit | None:
    """The unit that a text names, None when it names none. Refused: TIME_LIMIT_UNREADABLE."""
    word = fold(text).replace("_", " ")
    if word in NO_UNIT:
        return None
    if word not in _LIMIT_WORDS:
        raise Refused(Reason.TIME_LIMIT_UNREADABLE, typed=text[:60])
    return _LIMIT_WORDS[word]

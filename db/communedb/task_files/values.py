"""Single values of a plan: days as plans write them, shares, money in the unit of its heading, words for codes."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from communedb.domain.money import parse_dong
from communedb.domain.refusal import Reason, Refused
from communedb.domain.task import BLOCK_WORDS, FIRST_DAY, LAST_DAY, MOST_MONEY, Level, Rhythm
from communedb.domain.text import fold
from communedb.dossier_files.values import named, parse_stamp, words_of
from communedb.tables.cells import cell_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.tables.cells import Cell

NONE: Final = "-"
"""How an empty value is written where an empty cell says nothing; read as an empty value in every column."""

_BEFORE: Final = re.compile(r"^(?:xong )?truoc (?:ngay )?")
_UNTIL: Final = re.compile(r"^(?:het|den|cuoi|trong|cham nhat|xong)(?: ngay)? ")
_MONTH: Final = re.compile(r"(?:thang )?(\d{1,2})[/\-.](\d{4})|thang (\d{1,2}) nam (\d{4})", re.ASCII)
_QUARTER: Final = re.compile(r"quy (iv|iii|ii|i|[1-4])(?:[/\-. ]+|[, ]*nam )(\d{4})", re.ASCII)
_YEAR: Final = re.compile(r"(?:nam )?(\d{4})", re.ASCII)
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_NO_END: Final = frozenset({"thuong xuyen", "hang nam", "hang thang", "lien tuc", "khong thoi han", NONE})


def parse_day(cell: Cell, column: str) -> date | None:
    """A day of a plan: a spreadsheet's own date or text; a month, quarter or year means its last day.

    `Trước 15/12/2025` is the day before, `Quý IV/2025` the 31st of December, `Thường xuyên` no date. Refused:
    DATE_UNREADABLE, DATE_IMPOSSIBLE.
    """
    if isinstance(cell, str):
        typed = fold(cell_text(cell, column))
        if not typed or typed in _NO_END:
            return None
        before = _BEFORE.match(typed)
        rest = _UNTIL.sub("", _BEFORE.sub("", typed))
        day = _last_day(rest, cell)
        if day is None:
            try:
                stamp = parse_stamp(rest, column)
            except Refused as refusal:
                # In the officer's own words, not as they were folded to be read.
                raise Refused(refusal.reason, typed=cell[:60]) from None
            day = stamp.day if stamp else None
        return _bounded(day - timedelta(days=1) if before and day else day, cell)
    stamp = parse_stamp(cell, column)
    return _bounded(stamp.day, cell) if stamp else None


def _last_day(typed: str, cell: str) -> date | None:
    """The last day of a month, quarter or year that was written; None for anything else."""
    if found := _MONTH.fullmatch(typed):
        month, year = int(found[1] or found[3]), int(found[2] or found[4])
    elif found := _QUARTER.fullmatch(typed):
        month, year = 3 * (_ROMAN.get(found[1]) or int(found[1])), int(found[2])
    elif found := _YEAR.fullmatch(typed):
        month, year = 12, int(found[1])
    else:
        return None
    if not (1 <= month <= 12 and FIRST_DAY.year <= year <= LAST_DAY.year):
        raise Refused(Reason.DATE_IMPOSSIBLE, typed=cell[:60])
    return date(year, month, monthrange(year, month)[1])


def _bounded(day: date | None, cell: object) -> date | None:
    if day is not None and not FIRST_DAY <= day <= LAST_DAY:
        raise Refused(Reason.DATE_IMPOSSIBLE, typed=str(cell)[:60])
    return day


def parse_percent(cell: Cell, column: str) -> int | None:
    """Progress: `30`, `30%`, a spreadsheet's 0.3 or `0,3`; None for an empty cell. Refused: IMPORT_VALUE_UNKNOWN."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        # A spreadsheet keeps 100 % as 1; one percent of progress nobody reports.
        share = cell * 100 if 0 <= cell <= 1 else cell
        return _share(round(share), column, str(cell))
    text = cell_text(cell, column).strip()
    if text in {"", NONE}:
        return None
    number = text.removesuffix("%").strip().replace(",", ".")
    try:
        percent = float(number)
        # `0,5` of a file that a spreadsheet wrote is a half: a half percent nobody reports.
        share = percent * 100 if 0 < percent < 1 and not text.endswith("%") else percent
        return _share(round(share), column, text)
    except (ValueError, OverflowError):
        raise Refused(Reason.IMPORT_VALUE_UNKNOWN, heading=column, typed=text[:60]) from None


def _share(percent: int, column: str, typed: str) -> int:
    if not 0 <= percent <= 100:
        raise Refused(Reason.IMPORT_VALUE_UNKNOWN, heading=column, typed=typed[:60])
    return percent


_UNITS: Final = (("ty", 10**9), ("trieu", 10**6), ("nghin", 10**3), ("ngan", 10**3))
# Only where a unit is stated: "giải ngân" is no thousand.
_HEADED: Final = re.compile(r"(?:\(|dvt:? ?|don vi(?: tinh)?:? ?) ?(ty|trieu|nghin|ngan)\b", re.ASCII)
_WITH_UNIT: Final = re.compile(r"(\d+(?:[.,]\d+)?) ?(ty|trieu|nghin|ngan)(?: dong)?", re.ASCII)


def parse_money(cell: Cell, column: str) -> int | None:
    """Đồng: `1.200.000`, `1,2 tỷ`, `500 triệu`; a number counts in the unit that the heading names (triệu đồng).

    Refused: IMPORT_VALUE_UNKNOWN, MONEY_UNREADABLE.
    """
    named = _HEADED.search(fold(column))
    unit = dict(_UNITS)[named[1]] if named else 1
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _amount(round(cell * unit), column, str(cell))
    typed = cell_text(cell, column)
    text = fold(typed)
    if text in {"", NONE}:
        return None
    if found := _WITH_UNIT.fullmatch(text):
        times = dict(_UNITS)[found[2]]
        return _amount(round(float(found[1].replace(",", ".")) * times), column, typed)
    if unit > 1 and not text.endswith(" dong"):
        plain = re.fullmatch(r"(\d+(?:[.]\d{3})*)(?:,(\d+))?", text, re.ASCII)
        if plain is None:
            raise Refused(Reason.IMPORT_VALUE_UNKNOWN, heading=column, typed=typed[:60])
        whole = float(f"{plain[1].replace('.', '')}.{plain[2] or 0}")
        return _amount(round(whole * unit), column, typed)
    return _amount(parse_dong(text), column, typed)


def _amount(money: int, column: str, typed: str) -> int:
    if not 0 <= money <= MOST_MONEY:
        raise Refused(Reason.IMPORT_VALUE_UNKNOWN, heading=column, typed=typed[:60])
    return money


def listed(cell: Cell, column: str) -> tuple[str, ...]:
    """Names in one cell, parted by semicolons or line breaks."""
    parts = re.split(r"[;\n\r]+", cell_text(cell, column))
    return tuple(part.strip(" -+•\t") for part in parts if part.strip(" -+•\t"))


BLOCK_NAMES: Final = MappingProxyType({code: words[0] for code, words in BLOCK_WORDS.items()})
BLOCKS: Final = words_of(BLOCK_WORDS)
"""Words for the four blocks; an office's own are known by their names."""

LEVEL_NAMES: Final = MappingProxyType({Level.CENTRAL: "Trung ương", Level.PROVINCE: "Tỉnh", Level.COMMUNE: "Xã"})
LEVELS: Final = words_of({
    Level.CENTRAL: ("Trung ương", "TW", "T.Ư", "Chính phủ", "Cấp trung ương"),
    Level.PROVINCE: ("Tỉnh", "Thành phố", "Cấp tỉnh", "Cấp thành phố", "Tỉnh ủy", "UBND tỉnh"),
    Level.COMMUNE: ("Xã", "Phường", "Đặc khu", "Cấp xã", "Xã, phường"),
})  # fmt: skip

RHYTHM_NAMES: Final = MappingProxyType({Rhythm.WEEKLY: "Hằng tuần", Rhythm.MONTHLY: "Hằng tháng", Rhythm.NONE: "Không"})
RHYTHMS: Final = words_of({
    Rhythm.WEEKLY: ("Hằng tuần", "Hàng tuần", "Tuần", "Theo tuần"),
    Rhythm.MONTHLY: ("Hằng tháng", "Hàng tháng", "Tháng", "Theo tháng"),
    Rhythm.NONE: ("Không", "Đột xuất", "Khi hoàn thành"),
})  # fmt: skip


def word_of(cell: Cell, column: str, words: Mapping[str, str]) -> str | None:
    """The code that a word stands for, None for an empty cell. Refused: IMPORT_VALUE_UNKNOWN."""
    return None if cell == NONE else named(cell, column, words)

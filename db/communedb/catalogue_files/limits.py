"""Time limits in a cell: a number with its unit beside it, or `3 ngày làm việc {trường hợp: ...}`, or several."""

from __future__ import annotations

import re
from typing import Final

from communedb.catalogue_files.items import Item, parse_items, write_items
from communedb.catalogue_files.values import LIMIT_UNITS, limit_unit
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import clean, fold
from communedb.domain.time_limit import LimitUnit, TimeLimit

_NUMBER: Final = re.compile(r"\d{1,6}", re.ASCII)
# "Không quá 03 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ": decisions of provinces write limits like this.
_TOLD: Final = re.compile(
    r"(?:thoi han |khong qua |toi da |trong thoi han |trong (?=\d))*"
    r"(?:(\d{1,6}) )?([a-z][a-z _]*?)(?:,? (?:ke )?tu .*)?",
    re.ASCII,
)
_LABEL: Final = "trường hợp"


def parse_limits(text: str, unit_text: str) -> tuple[TimeLimit, ...] | str:
    """The limits that two cells tell, or the bare number when its unit is not told: without one it promises nothing.

    Refused: TIME_LIMIT_UNREADABLE, TIME_LIMIT_OUT_OF_RANGE.
    """
    unit = limit_unit(unit_text)
    number = clean(text)
    if not number and unit is LimitUnit.SAME_DAY:
        return (TimeLimit(amount=1, unit=unit),)
    if _NUMBER.fullmatch(number):
        return (TimeLimit(amount=int(number), unit=unit),) if unit else number
    limits = tuple(_limit(item) for item in parse_items(text))
    if unit is not None and any(limit.unit is not unit for limit in limits):
        raise Refused(Reason.TIME_LIMIT_UNREADABLE, typed=f"{number} / {unit_text}"[:120])
    return limits


def write_limits(limits: tuple[TimeLimit, ...]) -> tuple[str | int, str]:
    """The two cells that `parse_limits` reads as these limits."""
    if len(limits) == 1 and not limits[0].label:
        return limits[0].amount, LIMIT_UNITS[limits[0].unit]
    return write_items(_item(limit) for limit in limits), ""


def write_stages(limits: tuple[TimeLimit, ...]) -> str:
    """The limits of stages, each with its label, in one cell."""
    return write_items(_item(limit) for limit in limits)


def _limit(item: Item) -> TimeLimit:
    found = _TOLD.fullmatch(fold(item.text))
    label = ""
    for key, value in item.details or ():
        if fold(key) not in {"truong hop", "buoc"}:
            raise Refused(Reason.PROCEDURE_DETAIL_UNKNOWN, typed=key, known=_LABEL)
        label = value
    if found is None:
        raise Refused(Reason.TIME_LIMIT_UNREADABLE, typed=item.text[:120])
    unit = limit_unit(found[2])
    if unit is None or (found[1] is None and unit is not LimitUnit.SAME_DAY):
        raise Refused(Reason.TIME_LIMIT_UNREADABLE, typed=item.text[:120])
    return TimeLimit(amount=int(found[1] or 1), unit=unit, label=label)


def _item(limit: TimeLimit) -> Item:
    return Item(f"{limit.amount} {LIMIT_UNITS[limit.unit]}", ((_LABEL, limit.label),) if limit.label else None)

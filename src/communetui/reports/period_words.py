"""A period as people say it: `Tháng 11/2026: 01/11 - 30/11`, and official ones by the month in which they end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.period import PeriodKind
from communetui.strings.report_screens import report_screens

if TYPE_CHECKING:
    from datetime import date

    from communedb.domain.period import Period


def is_official(period: Period) -> bool:
    """Whether it runs from the 15th to the 14th."""
    return period.kind.value.startswith("official_")


def period_text(period: Period) -> str:
    """The period in words, with its first and last day."""
    words, last = report_screens().periods, period.last
    first = f"{period.first:%d/%m}" if period.first.year == last.year else _day(period.first)
    _, week, _ = period.first.isocalendar()
    half = words["first_half" if last.month <= 6 else "second_half"]
    said = words[period.kind.value.removeprefix("official_")].format(
        first=_day(period.first) if period.kind is PeriodKind.RANGE else first,
        last=_day(last),
        number=week,
        # A week belongs to the year of its Thursday, which is that of its number.
        year=period.first.isocalendar().year if period.kind is PeriodKind.WEEK else last.year,
        month=last.month,
        quarter=(last.month - 1) // 3 + 1,
        half=half,
    )
    return f"{said} ({report_screens().official})" if is_official(period) else said


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"

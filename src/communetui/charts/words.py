"""What stands beside the bars: labels and values as people read them, the same in the terminal and on paper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from communedb.reports.figures import Kind
from communedb.reports.series import CHARTS
from communetui.numbers import count_text, share_text
from communetui.report_files.wording import code_text
from communetui.strings.charts import charts

if TYPE_CHECKING:
    from communedb.reports.series import Bar, Number, Series


def label_text(series: Series, bar: Bar) -> str:
    """What a bar stands for: `T2 23/11`, `23/11-29/11`, a field's name."""
    said = charts()
    if not isinstance(bar.label, date):
        named = code_text(series.report, CHARTS[series.report].label, bar.label)
        return said.codes.get(named, named) or said.unnamed
    if bar.last in {None, bar.label}:
        return f"{said.weekdays[bar.label.weekday()]} {bar.label:%d/%m}"
    return f"{bar.label:%d/%m}-{bar.last:%d/%m}"


def value_text(series: Series, value: Number) -> str:
    """A value: `12`, `1.234`, `81,3 %`; what is not known is `-`."""
    if value is None:
        return "-"
    return share_text(value) if series.kind is Kind.SHARE else count_text(int(value))


def part_text(part: str) -> str:
    """What one kind of bar shows."""
    return charts().parts[part]

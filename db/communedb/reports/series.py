"""What of a report people would rather look at than read: bars, as plain numbers, for a terminal or a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from communedb.reports.figures import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from communedb.reports.figures import Figures, Row, Value

Number: TypeAlias = "int | float | None"
"""What a bar shows; None where nothing is known, which is no bar and never zero."""

MOST_DAYS: Final = 62
"""So many days are told one by one; more of them by week, and more weeks than that by month."""


class Bar(NamedTuple):
    """What a bar stands for, a value for each part, and the last day of it where it stands for several."""

    label: str | date
    values: tuple[Number, ...]
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Bars of one report; `parts` are the columns of the report that stand side by side."""

    report: str
    parts: tuple[str, ...]
    kind: Kind
    bars: tuple[Bar, ...]

    @property
    def longest(self) -> float:
        """What a bar of full length means: everything for a share, else the greatest value."""
        if self.kind is Kind.SHARE:
            return 1.0
        return float(max((value for bar in self.bars for value in bar.values if value is not None), default=0))


class Charted(NamedTuple):
    """Which columns of a report are drawn, and which of its rows, by the beginning of their keys."""

    label: str
    parts: tuple[str, ...]
    rows: str = ""


CHARTS: Final[dict[str, Charted]] = {
    "by-day": Charted("day", ("received", "returned")),
    "due-ahead": Charted("day", ("due",)),
    "on-time": Charted("field", ("share",)),
    "satisfaction": Charted("field", ("share",)),
    "support": Charted("name", ("people",), "kind:"),
    "tasks": Charted("name", ("share",), "block:"),
}
"""The reports that have a chart."""


def series_of(figures: Figures) -> Series | None:
    """The chart of a report, or None for one that is read better than looked at."""
    charted = CHARTS.get(figures.report)
    if charted is None:
        return None
    kinds = {column.name: column.kind for column in figures.columns}
    rows = (row for row in figures.rows if row.key.startswith(charted.rows) and not row.heading)
    bars = tuple(_bar(row, charted) for row in rows)
    series = Series(figures.report, charted.parts, kinds[charted.parts[0]], bars)
    return by_longer_steps(series) if kinds[charted.label] is Kind.DATE else series


def by_longer_steps(series: Series, most: int = MOST_DAYS) -> Series:
    """The same counts by week (Monday to Sunday) or by month where there are more than `most` days to look at."""
    bars = series.bars
    for first in (_monday, _first_of_month):
        if len(bars) > most:
            # From the days each time: a week does not lie in one month.
            bars = tuple(_added_up(series.bars, first))
    return Series(series.report, series.parts, series.kind, bars)


def _bar(row: Row, charted: Charted) -> Bar:
    label = row.cells[charted.label]
    told = label if isinstance(label, date) else str(label or row.key)
    return Bar(told, tuple(_number(row.cells[part]) for part in charted.parts))


def _number(value: Value) -> Number:
    return value if isinstance(value, int | float) else None


def _added_up(bars: Iterable[Bar], first: Callable[[date], date]) -> Iterable[Bar]:
    steps: dict[date, list[Bar]] = {}
    for bar in bars:
        if isinstance(bar.label, date):
            steps.setdefault(first(bar.label), []).append(bar)
        else:
            yield bar
    for held in steps.values():
        sums = tuple(_sum(values) for values in zip(*(bar.values for bar in held), strict=True))
        yield Bar(held[0].label, sums, held[-1].label if isinstance(held[-1].label, date) else None)


def _sum(values: tuple[Number, ...]) -> Number:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _monday(day: date) -> date:
    return date.fromordinal(day.toordinal() - day.weekday())


def _first_of_month(day: date) -> date:
    return day.replace(day=1)

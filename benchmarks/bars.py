"""Bars and how a run stands against them."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence


class Line(NamedTuple):
    """One line of the report: `value` in `unit`, and the most that it may be; without a bar it is only told."""

    what: str
    value: float | None
    unit: str
    bar: float | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        """How the line stands, in ASCII: it is read on any console."""
        if self.value is None:
            return "not measured"
        if self.bar is None:
            return ""
        return "holds" if self.value <= self.bar else "MISSED"


class Section(NamedTuple):
    """The lines of one subject."""

    title: str
    lines: list[Line]


def worst(ours: Sequence[float]) -> float | None:
    """The 95th percentile, None of nothing."""
    return p95(ours) if ours else None


def percentile(values: Iterable[float], share: float) -> float:
    """The value that so large a share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def p95(values: Iterable[float]) -> float:
    """The 95th percentile."""
    return percentile(values, 0.95)


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float | None:
    """Median against median; None when either side was not measured or is nothing."""
    if not ours or not theirs or not statistics.median(theirs):
        return None
    return statistics.median(ours) / statistics.median(theirs)


def middle(values: Sequence[float]) -> float | None:
    """The median, None of nothing."""
    return statistics.median(values) if values else None


Figures = dict[str, list[float]]
"""What one side showed, by name."""


def in_turn(rounds: int, sides: Mapping[str, Callable[[], Figures]]) -> dict[str, Figures]:
    """Measure all sides one after the other, so many times: what disturbs the machine disturbs all alike."""
    found: dict[str, Figures] = {name: {} for name in sides}
    for _ in range(rounds):
        for name, measure in sides.items():
            for figure, values in measure().items():
                found[name].setdefault(figure, []).extend(values)
    return found


def table(section: Section) -> str:
    """A section as text."""
    width = max(len(line.what) for line in section.lines)
    shown = [section.title, "-" * len(section.title)]
    for line in section.lines:
        value = "-" if line.value is None else _figure(line.value)
        bar = "" if line.bar is None else f"<= {_figure(line.bar)} {line.unit}"
        shown.append(
            f"  {line.what:<{width}}  {value:>9} {line.unit:<9} {bar:<16} {line.verdict:<12} {line.note}".rstrip()
        )
    return "\n".join(shown)


def _figure(value: float) -> str:
    if value == int(value) or value >= 1_000:
        return f"{value:,.0f}"
    return f"{value:.2f}" if value < 10 else f"{value:.1f}"

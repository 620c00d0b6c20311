"""A report as text: numbers under each other, groups over their columns, what does not add up, what differs."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason, Refused
from communetui.cli.table import table, width
from communetui.report_files.about import moment_text
from communetui.report_files.table import TO_THE_RIGHT, groups, lines, short_headings
from communetui.report_files.wording import heading_of, row_text, value_of
from communetui.strings.reports import shared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.reports.figures import Figures
    from communedb.stores.sent_reports import Difference, Sent
    from communetui.report_files.about import About


def report_told(figures: Figures, told: About) -> str:
    """What stands above the table, the table, and the doubts."""
    if figures.report == "leader":
        from communetui.leader.words import lines as sentences

        return _with_doubts(["\n".join(sentences(figures))], told)
    return _with_doubts(["\n".join(told.above), _table(figures) if figures.rows else shared().no_rows], told)


def chart_told(figures: Figures, told: About) -> str:
    """The chart of a report in place of its table. Refused: REPORT_NOT_DRAWN."""
    from communedb.reports.series import CHARTS, series_of
    from communetui.charts.terminal import lines as drawn

    series = series_of(figures)
    if series is None:
        raise Refused(Reason.REPORT_NOT_DRAWN, title=told.title, known=", ".join(CHARTS))
    room = min(shutil.get_terminal_size().columns, _WIDEST)
    return _with_doubts(["\n".join(told.above), "\n".join(drawn(series, room))], told)


_WIDEST: Final = 100
"""A chart is no easier to read when its bars are longer."""


def _with_doubts(parts: list[str], told: About) -> str:
    if told.doubts:
        parts.append("\n".join([shared().doubts_title, *(f"  - {doubt}" for doubt in told.doubts)]))
    return "\n\n".join(parts)


def _table(figures: Figures) -> str:
    columns = figures.columns
    body = [
        [value_of(figures.report, column, value) for column, value in zip(columns, line.cells, strict=True)]
        for line in lines(figures)
    ]
    over: list[str] = []
    for group, span in groups(figures):
        over += [group, *[""] * (span - 1)]
    heads = short_headings(figures)
    right = [place for place, column in enumerate(columns) if column.kind in TO_THE_RIGHT]
    texts = [place for place in range(len(columns)) if place not in right]
    longest = max(texts, key=lambda place: max(width(row[place]) for row in (heads, *body)), default=None)
    if any(over):
        return table(over, [heads, *body], flexible=longest, right=right)
    return table(heads, body, flexible=longest, right=right)


def differences_told(sent: Sent, now: Figures, differences: Sequence[Difference]) -> str:
    """Cell by cell, what is no longer as it was sent."""
    words, at = shared(), moment_text(sent.sent_at)
    if not differences:
        return words.same.format(at=at)
    columns = {column.name: column for column in now.columns}
    told = []
    for one in differences:
        column = columns[one.column]
        group, heading = heading_of(now.report, column)
        values = (value_of(now.report, column, value) or "0" for value in (one.sent, one.now))
        told.append((row_text(now, one.row), f"{group}: {heading}" if group else heading, *values))
    return "\n".join([words.differs.format(at=at), table(words.difference_heads, told)])

"""What is said of a report beside its table: how it stands, and the cell under the cursor in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.moment import local
from communedb.domain.period import PeriodKind
from communedb.reports.doubts import DoubtCode
from communetui.numbers import count_text
from communetui.strings.report_screens import report_screens

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from communedb.reports.figures import Doubt
    from communetui.reports.reading import Read
    from communetui.reports.table import FigureTable

_KINDS: Final = {
    "ii06a": PeriodKind.OFFICIAL_MONTH,
    "daily": PeriodKind.DAY,
    "by-day": PeriodKind.WEEK,
    "difficulties": PeriodKind.WEEK,
    "leader": PeriodKind.WEEK,
}


def first_kind(name: str) -> PeriodKind:
    """The kind of period for which a report is asked most: the month unless said otherwise."""
    return _KINDS.get(name, PeriodKind.MONTH)


def moment_text(at: datetime) -> str:
    """`14:05 30/11/2026`."""
    return f"{local(at):%H:%M %d/%m/%Y}"


def subject_word(subjects: str) -> str:
    """What a report counts, for after a number."""
    return report_screens().subjects.get(subjects, "")


def state_line(read: Read) -> str:
    """Whether it adds up, whether it was sent, and whether that still holds."""
    words = report_screens()
    if read.is_as_sent:
        return sent_line(read)
    doubts = len(pressing(read.figures.doubts))
    parts = [words.doubts.format(count=doubts) if doubts else words.fine]
    if doubts < len(read.figures.doubts):
        parts.append(words.not_over)
    parts.append(sent_line(read))
    if read.is_drawn:
        parts.append(words.has_chart)
    return " | ".join(parts)


def pressing(doubts: Sequence[Doubt]) -> list[Doubt]:
    """What has to be looked at; that a period is not over yet is no fault of anybody's, and is told apart."""
    return [doubt for doubt in doubts if doubt.code != DoubtCode.PERIOD_NOT_OVER]


def sent_line(read: Read) -> str:
    """When it was sent, by whom, and how much is not so any more."""
    words, sent = report_screens(), read.sent
    if sent is None:
        return words.not_sent
    count = len(read.differences)
    said = words.sent_differs if count else words.sent_as_is
    if read.is_as_sent:
        said = words.this_was_sent
    return said.format(at=moment_text(sent.sent_at), officer=read.officers.get(sent.officer, "-"), count=count)


def cell_line(table: FigureTable, subjects: str) -> str:
    """The cell under the cursor in full, and what Enter does there."""
    words, cell = report_screens(), table.cell
    if cell is None:
        return ""
    heading, text = table.told
    first = " | ".join(filter(None, (table.row_told, f"{heading}: {text or '-'}")))
    count = len(cell.keys)
    if not count:
        return f" {first}"
    opens = words.enter_opens_one if count == 1 else words.enter_opens
    return f" {first}\n {opens.format(count=count_text(count), what=subject_word(subjects))}"

"""What there is to look at in a report, as lines: what does not add up, and what is not as it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communetui.report_files.wording import doubt_text, heading_of, row_text, value_of
from communetui.strings.report_screens import report_screens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communedb.reports.figures import Doubt, Figures
    from communedb.stores.sent_reports import Difference
    from communetui.strings.language import Text


class Point(NamedTuple):
    """One line: its place, its words in the language of now, and the keys of what it is about."""

    place: int
    text: Text
    keys: tuple[str, ...]


def doubt_points(report: str, doubts: Iterable[Doubt]) -> list[Point]:
    """What does not add up; each is about one dossier, or about the whole report."""

    def point(place: int, doubt: Doubt) -> Point:
        return Point(place, lambda: doubt_text(doubt, report), (doubt.subject,) if doubt.subject else ())

    return [point(place, doubt) for place, doubt in enumerate(doubts)]


def difference_points(figures: Figures, differences: Iterable[Difference]) -> list[Point]:
    """What is not as it was sent; each is about what left the list behind a number and what joined it."""

    def point(place: int, one: Difference) -> Point:
        return Point(place, lambda: difference_text(figures, one), (*one.gone, *one.came))

    return [point(place, one) for place, one in enumerate(differences)]


def difference_text(figures: Figures, one: Difference) -> str:
    """`Hộ tịch | Tiếp nhận: Tổng số: đã gửi 3, nay 2`."""
    column = next(column for column in figures.columns if column.name == one.column)
    group, heading = heading_of(figures.report, column)
    return report_screens().difference.format(
        row=row_text(figures, one.row),
        column=f"{group}: {heading}" if group else heading,
        sent=value_of(figures.report, column, one.sent) or "-",
        now=value_of(figures.report, column, one.now) or "-",
    )

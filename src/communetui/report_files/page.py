"""A report as pages: from its figures to what is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communetui.printing.render import render_report
from communetui.printing.report_sheet import ReportSheet, SheetRow
from communetui.report_files.table import TO_THE_RIGHT, groups, lines, short_headings
from communetui.report_files.wording import is_numbered, value_of
from communetui.strings.reports import shared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communedb.reports.figures import Figures
    from communetui.report_files.about import About


def report_pdf(figures: Figures, told: About) -> bytes:
    """The PDF, A4 landscape, its headings on every page."""
    words = shared()
    return render_report(
        ReportSheet(
            agency=told.agency,
            centre=told.centre,
            form=told.form,
            title=told.title,
            above=tuple(filter(None, (told.period, told.unit, told.made, *told.notes))),
            groups=tuple(groups(figures)),
            heads=tuple(short_headings(figures)),
            numbered=is_numbered(figures.report),
            to_the_right=tuple(column.kind in TO_THE_RIGHT for column in figures.columns),
            rows=tuple(_rows(figures)),
            below=_below(told.doubts),
            nothing=words.no_rows,
            page=words.page,
            signed=(words.made_by, words.signed_by),
        )
    )


_MOST_DOUBTS: Final = 12
"""So many are written out under the table; a page has room for them and for who signs."""


def _below(doubts: tuple[str, ...]) -> tuple[str, ...]:
    words, more = shared(), len(doubts) - _MOST_DOUBTS
    if not doubts:
        return ()
    rest = (words.more_doubts.format(count=more),) if more > 0 else ()
    return (words.doubts_title, *doubts[:_MOST_DOUBTS], *rest)


def _rows(figures: Figures) -> Iterator[SheetRow]:
    for line in lines(figures):
        cells = zip(figures.columns, line.cells, strict=True)
        yield SheetRow(tuple(value_of(figures.report, column, value) for column, value in cells), line.bold)

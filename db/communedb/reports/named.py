"""The reports by their names on the command line, and the checks that each passes before it is shown."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from communedb.domain.refusal import Reason, Refused
from communedb.reports.doubts import DoubtCode
from communedb.reports.figures import Doubt, Kind
from communedb.reports.names import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communedb.reports.figures import Asked, Figures, Row
    from communedb.sqlite import Database


def report(db: Database, name: str, asked: Asked) -> Figures:
    """A report for a period, checked: what does not add up is a doubt beside it. Refused: UNKNOWN_REPORT."""
    if name not in NAMES:
        raise Refused(Reason.UNKNOWN_REPORT, name=name, known=", ".join(NAMES))
    figures: Figures = import_module(NAMES[name]).figures(db, asked)
    return replace(figures, doubts=(*_of_the_period(asked), *figures.doubts, *_of_the_numbers(figures)))


def _of_the_period(asked: Asked) -> Iterator[Doubt]:
    if asked.now < asked.period.start:
        yield Doubt(DoubtCode.PERIOD_IN_FUTURE, facts={"first": asked.period.first.isoformat()})
    elif asked.now < asked.period.end:
        yield Doubt(DoubtCode.PERIOD_NOT_OVER, facts={"last": asked.period.last.isoformat()})


def _of_the_numbers(figures: Figures) -> Iterator[Doubt]:
    """A number that counts dossiers is the number of the dossiers behind it."""
    counts = {column.name for column in figures.columns if column.kind is Kind.COUNT}
    counted: list[Row] = [*figures.rows, *([figures.total] if figures.total else [])]
    for row in counted:
        for column, keys in row.behind.items():
            if column in counts and row.cells[column] != len(keys):
                facts = {"row": row.key, "column": column, "shown": str(row.cells[column]), "listed": str(len(keys))}
                yield Doubt(DoubtCode.NOT_ITS_LIST, facts=facts)

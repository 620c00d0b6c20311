"""Asking the golden register for a report, and telling its dossiers by their numbers in the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.period import parse
from communedb.reports.figures import Asked
from communedb.reports.named import report

if TYPE_CHECKING:
    from tests.golden.playing import Play

    from communedb.reports.figures import Figures, Row


def asked(golden: Play, name: str, period: str) -> Figures:
    """The report for a period by its name, as the leader sees it on 15 March 2027."""
    leader = golden.desks["leader"]
    return report(leader.db, name, Asked(parse(period), leader.now(), leader.calendar()))


def numbers(golden: Play, row: Row, column: str) -> set[str]:
    """The numbers of the dossiers behind a cell."""
    by_key = {key: number for number, key in golden.keys.items()}
    keys = row.behind.get(column, ())
    assert len(set(keys)) == len(keys)
    return {by_key[key] for key in keys}


def in_order(golden: Play, figures: Figures, *columns: str) -> list[tuple[Any, ...]]:
    """The lines of a list in their order: the dossier's number and these cells."""
    found = [
        (min(numbers(golden, row, "code")), *(row.cells[name] for name in columns))
        for row in figures.rows
        if not row.heading
    ]
    assert figures.total is not None
    assert figures.total.cells["number"] == len(found)
    return found


def groups(golden: Play, figures: Figures, heading: str, *columns: str) -> dict[str, list[tuple[Any, ...]]]:
    """The lines under each heading, by what the heading says."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    under: list[tuple[Any, ...]] = []
    for row in figures.rows:
        if row.heading:
            under = found[str(row.cells[heading])] = []
        else:
            under.append((min(numbers(golden, row, "code")), *(row.cells[name] for name in columns)))
    return found

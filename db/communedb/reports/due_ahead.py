"""What is promised for the days to come: the open dossiers by their due date, as at now or a past period's end."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from communedb.domain.calendar import to_the_minute
from communedb.reports.caseload import caseload, is_resolved, seen_at
from communedb.reports.figures import Column, Figures, Kind, Row

if TYPE_CHECKING:
    from communedb.reports.caseload import Case
    from communedb.reports.figures import Asked
    from communedb.sqlite import Database

NAME: Final = "due-ahead"
COLUMNS: Final = (Column("when", Kind.CODE), Column("day", Kind.DATE), Column("due"))

AHEAD: Final = timedelta(days=14)
"""So far the days are told one by one; what is promised later stands on one line."""

OVERDUE, LATER, PAUSED, UNDATED = "overdue", "later", "paused", "undated"
"""Rows that are not a day: past the due time, later than the days told, paused, without a promise."""


def figures(db: Database, asked: Asked) -> Figures:
    """Open dossiers by the day on which they are due; every working day of the next two weeks has its row."""
    # The moment before midnight is the last one of a period that is over.
    at = to_the_minute(min(asked.now, seen_at(asked) - timedelta(seconds=1)))
    first = at.date()
    rows: dict[str | date, list[str]] = defaultdict(list)
    open_cases = [case for case in caseload(db, asked) if not is_resolved(case, asked)]
    for case in open_cases:
        rows[_place(case, asked, first)].append(case.dossier)
    days = [first + timedelta(days=ahead) for ahead in range(AHEAD.days + 1)]
    told = [_row(OVERDUE, None, rows[OVERDUE])]
    told += [_row(day.isoformat(), day, rows[day]) for day in days if rows[day] or asked.calendar.is_working_day(day)]
    told += [_row(name, None, rows[name]) for name in (LATER, PAUSED, UNDATED) if rows[name]]
    total = _row("", None, [case.dossier for case in open_cases])
    return Figures(NAME, asked.period, COLUMNS, tuple(told), total)


def _place(case: Case, asked: Asked, first: date) -> str | date:
    if case.due_at is None:
        return UNDATED
    if case.paused:
        return PAUSED
    due = to_the_minute(case.due_at)
    if due < to_the_minute(seen_at(asked)):
        return OVERDUE
    return due.date() if due.date() <= first + AHEAD else LATER


def _row(key: str, day: date | None, keys: list[str]) -> Row:
    return Row(key, {"when": None if day else key, "day": day, "due": len(keys)}, {"due": tuple(keys)})

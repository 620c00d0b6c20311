"""What is late, officer by officer: ended after its due date within the period, or open and overdue at its end."""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from communedb.domain.calendar import to_the_minute
from communedb.domain.due_state import DueState
from communedb.reports.caseload import caseload, kept_promise
from communedb.reports.figures import Column, Kind
from communedb.reports.lists import NUMBER, WHO_AND_WHAT, grouped, officers, who_and_what

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.reports.caseload import Case
    from communedb.reports.figures import Asked, Figures, Value
    from communedb.sqlite import Database

NAME: Final = "late"
COLUMNS: Final = (
    NUMBER,
    Column("officer", Kind.TEXT),
    *WHO_AND_WHAT,
    Column("due_at", Kind.MOMENT),
    Column("ended_at", Kind.MOMENT),
    Column("lateness", Kind.CODE),
    Column("days_late", Kind.DAYS),
)

NO_OFFICER: Final = "no_officer"
"""The heading of dossiers that nobody is known to hold."""


def figures(db: Database, asked: Asked) -> Figures:
    """By the officer who was responsible at the period's end; the longest promised first. Late in working days."""
    names = officers(db)
    late = [case for case in caseload(db, asked) if _is_late(case, asked)]

    def officer(case: Case) -> str:
        return names.get(case.holder, "") or NO_OFFICER

    days_late = _days_late(late, asked)
    lines = sorted(late, key=lambda case: (officer(case) == NO_OFFICER, officer(case), case.holder, case.due_at))
    return grouped(
        NAME, asked, COLUMNS,
        [
            (case.holder, case.dossier, {"officer": officer(case), **_cells(case, days_late[case.dossier])})
            for case in lines
        ],
        lambda key: {"officer": names.get(key, "") or NO_OFFICER},
    )  # fmt: skip


def _is_late(case: Case, asked: Asked) -> bool:
    return kept_promise(case, asked) in {DueState.LATE, DueState.OVERDUE}


def _days_late(late: Sequence[Case], asked: Asked) -> dict[str, int]:
    """Working days after the due date until the end, or until the period's end; the calendar is asked once a day."""
    # A period ends at midnight: an open one is as late as on its last day.
    today = min(asked.period.last, to_the_minute(asked.now).date())
    spans = {
        case.dossier: (
            to_the_minute(case.due_at).date(),
            to_the_minute(case.ended_at).date() if case.ended_at else today,
        )
        for case in late
        if case.due_at is not None
    }
    if not spans:
        return {}
    first, last = min(due for due, _ in spans.values()), max(end for _, end in spans.values())
    days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
    worked = [day for day in days if asked.calendar.is_working_day(day)]
    return {key: bisect_right(worked, end) - bisect_right(worked, due) for key, (due, end) in spans.items()}


def _cells(case: Case, days_late: int) -> dict[str, Value]:
    return {
        **who_and_what(case),
        "due_at": case.due_at,
        "ended_at": case.ended_at,
        "lateness": "open" if case.ended_at is None else "ended",
        "days_late": days_late,
    }

"""The period on one page for the leader: a few counts, those of the period before beside them, and who is late.

Only counts, each with its list; the app makes sentences of them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Final

from communedb.domain.act import Mark
from communedb.domain.calendar import to_the_minute
from communedb.domain.feedback import Category
from communedb.domain.moment import local
from communedb.domain.status import WITH_CITIZEN, Status
from communedb.reports import satisfaction, support
from communedb.reports.caseload import caseload, is_resolved, seen_at
from communedb.reports.figures import Column, Figures, Kind, Row
from communedb.reports.handled import in_time
from communedb.reports.tasks_as_at import tasks_as_at
from communedb.reports.voices import voices

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communedb.reports.caseload import Case
    from communedb.reports.figures import Asked
    from communedb.reports.tasks_as_at import Work
    from communedb.sqlite import Database

NAME: Final = "leader"
COLUMNS: Final = (
    Column("name", Kind.TEXT),
    Column("about", Kind.TEXT),
    Column("due", Kind.DATE),
    Column("now"),
    Column("before"),
)

MOST_NAMED: Final = 8
"""So many officers and so many tasks are named; the numbers say how many more there are."""

_AHEAD: Final = timedelta(days=7)
_Lists = dict[str, tuple[str, ...]]


def figures(db: Database, asked: Asked) -> Figures:
    """The page: a row for each count, then the officers with overdue dossiers, then the overdue tasks."""
    before = replace(asked, period=asked.period.previous)
    cases, works = caseload(db, asked), tasks_as_at(db, asked)
    now = _all(db, asked, cases, works)
    then = _all(db, before, caseload(db, before), tasks_as_at(db, before))
    people = {name: _people(db, when) for name, when in (("now", asked), ("before", before))}
    rows = [_row(name, keys, then[name]) for name, keys in now.items()]
    rows.append(Row("helped", {"name": "helped", "about": None, "due": None, **people}))
    return Figures(NAME, asked.period, COLUMNS, (*rows, *_late(db, asked, cases), *_late_tasks(db, works)))


def _all(db: Database, asked: Asked, cases: Sequence[Case], works: Sequence[Work]) -> _Lists:
    returned, marks = _of_results(db, asked)
    return {**_of_dossiers(db, asked, cases, returned), **_of_tasks(asked, works), **_of_people(db, asked), **marks}


def _of_dossiers(db: Database, asked: Asked, cases: Sequence[Case], returned: tuple[str, ...]) -> _Lists:
    timely = in_time(db, asked, cases)
    done = [case for case in cases if is_resolved(case, asked)]
    still = [case for case in cases if not is_resolved(case, asked)]
    late = {case.dossier for case in still if _overdue(case, asked)}
    until = seen_at(asked) + _AHEAD
    return {
        "received": tuple(case.dossier for case in cases if case.received_at >= asked.period.start),
        "returned": returned,
        "resolved": tuple(case.dossier for case in done),
        "resolved_in_time": tuple(case.dossier for case in done if case.dossier in timely),
        "open": tuple(case.dossier for case in still),
        "overdue": tuple(case.dossier for case in still if case.dossier in late),
        "due_next": tuple(
            case.dossier for case in still
            if case.due_at and not case.paused and case.dossier not in late and case.due_at < until
        ),
        "with_citizen": tuple(case.dossier for case in still if case.status in WITH_CITIZEN),
        "uncollected": tuple(case.dossier for case in cases if case.status is Status.RESULT_READY),
    }  # fmt: skip


def _of_results(db: Database, asked: Asked) -> tuple[tuple[str, ...], _Lists]:
    """The results handed out, and the lists of the marks that they got."""
    last = min(asked.period.last, local(asked.now).date())
    values = {"first": asked.period.first.isoformat(), "last": last.isoformat(), "unit": asked.unit}
    found = [(dossier, mark) for dossier, _, mark in db.conn.execute(satisfaction.RETURNED, values).fetchall()]
    marks = {
        "marked": tuple(dossier for dossier, mark in found if mark in satisfaction.MARKS),
        "poor": tuple(dossier for dossier, mark in found if mark == Mark.POOR),
    }
    return tuple(dossier for dossier, _ in found), marks


def _of_tasks(asked: Asked, works: Sequence[Work]) -> _Lists:
    open_works = [one for one in works if not one.status.done]
    until = min(asked.period.last, local(asked.now).date()) + _AHEAD
    return {
        "tasks": tuple(one.task for one in works),
        "tasks_done": tuple(one.task for one in works if one.status.done),
        "tasks_done_now": tuple(one.task for one in works if one.completed_on and one.completed_on in asked.period),
        "tasks_overdue": tuple(one.task for one in open_works if one.status.late),
        "tasks_red": tuple(one.task for one in open_works if one.alert),
        "tasks_due_next": tuple(
            one.task for one in open_works if one.due_on and not one.status.late and one.due_on <= until
        ),
    }


def _of_people(db: Database, asked: Asked) -> _Lists:
    """Feedback and difficulties."""
    said = voices(db, asked)
    stuck = voices(db, asked, Category.DIFFICULTY)
    still = [one for one in said if one.handled_at is None]
    return {
        "feedback": tuple(one.feedback for one in said if one.received_at >= asked.period.start),
        "feedback_open": tuple(one.feedback for one in still),
        "feedback_overdue": tuple(one.feedback for one in still if not one.answered.kept),
        "difficulties_open": tuple(one.feedback for one in stuck if one.handled_at is None),
        "difficulties_resolved": tuple(one.feedback for one in stuck if one.resolved),
    }


def _people(db: Database, asked: Asked) -> int:
    helped = support.figures(db, asked).total
    people = helped.cells["people"] if helped else 0
    return people if isinstance(people, int) else 0


def _overdue(case: Case, asked: Asked) -> bool:
    """Whether it is open and past its due time, as at the period's end."""
    if case.due_at is None or case.paused or is_resolved(case, asked):
        return False
    return to_the_minute(seen_at(asked)) > to_the_minute(case.due_at)


def _late(db: Database, asked: Asked, cases: Sequence[Case]) -> Iterator[Row]:
    """Who holds overdue dossiers, the most first."""
    names = _names(db)
    late = sorted((case for case in cases if _overdue(case, asked)), key=lambda case: case.holder)
    held = [(holder, tuple(one.dossier for one in those)) for holder, those in groupby(late, lambda c: c.holder)]
    for holder, keys in sorted(held, key=lambda one: (-len(one[1]), one[0]))[:MOST_NAMED]:
        cells = {"name": "late", "about": names.get(holder, holder), "due": None, "now": len(keys), "before": None}
        yield Row(f"late:{holder}", cells, {"now": keys})


def _late_tasks(db: Database, works: Sequence[Work]) -> Iterator[Row]:
    """The overdue tasks, the longest overdue first, with who is responsible."""
    names = _names(db)
    late = [one for one in works if one.status.late and not one.status.done and one.due_on]
    for one in sorted(late, key=lambda one: (str(one.due_on), one.code))[:MOST_NAMED]:
        who = names.get(one.responsible, one.responsible) or one.lead_unit
        about = f"{one.code} {one.title}" + (f" ({who})" if who else "")
        cells = {"name": "late_task", "about": about, "due": one.due_on, "now": 1, "before": None}
        yield Row(f"late_task:{one.task}", cells, {"now": (one.task,)})


def _row(name: str, now: tuple[str, ...], before: tuple[str, ...]) -> Row:
    cells = {"name": name, "about": None, "due": None, "now": len(now), "before": len(before)}
    return Row(name, cells, {"now": now, "before": before})


def _names(db: Database) -> Mapping[str, str]:
    return dict(db.conn.execute("SELECT id, name FROM officer").fetchall())

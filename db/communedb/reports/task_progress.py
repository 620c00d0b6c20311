"""Tasks at the end of a period: completed of total, on schedule or late, overdue and open.

By block, directive, unit and officer, with extensions, red alerts and difficulties.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.task_status import TaskStatus
from communedb.reports.figures import Column, Figures, Kind, Row
from communedb.reports.grouped import by_trait, counts
from communedb.reports.on_time import share
from communedb.reports.tasks_as_at import Work, tasks_as_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.reports.figures import Asked, Value
    from communedb.sqlite import Database

NAME: Final = "tasks"
COLUMNS: Final = (
    Column("name", Kind.TEXT),
    Column("total"),
    Column("completed"),
    Column("share", Kind.SHARE),
    Column("completed_on_time"),
    Column("completed_late"),
    Column("open_in_time"),
    Column("open_overdue"),
    Column("not_started"),
    Column("red"),
    Column("extended"),
    Column("asks"),
    Column("difficulty"),
)
"""`extended` are tasks with an extension granted, `asks` those with a request that waits, `difficulty` open ones."""

NOBODY: Final = "nobody"
"""The text of the row of tasks of which a trait is not given."""


def figures(db: Database, asked: Asked) -> Figures:
    """The plan as at the period's end; the share is completed of total."""
    works = tasks_as_at(db, asked)
    officers = dict(db.conn.execute("SELECT id, name FROM officer").fetchall())
    units = dict(db.conn.execute("SELECT code, name FROM unit").fetchall()) if works else {}
    rows = (
        *by_trait("block", works, lambda one: one.block or NOBODY, _row),
        *by_trait("document", works, lambda one: one.document or NOBODY, _row),
        *by_trait("unit", works, lambda one: one.lead_unit or NOBODY, _row, lambda unit: units.get(unit, unit)),
        *by_trait("officer", works, lambda one: one.responsible or NOBODY, _row, lambda key: officers.get(key, key)),
    )
    return Figures(NAME, asked.period, COLUMNS, rows, _row("", "", works), subjects="task")


def _row(key: str, name: Value, among: Sequence[Work], /) -> Row:
    cells, behind = counts(_lists(among))
    done = sum(one.status.done for one in among)
    return Row(key, {"name": name, **cells, "share": share(done, len(among))}, behind)


def _lists(among: Sequence[Work]) -> dict[str, list[str]]:
    s = TaskStatus
    idle = {s.NOT_STARTED, s.NOT_STARTED_LATE}
    return {
        "total": [one.task for one in among],
        "completed": [one.task for one in among if one.status.done],
        "completed_on_time": [one.task for one in among if one.status is s.COMPLETED],
        "completed_late": [one.task for one in among if one.status is s.COMPLETED_LATE],
        "open_in_time": [one.task for one in among if not one.status.done and not one.status.late],
        "open_overdue": [one.task for one in among if not one.status.done and one.status.late],
        "not_started": [one.task for one in among if one.status in idle],
        "red": [one.task for one in among if one.alert is not None],
        "extended": [one.task for one in among if one.extensions],
        "asks": [one.task for one in among if one.asks],
        "difficulty": [one.task for one in among if one.difficulty],
    }

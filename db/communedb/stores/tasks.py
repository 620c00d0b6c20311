"""Everything about one task, and its events between their rows and the domain's model."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from communedb.domain.finding import Finding, FindingCode
from communedb.domain.moment import parse_utc
from communedb.domain.refusal import Reason, Refused
from communedb.domain.task import FIRST_DAY, LAST_DAY, MOST_MONEY, Level, Rhythm, TaskFacts
from communedb.domain.task_event import TaskEvent, TaskState
from communedb.domain.task_period import rhythm_of
from communedb.domain.task_projection import project_task
from communedb.domain.text import fold
from communedb.journal import pen
from communedb.sqlite import one_moment, rows
from communedb.stores.dossier import attachments_of
from communedb.stores.happenings import facts_of, is_instant, read_happenings

if TYPE_CHECKING:
    from communedb.journal.pen import Shown
    from communedb.sqlite import Database

TABLE: Final = "task_event"
_MOST_STEPS: Final = 10**9


@dataclass(frozen=True)
class Task:
    """One task as it was read: its facts, what happened to it, what that adds up to, and its files.

    `children` are the keys of the tasks under it. `shown` says what the reader had been shown, for a change made from
    this view. Findings of the state and of its place among other tasks: `reports.task_contradictions`.
    """

    row: dict[str, Any]
    facts: TaskFacts
    state: TaskState
    events: list[TaskEvent]
    attachments: list[dict[str, Any]]
    children: tuple[str, ...]
    shown: dict[str, Shown]

    @property
    def id(self) -> str:
        """The task's key."""
        return str(self.row["id"])

    @property
    def code(self) -> str:
        """The code by which officers name it."""
        return str(self.row["code"])


def read_task(db: Database, task: str) -> Task:
    """The task with this key; Refused as UNKNOWN_TASK when there is none."""
    with one_moment(db):
        row = next(rows(db, "SELECT * FROM task WHERE id = ?", (task,)), None)
        if row is None:
            raise Refused(Reason.UNKNOWN_TASK, task=task)
        events, unreadable = _events(db, task)
        children = db.conn.execute("SELECT id FROM task WHERE parent = ? ORDER BY code, id", (task,))
        return Task(
            row=row,
            facts=task_facts(row),
            state=_state(events, unreadable),
            events=sorted(events, key=lambda event: event.order),
            attachments=attachments_of(db, task),
            children=tuple(key for (key,) in children),
            shown=pen.shown_now(db),
        )


def find_task(db: Database, code: str) -> str:
    """The key of the task with this code or key; Refused as UNKNOWN_TASK when there is none.

    Case and marks do not matter. Where two stations gave the same code, the one entered last that is not void is meant.
    """
    found = db.conn.execute(
        "SELECT t.id FROM task_state s JOIN task t ON t.id = s.task WHERE s.task = :typed OR s.code_key = :key"
        " ORDER BY s.voided, t.entered_at DESC, t.id DESC LIMIT 1",
        {"typed": code.strip(), "key": fold(code)},
    ).fetchone()
    if found is None:
        raise Refused(Reason.UNKNOWN_TASK, task=code)
    return str(found[0])


def read_task_events(db: Database, task: str) -> list[TaskEvent]:
    """All events of a task that can be read, as they lie in the register."""
    return _events(db, task)[0]


def tasks_with_code(db: Database, scope: str, code: str) -> list[str]:
    """The keys of the tasks of one unit with this code, case and marks aside; those that are not void first."""
    found = db.conn.execute(
        "SELECT t.id FROM task_state s JOIN task t ON t.id = s.task WHERE s.code_key = ? AND t.scope = ?"
        " ORDER BY s.voided, t.id DESC",
        (fold(code), scope),
    )
    return [str(key) for (key,) in found]


def is_given_from_above(db: Database, row: dict[str, Any]) -> bool:
    """Whether a task was written by another unit, the hub; all stations of the own unit are known here."""
    found = db.conn.execute(
        "SELECT ifnull(s.scope, '') <> i.unit FROM installation i LEFT JOIN station s ON s.id = ?", (row["station"],)
    ).fetchone()
    return bool(found and found[0])


def task_state(db: Database, task: str) -> TaskState:
    """What the events of a task add up to; events that cannot be read are findings."""
    return _state(*_events(db, task))


def _events(db: Database, task: str) -> tuple[list[TaskEvent], list[str]]:
    """The events of a task that can be read, and the kinds of the others."""
    return read_happenings(db, TABLE, ("task", task), _event)


def _state(events: list[TaskEvent], unreadable: list[str]) -> TaskState:
    state = project_task(events)
    for kind in unreadable:
        state.findings.append(Finding(code=FindingCode.TASK_EVENT_UNREADABLE, facts={"kind": kind}))
    return state


def task_facts(row: dict[str, Any]) -> TaskFacts:
    """The facts of a row, whatever arrived in it: what cannot be read counts as not told."""
    texts: dict[str, Any] = {name: row[name] or "" for name in _TEXTS}
    return TaskFacts.model_construct(
        **texts,
        document_on=day_of(row["document_on"]),
        start_on=day_of(row["start_on"]),
        level=Level(row["level"]) if row["level"] in set(Level) else Level.PROVINCE,
        reports=Rhythm(row["reports"]) if row["reports"] in set(Rhythm) else Rhythm.NONE,
        coordinating=_names(row["coordinating"]),
        followers=_names(row["followers"]),
        parent=row["parent"],
        budget_assigned=row["budget_assigned"],
    )


def day_of(text: str | None) -> date | None:
    """The day that a column holds; None for none, and for one that no desk writes."""
    try:
        found = date.fromisoformat(text) if text else None
    except ValueError:
        return None
    return found if found is not None and FIRST_DAY <= found <= LAST_DAY else None


_TEXTS: Final = (
    "code", "title", "document_number", "block", "lead_unit", "responsible_name", "expected", "note",
)  # fmt: skip


def _names(text: str) -> tuple[str, ...]:
    """A list of names as a column keeps it."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()


def _event(row: dict[str, Any]) -> TaskEvent | None:
    event = TaskEvent(**facts_of(row), due_on=day_of(row["due_on"]), period=row["period"])
    told = event.details
    is_sound = (
        _whole(told.get("percent", 0), 100)
        and (told.get("disbursed") is None or _whole(told["disbursed"], MOST_MONEY))
        and _whole(told.get("seen", 0), _MOST_STEPS)
        and isinstance(told.get("difficulty", ""), str)
        and isinstance(told.get("replaces", ""), str)
        and (event.period is None or rhythm_of(event.period) is not None)
        and (bool(row["due_on"]) is (event.due_on is not None))
    )
    cut_off = told.get("cut_off")
    is_dated = cut_off is None or (isinstance(cut_off, str) and is_instant(parse_utc(cut_off)))
    return event if is_sound and is_dated else None


def _whole(value: object, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most

"""Counting tasks and feedback of a period naively: every event read again, by the words of the definitions alone."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from tests.golden.recount import Days, at, day

if TYPE_CHECKING:
    from communedb.sqlite import Database

_HANDLED = {"answered", "refused", "resolved", "closed"}


def tasks(db: Database, days: Days, today: date) -> dict[str, set[str]]:
    """By what the report of tasks counts, the tasks, as the last day of the period left them."""
    last = min(days.last, today)
    found: dict[str, set[str]] = defaultdict(set)
    entered = dict(db.conn.execute("SELECT id, entered_at FROM task").fetchall())
    for task, life in _lives(db, "task_event", "task").items():
        if day(at(entered[task])) > last or any(event["kind"] == "voided" for event in life):
            continue
        due, completed, begun = None, None, False
        for event in life:
            if at(event["happened_at"]) >= days.end and event["kind"] != "created":
                continue
            if event["kind"] in {"created", "extension_approved"}:
                due = date.fromisoformat(event["due_on"]) if event["due_on"] else None
            elif event["kind"] == "completed":
                completed, begun = day(at(event["happened_at"])), True
            elif event["kind"] == "reopened":
                completed = None
            elif event["kind"] == "progressed":
                begun = json.loads(event["details"])["percent"] > 0
        found["total"].add(task)
        found[_standing(due, completed, last)].add(task)
        if completed is None and not begun:
            found["not_started"].add(task)
    return dict(found)


def _standing(due: date | None, completed: date | None, last: date) -> str:
    late = due is not None and (completed or last) > due
    if completed is not None:
        return "completed_late" if late else "completed_on_time"
    return "open_overdue" if late else "open_in_time"


def voices(db: Database, days: Days, category: str) -> dict[str, set[str]]:
    """What there was of feedback or of difficulties: raised in the period or before, handled or open at its end."""
    found: dict[str, set[str]] = defaultdict(set)
    # What was escalated is one voice: the copy on its way up counts where it goes.
    own = db.conn.execute(
        "SELECT id, received_at FROM feedback WHERE category = ? AND escalated_from IS NULL", (category,)
    ).fetchall()
    lives = _lives(db, "feedback_event", "feedback")
    for key, received in own:
        life = lives[key]
        if at(received) >= days.end or any(event["kind"] == "voided" for event in life):
            continue
        handled = None
        for event in life:
            if at(event["happened_at"]) < days.end:
                if event["kind"] in _HANDLED:
                    handled = handled or at(event["happened_at"])
                elif event["kind"] == "reopened":
                    handled = None
        if handled is None or handled >= days.begin:
            found["new" if at(received) >= days.begin else "carried_over"].add(key)
            found["open" if handled is None else "handled"].add(key)
    return dict(found)


def _lives(db: Database, table: str, column: str) -> dict[str, list[dict[str, Any]]]:
    """The events of each that were not taken back, in their order."""
    cursor = db.conn.execute(f"SELECT * FROM {table} ORDER BY clock, place, id")
    names = [each[0] for each in cursor.description]
    events = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    undone = {event["takes_back"] for event in events if event["kind"] == "taken_back"}
    lives: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for event in events:
        if event["id"] not in undone:
            lives[event[column]].append(event)
    return lives

"""The course of a task and its journal, in words; the newest first."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from communedb.domain.moment import local
from communedb.domain.money import format_dong
from communetui.dossier.told import moment_text
from communetui.strings.task import task, task_course
from communetui.strings.task_values import task_values
from communetui.tasks.column_text import change_name, column_text
from communetui.tasks.told import day_text, period_name
from communetui.widgets.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communedb.domain.task_event import TaskEvent
    from communedb.journal.history import Change
    from communetui.tasks.view import View


def step_name(kind: str) -> str:
    """A step at the beginning of a line."""
    name = task_values().event.get(kind, kind)
    return name[:1].upper() + name[1:]


def event_entries(view: View) -> list[Entry]:
    """Every event: when, what, who, and what belongs to it."""
    return [_event_entry(view, event) for event in reversed(view.task.events)]


def _event_entry(view: View, event: TaskEvent) -> Entry:
    words = task_course()
    head = words.line.format(step=step_name(event.kind), officer=view.names.get(event.officer, task().elsewhere))
    if event.id in view.taken_back:
        head += words.taken_back
    return Entry(moment_text(event.happened_at), "\n".join([head, *_event_lines(view, event)]))


def _event_lines(view: View, event: TaskEvent) -> Iterator[str]:
    words, told = task_course(), event.details
    facts = _fact_texts(view, event, told)
    if facts:
        yield "; ".join(facts)
    if event.reason:
        yield words.reason.format(text=event.reason)
    if told.get("difficulty"):
        yield words.difficulty.format(text=told["difficulty"])
    if event.takes_back:
        undone = next((one for one in view.task.events if one.id == event.takes_back), None)
        yield words.takes_back.format(step=task_values().event[undone.kind] if undone else "-")
    if "field" in told:
        yield _changed(view, told["field"], told.get("old"), told.get("new"))
    if local(event.entered_at).date() != local(event.happened_at).date():
        yield words.entered.format(at=moment_text(event.entered_at))
    if "imported" in told:
        yield words.imported.format(file=told["imported"])


def _fact_texts(view: View, event: TaskEvent, told: dict[str, Any]) -> list[str]:
    words = task_course()
    facts = []
    if event.to_officer:
        facts.append(words.to_officer.format(officer=view.names.get(event.to_officer, event.to_officer)))
    if event.period:
        facts.append(words.period.format(period=period_name(event.period)))
    if told.get("no_work"):
        facts.append(words.no_work)
    if "percent" in told:
        facts.append(words.percent.format(percent=told["percent"]))
    if told.get("disbursed") is not None:
        facts.append(words.disbursed.format(amount=format_dong(int(told["disbursed"]))))
    if event.due_on:
        asked = event.kind.value == "extension_asked"
        facts.append((words.asked if asked else words.due).format(day=day_text(event.due_on)))
    return facts


def _changed(view: View, field: str, old: Any, new: Any) -> str:
    name = task_values().field.get(field, field)
    return task_course().changed.format(
        field=name, old=column_text(view, field, old), new=column_text(view, field, new)
    )


# -- the journal


def history_entries(view: View) -> list[Entry]:
    """Every change of every value, from what to what; the changes of one save to one row stand together."""
    by_save = groupby(view.changes, key=lambda one: (one.at, one.officer, one.table, one.row, one.created))
    entries = []
    for (at, officer, table, _, created), changes in by_save:
        lines = [line for change in changes if (line := _change(view, change, created=created))]
        if lines:
            where = task_course().tables.get(table, table)
            head = task_course().line.format(
                step=where[:1].upper() + where[1:], officer=view.names.get(officer, task().elsewhere)
            )
            entries.append(Entry(moment_text(at), "\n".join([head, *lines])))
    return entries[::-1]


def _change(view: View, change: Change, *, created: bool) -> str:
    """One value in a line; empty for what only the program understands, and for what was empty from the start."""
    name = change_name(change)
    if not name or (created and change.new in (None, "", "[]")):
        return ""
    if created:
        return f"{name}: {column_text(view, change.column, change.new)}"
    old, new = (column_text(view, change.column, value) for value in (change.old, change.new))
    return task_course().changed.format(field=name, old=old, new=new)

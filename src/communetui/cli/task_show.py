"""`communetui task show` and `task history`: everything about one task."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from communedb.domain.money import format_dong
from communetui.cli.dossier_show import change_document
from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.cli.showing import findings, moment, outside
from communetui.cli.table import pairs, table
from communetui.cli.task_told import as_document, day_text, row_of, status_text
from communetui.strings.cli_heads import heads
from communetui.strings.cli_tasks import cli_tasks
from communetui.strings.task_values import block_text, task_values

if TYPE_CHECKING:
    from communedb.domain.finding import Finding
    from communedb.domain.task_event import TaskEvent
    from communedb.journal.history import Change
    from communedb.register import Register
    from communedb.stores.task_list import TaskRow
    from communedb.stores.tasks import Task
    from communetui.cli.start import Start
    from communetui.tasks.view import View


@command("task show")
@click.argument("code", type=TEXT)
@start_of
def show(start: Start, code: str) -> None:
    """Show a task by its code or its key."""
    from communedb.reports.task_contradictions import task_findings
    from communedb.stores.officers import officer_names
    from communedb.stores.tasks import find_task, read_task

    with opened(start) as register:
        task = read_task(register.db, find_task(register.db, code))
        names = officer_names(register.db)
        line = row_of(register, task.id)
        found = task_findings(register.db, task.id, task.state)
        units = _units(register, task)
        children = [row_of(register, key).code for key in task.children]
    document = {
        **as_document(line),
        "facts": task.facts.model_dump(mode="json"),
        "result": task.state.result,
        "reports_by_period": task.state.reports,
        "reopened_periods": sorted(task.state.reopened),
        "children": children,
        "attachments": [outside(row) for row in task.attachments],
        "events": [
            {**event.model_dump(mode="json"), "officer_name": names.get(event.officer, "")} for event in task.events
        ],
        "findings": findings(found),
    }
    answer(start, document, lambda: _told(task, line, (names, units, children), found))


@command("task history")
@click.argument("code", type=TEXT)
@start_of
def history(start: Start, code: str) -> None:
    """Show what was written about a task: who changed what from what to what, when."""
    from communedb.stores.tasks import find_task
    from communetui.tasks.view import read_view

    with opened(start) as register:
        view = read_view(register, find_task(register.db, code))
    changes = [change for change in view.changes if not change.created or change.new]
    document = {"task": view.task.id, "changes": [change_document(change, view.names) for change in changes]}
    answer(start, document, lambda: _told_changes(view, changes))


def _told_changes(view: View, changes: list[Change]) -> str:
    """Changes in the words of the screen; what only the program understands is in the JSON document."""
    from communetui.tasks.column_text import change_name, column_text

    said = heads()
    rows = [
        (
            moment(change.at),
            view.names.get(change.officer, cli_tasks().elsewhere),
            name,
            "" if change.created else column_text(view, change.column, change.old),
            column_text(view, change.column, change.new),
        )
        for change in changes
        if (name := change_name(change)) and not (change.created and change.new == "[]")
    ]
    return table((said.when, said.officer, said.what, said.before, said.after), rows, flexible=4)


def _units(register: Register, task: Task) -> dict[str, str]:
    from communedb.stores.units import unit_name

    return {unit: unit_name(register.db, unit) for unit in (task.facts.lead_unit, *task.facts.coordinating)}


def _told(
    task: Task,
    line: TaskRow,
    known: tuple[dict[str, str], dict[str, str], list[str]],
    found: list[Finding],
) -> str:
    from communetui.strings.findings import finding_text

    names, units, children = known
    said = cli_tasks()
    parts = [
        pairs(_facts(task, line, names, units)),
        *(finding_text(one) for one in found),
        _listed(said.children, children),
        _listed(said.reports, _reports(task)),
        _listed(said.files, [row["name"] for row in task.attachments]),
        _listed(said.events, [_event(event, names) for event in task.events]),
    ]
    return "\n".join(part for part in parts if part)


def _facts(task: Task, line: TaskRow, names: dict[str, str], units: dict[str, str]) -> list[tuple[str, str]]:
    said, words, facts, state = cli_tasks(), task_values(), task.facts, task.state
    field = words.field
    left = "" if line.days_left is None or line.status.done else said.days_left.format(days=line.days_left)
    due = day_text(line.due_on) or said.no_due
    asked = line.offered_due_on or line.asked_due_on
    return [
        (field["code"], line.code),
        (field["title"], facts.title),
        (field["status"], status_text(line)),
        (field["percent"], str(line.percent)),
        (field["due_on"], f"{due} ({left})" if left else due),
        (field["first_due_on"], day_text(line.first_due_on) if line.first_due_on != line.due_on else ""),
        (said.extension, f"{words.extension.get(line.extension, '')} {day_text(asked)}".strip()),
        (field["responsible"], names.get(state.responsible, "") or facts.responsible_name),
        (field["lead_unit"], units[facts.lead_unit]),
        (field["coordinating"], ", ".join(units[unit] for unit in facts.coordinating)),
        (field["followers"], ", ".join(names.get(key, key) for key in facts.followers)),
        (field["document_number"], f"{facts.document_number} {day_text(facts.document_on)}".strip()),
        (field["block"], block_text(facts.block)),
        (field["level"], words.level[facts.level.value]),
        (field["start_on"], day_text(facts.start_on)),
        (field["expected"], facts.expected),
        (field["budget_assigned"], "" if facts.budget_assigned is None else format_dong(facts.budget_assigned)),
        (field["disbursed"], "" if state.disbursed is None else format_dong(state.disbursed)),
        (field["completed_on"], day_text(state.completed_on)),
        (field["result"], state.result),
        (field["note"], facts.note),
    ]


def _reports(task: Task) -> list[str]:
    said = cli_tasks()
    lines = []
    for period, report in sorted(task.state.reports.items()):
        text = " ".join(part for part in (said.no_work if report.no_work else "", report.text) if part)
        hard = f" [{report.difficulty}]" if report.difficulty else ""
        lines.append(f"{period}: {text}{hard}")
    return lines


def _event(event: TaskEvent, names: dict[str, str]) -> str:
    told: list[Any] = [event.period, day_text(event.due_on)]
    if "percent" in event.details:
        told.append(f"{event.details['percent']}%")
    told.append(event.reason)
    rest = " ".join(str(part) for part in told if part)
    return cli_tasks().event_line.format(
        at=moment(event.happened_at),
        officer=names.get(event.officer, cli_tasks().elsewhere),
        event=task_values().event[event.kind.value],
        rest=f" {rest}" if rest else "",
    )


def _listed(title: str, lines: list[str]) -> str:
    return f"{title}:\n" + "\n".join(f"  {line}" for line in lines) if lines else ""

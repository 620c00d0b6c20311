"""The lines on top of a task: where it stands, until when, and what to look at; a sign and a word for each alert."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.money import format_dong
from communedb.domain.task_event import Extension, TaskKind
from communedb.domain.task_period import reminded_until
from communetui.dossier.told import moment_text
from communetui.strings.conflicts import conflicts
from communetui.strings.findings import finding_text
from communetui.strings.task import task
from communetui.strings.task_standing import task_standing
from communetui.strings.task_values import task_values
from communetui.tasks.told import bar, day_text, late_by, period_name, time_text, title_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communetui.tasks.view import View


def head_text(view: View, width: int) -> str:
    """The head, a line for each thing; a line that begins with ! or ? wants to be looked at."""
    words, row = task(), view.row
    lines = [
        *title_lines(row.title, width - 2),
        f"{words.status}: {status_text(view)}   {words.due}: {due_text(view)}",
        f"{words.progress}: {progress_text(view)}",
        f"{words.lead}: {view.line.unit or '-'}   {words.responsible}: {view.line.responsible or words.nobody}",
    ]
    if row.extensions:
        lines.append(words.extended.format(count=row.extensions, day=day_text(row.first_due_on)))
    return "\n".join(f" {line}" for line in (*lines, *_warnings(view)))


def status_text(view: View) -> str:
    """The status, or that the task is void."""
    return task().void if view.state.voided else task_values().status[view.row.status]


def due_text(view: View) -> str:
    """When it is due, and how that stands."""
    row = view.row
    parts = [day_text(row.due_on)] if row.due_on else []
    if not view.state.voided:
        parts.append(time_text(row.status, row.days_left, late_by(row)))
    return ", ".join(parts) or "-"


def progress_text(view: View) -> str:
    """`[########............] 40 %, giải ngân 120.000.000 đ`."""
    state = view.state
    parts = [f"{bar(state.percent)} {state.percent} %"]
    if state.disbursed is not None:
        parts.append(task().disbursed.format(amount=format_dong(state.disbursed)))
    return ", ".join(parts)


def _warnings(view: View) -> Iterator[str]:
    words, state, row = task(), view.state, view.row
    if state.voided:
        event = view.last(TaskKind.VOIDED)
        yield "! " + words.void_because.format(reason=(event.reason if event else None) or "-")
    if row.alert is not None:
        yield f"! {task_standing().alert[row.alert]}."
    elif row.reminder is not None:
        yield "? " + (words.remind_today if row.reminder == 0 else words.remind_ahead.format(days=row.days_left))
    yield from _extension(view)
    yield from _reports(view)
    if state.difficulty:
        yield "? " + words.difficulty.format(text=state.difficulty)
    yield from (f"! {finding_text(finding)}" for finding in view.findings)
    if view.contested:
        fields = dict.fromkeys(task_values().field.get(one.column, one.column) for one in view.contested)
        yield "! " + conflicts().on_dossier.format(fields=", ".join(fields))


def _extension(view: View) -> Iterator[str]:
    words, state = task(), view.state
    if state.extension is Extension.ASKED:
        asked = day_text(state.asked_due_on)
        yield "? " + words.extension_asked.format(officer=view.names.get(state.asked_by, "-"), day=asked)
    elif state.extension is Extension.COUNTERED:
        offered, asked = day_text(state.offered_due_on), day_text(state.asked_due_on)
        yield "? " + words.extension_offered.format(day=offered, asked=asked)


def _reports(view: View) -> Iterator[str]:
    words = task()
    for one in view.due:
        soon = reminded_until(one.cut_off, view.now, view.rules.report_reminders)
        if not one.reported and not one.locked and (soon is not None or one.period in view.state.reopened):
            at = moment_text(one.cut_off)
            yield "? " + words.report_due.format(period=period_name(one.period), at=at)
    missing = sum(one.locked and not one.reported for one in view.due)
    if missing:
        yield "! " + words.report_waits.format(count=missing)

"""What stands below the list of tasks: the task under the cursor in full, in words that need no colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communetui.strings.task import task
from communetui.strings.task_standing import task_standing
from communetui.strings.task_values import block_text
from communetui.strings.tasks import tasks
from communetui.tasks.groups import Head
from communetui.tasks.told import day_text, document_text, title_lines
from communetui.widgets.cells import fit

if TYPE_CHECKING:
    from communetui.tasks.groups import Shown
    from communetui.tasks.lines import Line

LINES: Final = 4
"""Lines that there are."""


def detail_text(shown: Shown, width: int) -> str:
    """Title on two lines, who and by which directive, and why it is red, what it waits for or what it is part of."""
    if isinstance(shown, Head):
        return f" {shown.text}"
    room = max(width - 2, 20)
    lines = title_lines(f"{shown.row.code}  {shown.row.title}", room)
    lines += [fit(line, room, right=False) for line in (_who(shown), _alerts(shown), _directive(shown)) if line]
    return "\n".join(f" {line}" for line in lines[:LINES])


def _who(line: Line) -> str:
    officer = line.responsible or tasks().nobody
    return tasks().detail_who.format(unit=line.unit or "-", officer=officer, block=block_text(line.row.block))


def _directive(line: Line) -> str:
    document = document_text(line.row.document_number, line.row.document_on)
    return tasks().detail_document.format(document=document) if document else ""


def _alerts(line: Line) -> str:
    """The most pressing thing first; a sign and a word for each."""
    row, words = line.row, task()
    found = []
    if row.alert is not None:
        found.append(f"! {task_standing().alert[row.alert]}")
    elif row.reminder is not None:
        found.append(
            "? " + (words.remind_today if row.reminder == 0 else words.remind_ahead.format(days=row.days_left))
        )
    if row.extension == "asked":
        found.append("? " + words.waits_decision.format(day=day_text(row.asked_due_on)))
    elif row.extension:
        found.append("? " + words.waits_answer.format(day=day_text(row.offered_due_on)))
    if row.difficulty:
        found.append("? " + words.difficulty.format(text=row.difficulty))
    return "   ".join(found)

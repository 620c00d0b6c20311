"""Values of a task's columns as people read them: in its history, in corrections, where values differ."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from communedb.domain.money import format_dong
from communetui.strings.dossier_course import course
from communetui.strings.task import task_course
from communetui.strings.task_values import block_text, task_values
from communetui.tasks.told import period_name

if TYPE_CHECKING:
    from communedb.journal.history import Change
    from communetui.dossier.told import Naming


def change_name(change: Change) -> str:
    """What a change of the journal is about; nothing for a column that only the program understands."""
    names = task_values().field if change.table == "task" else task_course().columns
    return names.get(change.column, "")


def column_text(view: Naming, field: str, value: Any) -> str:
    """A value of a column as people read it; the names that are known may hold tasks by key, for a task above."""
    if value in (None, "", "[]", []):
        return course().empty
    named = {"level": task_values().level, "reports": task_values().reports, "kind": task_values().event}.get(field)
    text = str(value)
    if named is not None:
        return named.get(text, text)
    if field == "block":
        return block_text(text)
    if field in {"coordinating", "followers"}:
        return "; ".join(view.names.get(one, view.unit(one)) for one in _listed(value))
    if field in {"to_officer", "responsible", "parent"}:
        return view.names.get(text, text)
    if field == "budget_assigned" and text.isdecimal():
        return format_dong(int(text))
    if field == "period":
        return period_name(text)
    if field == "lead_unit":
        return view.unit(text)
    return "/".join(reversed(text.split("-"))) if field.endswith("_on") else text


def _listed(value: Any) -> list[str]:
    try:
        found = json.loads(value) if isinstance(value, str) else value
    except ValueError:
        return [str(value)]
    return [str(one) for one in found] if isinstance(found, list | tuple) else [str(value)]

"""A fact of a task, as its column keeps it, in words."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from communedb.domain.money import format_dong
from communetui.strings.task_values import block_text, task_values

if TYPE_CHECKING:
    from collections.abc import Mapping


def fact_text(column: str, value: Any, names: Mapping[str, str]) -> str:
    """A value as people read it; `names` are those of officers, units and parents by key.

    What arrived in no shape of ours is told as it came.
    """
    if value is None or value == "":
        return "-"
    text = str(value)
    words = {"level": task_values().level, "reports": task_values().reports}
    if column in words:
        return words[column].get(text, text)
    if column == "block":
        return block_text(text)
    if column == "budget_assigned" and isinstance(value, int):
        return format_dong(value)
    if column in {"coordinating", "followers"}:
        return ", ".join(names.get(one, one) for one in _listed(text))
    if column in {"document_on", "start_on"}:
        return _day(text)
    return names.get(text, text) if column in {"parent", "lead_unit"} else text


def _listed(text: str) -> list[str]:
    try:
        found = json.loads(text)
    except ValueError:
        return [text]
    return [str(one) for one in found] if isinstance(found, list) else [text]


def _day(text: str) -> str:
    try:
        return f"{date.fromisoformat(text):%d/%m/%Y}"
    except ValueError:
        return text

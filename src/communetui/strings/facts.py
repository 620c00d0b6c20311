"""Facts of refusals and findings as people read them: dates, amounts, and names instead of codes."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from communedb.domain.moment import local, parse_utc
from communetui.strings.values import values

if TYPE_CHECKING:
    from collections.abc import Mapping

_UTC: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


class _Told(dict[str, str]):
    """Facts by name; one that was not given shows as `-`."""

    def __missing__(self, _name: str) -> str:
        return "-"


def filled(text: str, facts: Mapping[str, object]) -> str:
    """A text with its `{name}` filled; what the officer typed stays as it is."""
    return text.format_map(_Told({name: fact_text(name, value) for name, value in facts.items()}))


def fact_text(name: str, value: object) -> str:
    """One fact: `23/11/2026`, `14:05 23/11/2026`, `1.234`, a name for a code, several joined by commas."""
    if isinstance(value, datetime):
        return f"{local(value):%H:%M %d/%m/%Y}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    text = str(value)
    if _UTC.fullmatch(text):
        return fact_text(name, parse_utc(text))
    names = _names_of_tasks(name, text) or _names(name)
    return ", ".join(names.get(code, code) for code in text.split(", ")) if names else text


def _names_of_tasks(fact: str, text: str) -> Mapping[str, str]:
    """The names of the codes of tasks; loaded for the first of them."""
    if fact not in {"task_event", "blocks"} and not (fact == "field" and text.startswith("task_")):
        return {}
    from communetui.strings.task_values import task_values

    named = task_values()
    if fact == "field":
        return {f"task_{code}": said for code, said in named.field.items()}
    return named.event if fact == "task_event" else named.block


def _names(fact: str) -> Mapping[str, str]:
    """The names of the codes that a fact of this name carries; none if it carries plain text."""
    if fact.startswith("feedback_") or fact == "subject_kind":
        from communetui.strings.feedback_values import feedback_values

        told: Mapping[str, str] = getattr(feedback_values(), fact.removeprefix("feedback_"))
        return told
    named = values()
    by_fact = {
        "status": named.status,
        "step": named.step,
        "event": named.step,
        "needs": named.need,
        "roles": named.role,
        "field": named.field,
        "column": named.import_column | named.field,
        "other": named.import_column | named.field,
        "unit": named.limit_unit,
        "why": named.fault,
    }
    return by_fact.get(fact, {})

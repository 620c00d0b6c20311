"""Conflicts in words: what they are about, and each value with who wrote it, at which station, when."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from communedb.journal.clock import instant
from communetui.dossier.told import field_name, moment_text, value_text
from communetui.exchange.stations import place_text
from communetui.strings.conflicts import conflicts
from communetui.strings.dossier_course import journal
from communetui.strings.settings import settings
from communetui.strings.values import values

if TYPE_CHECKING:
    from communedb.journal.fold import Head
    from communedb.reports.contested import Contested
    from communetui.conflicts.reading import Conflicts


def column_text(table: str, column: str) -> str:
    """A column in the officer's words."""
    if table == "task":
        from communetui.strings.task_values import task_values

        return task_values().field.get(column, column)
    own = conflicts().columns.get(table, {}) | journal().columns.get(table, {})
    return own.get(column) or field_name(column)


def subject_text(one: Contested) -> str:
    """What it is about: the applicant of a dossier, an officer, a setting."""
    table = one.conflict.table
    name = _row_name(one)
    if one.applicant:
        return one.applicant if table == "dossier" else f"{one.applicant}: {name}"
    return name


def about_text(one: Contested) -> str:
    """Where it stands: the dossier's code, or the kind of thing."""
    return one.code or conflicts().tables.get(one.conflict.table, one.conflict.table)


def _row_name(one: Contested) -> str:
    if one.conflict.table == "setting":
        return settings().names.get(one.name, one.name)
    return one.name


def shown_value(found: Conflicts, one: Contested, value: Any) -> str:
    """A value as people read it."""
    table, column = one.conflict.table, one.conflict.column
    if (table, column) == ("setting", "value"):
        return settings().switches.get(f"{one.name}:{value}", str(value or "")) or settings().empty
    if (table, column) == ("officer", "roles"):
        return ", ".join(values().role.get(role, role) for role in str(value).split(","))
    if (table, column) == ("procedure", "body"):
        return _differing(one, str(value))
    if table in {"notice", "support"}:
        from communetui.support.told import field_text as told

        return told(column, value)
    if table == "task":
        from communetui.tasks.column_text import column_text as told_task

        return told_task(found, column, value)
    if table == "feedback":
        from communetui.feedback.sections import field_text

        return field_text(column, value)
    return value_text(found, "dossier" if table == "person" else table, _as_of_dossier(table, column), value)


def _as_of_dossier(table: str, column: str) -> str:
    """The directory's columns are told as those of an applicant."""
    return f"applicant_{column}" if table == "person" else column


def _differing(one: Contested, value: str) -> str:
    """Of a procedure's facts only those in which the values differ."""
    bodies = [_body(str(head.value)) for head in one.conflict.heads]
    mine = _body(value)
    differing = [name for name in sorted(mine) if any(body.get(name) != mine[name] for body in bodies)]
    return "\n".join(f"{name}: {json.dumps(mine[name], ensure_ascii=False)}" for name in differing) or value


def _body(text: str) -> dict[str, Any]:
    try:
        body = json.loads(text)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def who_text(found: Conflicts, head: Head) -> str:
    """`Lê Thị Hoa, quầy 2, 09:38 23/11/2026`."""
    officer = found.names.get(head.officer, head.officer)
    place = place_text(found.places.get(head.replica), head.replica)
    return conflicts().who.format(officer=officer, place=place, at=moment_text(instant(head.clock)))

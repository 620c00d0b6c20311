"""The columns of the list of tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communetui.strings.tasks import tasks
from communetui.tasks.groups import Head
from communetui.tasks.told import mark, progress_text, row_time, short_day
from communetui.widgets.pagedlist import Column

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from communetui.tasks.groups import Shown
    from communetui.tasks.lines import Line

_SHORT_CODE: Final = 6
_LONG_CODE: Final = 14
"""Cells of the column of codes, which takes no more than the longest code that is shown."""


def row_key(row: Shown) -> Hashable:
    """What tells a row of the list from all others."""
    return ("head", row.name) if isinstance(row, Head) else row.row.key


def columns(lines: Sequence[Line]) -> tuple[Column[Any], ...]:
    """The columns for these tasks; the officer and the unit come where there is room."""
    longest = max((len(line.row.code) for line in lines), default=0)
    code = max(_SHORT_CODE, min(longest, _LONG_CODE))
    return (
        Column(lambda: "", lambda line: mark(line.row), 4),
        Column(lambda: tasks().code, lambda line: line.row.code, code),
        Column(lambda: tasks().task, lambda line: line.row.title, 24, grow=True),
        Column(lambda: tasks().lead_unit, lambda line: line.unit, 18, from_width=128),
        Column(lambda: tasks().responsible, lambda line: line.officer_short, 12, from_width=100),
        Column(lambda: tasks().percent, lambda line: progress_text(line.row), 8),
        Column(lambda: tasks().due, lambda line: short_day(line.row.due_on), 8),
        Column(lambda: "", lambda line: row_time(line.row), 12),
    )

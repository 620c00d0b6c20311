"""What the list and the board of tasks offer; a step with the task under the cursor is reached as on its own screen."""

from __future__ import annotations

from typing import Any

from communetui.actions.registry import Action
from communetui.actions.task import STEP_ACTIONS, STEPPING
from communetui.strings import tasks as said


def _may_enter(screen: Any) -> str | None:
    """The officer may enter tasks, and the register may be written."""
    why: str | None = screen.why_not_new()
    return why


ACTIONS = (
    *STEPPING,
    Action("open_filter", ("f8",), said.open_filter, hint=4),
    Action("board", ("f9",), said.board, hint=3),
    Action("turn_groups", ("f12",), said.turn_groups, hint=5),
    Action("fold_groups", ("insert",), said.fold_groups),
    Action("ready_filters", ("ctrl+f",), said.ready_filters, hint=6),
    Action("clear_filters", ("ctrl+r",), said.clear_filters, hint=8),
    Action("new_task", ("ctrl+n",), said.new_task, hint=7, available=_may_enter),
    *STEP_ACTIONS,
)

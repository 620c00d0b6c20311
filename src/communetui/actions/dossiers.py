"""What the list of dossiers offers."""

from __future__ import annotations

from typing import Any

from communetui.actions.registry import Action
from communetui.strings import dossiers as said


def _row(screen: Any) -> str | None:
    """There is a dossier under the cursor, and the register may be written."""
    why: str | None = screen.why_not_enter_code()
    return why


ACTIONS = (
    Action("open_filter", ("f7",), said.open_filter, hint=1),
    Action("next_sort", ("f8",), said.next_sort, hint=2),
    Action("turn_sort", ("f12", "ctrl+r"), said.turn_sort, hint=3),
    Action("clear_filters", ("ctrl+b",), said.clear_filters, hint=4),
    Action("saved_filters", ("ctrl+o",), said.saved_filters, hint=5),
    Action("save_filter", ("ctrl+s",), said.save_filter, hint=6),
    Action("enter_code", ("ctrl+n",), said.enter_code, hint=7, available=_row),
    Action("to_search", ("ctrl+f",), said.to_search),
)

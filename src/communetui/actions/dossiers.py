"""What the list of dossiers offers."""

from __future__ import annotations

from communetui.actions.registry import Action
from communetui.strings import dossiers as said

ACTIONS = (
    Action("open_filter", ("f7",), said.open_filter, hint=1),
    Action("next_sort", ("f8",), said.next_sort, hint=2),
    Action("turn_sort", ("f12", "ctrl+r"), said.turn_sort, hint=3),
    Action("clear_filters", ("ctrl+n",), said.clear_filters, hint=4),
    Action("saved_filters", ("ctrl+o",), said.saved_filters, hint=5),
    Action("save_filter", ("ctrl+s",), said.save_filter, hint=6),
    Action("to_search", ("ctrl+f",), said.to_search),
)

"""What the list of dossiers offers."""

from __future__ import annotations

from typing import Any

from communetui.actions.registry import Action
from communetui.strings import dossiers as said
from communetui.strings import pile


def _row(screen: Any) -> str | None:
    """There is a dossier under the cursor, and the register may be written."""
    why: str | None = screen.why_not_enter_code()
    return why


ACTIONS = (
    Action("pile", ("f7",), pile.open_pile, hint=1),
    Action("open_filter", ("f8",), said.open_filter, hint=2),
    Action("order", ("f12",), said.order, hint=3),
    Action("clear_filters", ("ctrl+n",), said.clear_filters, hint=4),
    Action("saved_filters", ("ctrl+o",), said.saved_filters, hint=5),
    Action("save_filter", ("ctrl+s",), said.save_filter, hint=6),
    Action("mark_to_here", ("insert",), pile.mark_to_here),
    Action("mark_all", ("ctrl+f",), pile.mark_all, hint=7),
    Action("unmark_all", ("delete",), pile.unmark_all),
    Action("accept_offered", ("ctrl+r",), pile.accept_offered, hint=8),
    Action("enter_code", ("f6",), said.enter_code, hint=9, available=_row),
)

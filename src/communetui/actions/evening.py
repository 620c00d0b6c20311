"""What the end of the day offers; Enter on a line opens the dossier."""

from __future__ import annotations

from communetui.actions.registry import Action
from communetui.strings import evening as said

ACTIONS = (
    Action("back_up", ("ctrl+s",), said.back_up, hint=1),
    Action("other_list", ("f7", "tab"), said.other_list, hint=2),
    Action("print_calls", ("f8",), said.print_calls, hint=3),
)

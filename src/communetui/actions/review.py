"""What the list of what is to be looked at offers for a closed day; Enter on a line opens the dossier."""

from __future__ import annotations

from communetui.actions.registry import Action
from communetui.strings import closed_day as said

ACTIONS = (
    Action("print_letters", ("f8",), said.print_letters, hint=1),
    Action("print_calls", ("f7",), said.print_calls, hint=2),
    Action("note_told", ("ctrl+s",), said.note_told, hint=3),
)

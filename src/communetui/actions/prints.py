"""What the print queue offers; Enter on a line opens the dossier."""

from __future__ import annotations

from communetui.actions.registry import Action
from communetui.strings import home as said

ACTIONS = (
    Action("print_waiting", ("f8",), said.print_waiting, hint=1),
    Action("drop", ("delete",), said.drop_print, hint=2),
)

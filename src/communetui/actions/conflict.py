"""What is offered where one of several values is chosen; Enter takes the one under the cursor."""

from __future__ import annotations

from communetui.actions.registry import Action
from communetui.strings import conflicts as said

ACTIONS = (
    Action("enter_value", ("f7",), said.enter_value, hint=1),
    Action("open_dossier", ("f8",), said.open_dossier, hint=2),
)

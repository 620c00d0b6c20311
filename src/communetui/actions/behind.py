"""What the list behind a number offers."""

from __future__ import annotations

from communetui.actions.registry import Action
from communetui.strings import pile

ACTIONS = (Action("pile", ("f7",), pile.open_pile, hint=1),)

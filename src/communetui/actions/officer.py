"""What the form offers."""

from __future__ import annotations

from communetui.actions.registry import Action
from communetui.strings import settings as said

ACTIONS = (Action("save", ("ctrl+s",), said.save, hint=1),)

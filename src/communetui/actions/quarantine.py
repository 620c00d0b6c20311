"""What the quarantine offers; Enter on a line tries it again."""

from __future__ import annotations

from communetui.actions.registry import Action
from communetui.strings import quarantine as said

ACTIONS = (Action("retry_all", ("f7",), said.retry_all, hint=1),)

"""What can be done before anyone is in."""

from __future__ import annotations

from communetui.actions.registry import Action
from communetui.strings import everywhere, unlock

ACTIONS = (
    Action("language", ("ctrl+t",), everywhere.language, hint=10),
    Action("leave", ("ctrl+q",), unlock.leave, hint=20),
)

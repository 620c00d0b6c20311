"""What the page of one notice offers."""

from __future__ import annotations

from communetui.actions.notices import MAKE_TASK, WITHDRAW, writable
from communetui.actions.registry import Action
from communetui.strings import notices as said

ACTIONS = (Action("mark_read", ("enter",), said.mark_read, hint=1, available=writable), MAKE_TASK, WITHDRAW)

"""What the list of what was sent offers."""

from __future__ import annotations

from typing import Any

from communetui.actions.registry import Action
from communetui.strings import report_actions as said


def _line(screen: Any) -> str | None:
    """Something was sent."""
    why: str | None = screen.why_nothing_was_sent()
    return why


ACTIONS = (Action("show_as_sent", ("f8",), said.show_as_sent, hint=1, available=_line),)

"""What the home page offers beyond what works everywhere."""

from __future__ import annotations

from communetui.actions.registry import Action
from communetui.strings import home as said
from communetui.strings.evening import open_evening

ACTIONS = (
    Action("evening", ("f12",), open_evening, hint=64),
    Action("print_waiting", ("f8",), said.print_waiting, hint=65),
)

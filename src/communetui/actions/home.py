"""What the home page offers beyond what works everywhere."""

from __future__ import annotations

from communetui.actions.registry import Action
from communetui.strings import home as said

ACTIONS = (Action("print_waiting", ("f8",), said.print_waiting, hint=65),)

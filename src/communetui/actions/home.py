"""What the home page offers beyond what works everywhere."""

from __future__ import annotations

from communetui.actions.registry import Action
from communetui.strings import home as said
from communetui.strings import pile
from communetui.strings.evening import open_evening

ACTIONS = (
    Action("pile", ("f7",), pile.open_pile, hint=32, opens="pile"),
    Action("evening", ("f12",), open_evening, hint=34, opens="evening"),
    Action("print_waiting", ("ctrl+s",), said.print_waiting, hint=65),
    Action("accept_offered", ("ctrl+r",), pile.accept_offered, hint=66),
)

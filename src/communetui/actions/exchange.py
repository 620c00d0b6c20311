"""What the exchange offers; Enter on a line opens what it is about."""

from __future__ import annotations

from communetui.actions.registry import Action
from communetui.strings import exchange as said

ACTIONS = (
    Action("send", ("ctrl+s",), said.send, hint=1),
    Action("by_stick", ("f7",), said.by_stick, hint=2),
    Action("stop", ("ctrl+r",), said.stop, hint=3),
    Action("open_conflicts", ("f8",), said.open_conflicts, hint=4),
    Action("open_stations", ("ctrl+n",), said.open_stations, hint=5),
)

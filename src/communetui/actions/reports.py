"""What the list of reports offers."""

from __future__ import annotations

from communetui.actions.registry import Action
from communetui.strings import report_actions as said

ACTIONS = (Action("leader_page", ("f7",), said.leader_page, hint=1),)

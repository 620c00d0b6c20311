"""What the list of half-filled forms offers; Enter on a line opens it again."""

from __future__ import annotations

from communetui.actions.registry import Action
from communetui.strings import intake_said as words

ACTIONS = (Action("discard", ("delete",), words.discard, hint=1),)

"""What the list of differing values offers; Enter on a line shows its values."""

from __future__ import annotations

from communetui.actions.registry import Action
from communetui.strings import conflicts as said

ACTIONS = (Action("open_dossier", ("f8",), said.open_dossier, hint=1),)

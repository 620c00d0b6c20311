"""What is offered after a dossier was saved."""

from __future__ import annotations

from communetui.actions.registry import Action
from communetui.strings import intake_said as words

ACTIONS = (
    Action("print_receipt", ("enter",), words.print_receipt, hint=1),
    Action("next_citizen", ("f2", "escape"), words.next_citizen, hint=2),
    Action("same_citizen", ("f7",), words.same_citizen, hint=3),
    Action("open_dossier", ("f8",), words.open_dossier, hint=4),
)

"""What the intake form offers; the screen itself says when one of them cannot run."""

from __future__ import annotations

from communedb.domain.officer import Role
from communetui.actions.registry import Action
from communetui.strings import intake_said as words

_RECEPTION = frozenset({Role.RECEPTION})


ACTIONS = (
    Action("save", ("ctrl+s",), words.save, hint=1, roles=_RECEPTION),
    Action("park", ("f7",), words.park, hint=2, roles=_RECEPTION),
    Action("drafts", ("f8",), words.drafts, hint=3, roles=_RECEPTION),
    Action("submitter", ("ctrl+o",), words.submitter, hint=4),
    Action("add_paper", ("ctrl+n",), words.add_paper, hint=5),
    Action("elsewhere", ("ctrl+r",), words.elsewhere, hint=6),
    Action("late", ("f9",), words.late, hint=7, roles=_RECEPTION),
    Action("to_bring", ("ctrl+f",), words.to_bring, hint=8),
    Action("checked", ("f12",), words.checked),
)

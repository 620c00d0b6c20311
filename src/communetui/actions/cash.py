"""What the cash close offers."""

from __future__ import annotations

from communedb.domain.officer import Role
from communetui.actions.registry import Action
from communetui.strings import cash as words

_RECEPTION = frozenset({Role.RECEPTION})

ACTIONS = (
    Action("save", ("ctrl+s",), words.close, hint=1, roles=_RECEPTION),
    Action("print_slip", ("f8",), words.print_slip, hint=2),
)

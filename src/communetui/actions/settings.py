"""What the settings offer."""

from __future__ import annotations

from communedb.domain.officer import Role
from communetui.actions.registry import Action
from communetui.strings import settings as said

_ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})

ACTIONS = (
    Action("add_officer", ("ctrl+n",), said.add_officer, hint=1, roles=_ADMINISTRATOR),
    Action("close_day", ("f7",), said.close_day, hint=2, roles=_ADMINISTRATOR),
    Action("remove", ("delete",), said.remove, hint=3, roles=_ADMINISTRATOR),
    Action("own_passphrase", ("f8",), said.own_passphrase, hint=4),
)

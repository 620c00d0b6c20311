"""What the list of stations offers; most is the administrator's."""

from __future__ import annotations

from communedb.domain.officer import Role
from communetui.actions.registry import Action
from communetui.strings import stations as said

_ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})

ACTIONS = (
    Action("make_request", ("f7",), said.make_request, hint=1),
    Action("accept_request", ("f8",), said.accept_request, hint=2, roles=_ADMINISTRATOR),
    Action("join_list", ("ctrl+f",), said.join_list, hint=3, roles=_ADMINISTRATOR),
    Action("show_qr", ("ctrl+r",), said.show_qr, hint=4),
    Action("print_fingerprint", ("f12",), said.print_fingerprint, hint=5),
    Action("revoke", ("delete",), said.revoke, hint=6, roles=_ADMINISTRATOR),
    Action("rotate", ("f6",), said.rotate, hint=7, roles=_ADMINISTRATOR),
)

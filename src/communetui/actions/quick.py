"""What the quick counter offers; the screen itself says when one of them cannot run."""

from __future__ import annotations

from communedb.domain.officer import Role
from communetui.actions.registry import Action
from communetui.strings import quick as words

_RECEPTION = frozenset({Role.RECEPTION})

ACTIONS = (
    Action("save", ("ctrl+s",), words.save, hint=1, roles=_RECEPTION),
    Action("next_kind", ("f7",), words.next_kind, hint=2),
    Action("print_receipt", ("f8",), words.print_receipt, hint=3),
    Action("waiting", ("ctrl+r",), words.waiting, hint=4, roles=_RECEPTION),
    Action("book", ("ctrl+n",), words.book, hint=5),
    Action("clear", ("f9",), words.clear, hint=6, roles=_RECEPTION),
)

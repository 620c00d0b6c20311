"""What the list of notices offers; Enter on a line reads it."""

from __future__ import annotations

from typing import Any

from communetui.actions.registry import Action
from communetui.strings import notices as said


def writable(screen: Any) -> str | None:
    """The register may be written."""
    why: str | None = screen.why_not_write()
    return why


def _directive(screen: Any) -> str | None:
    """There is a directive to make a task of, and the register may be written."""
    why: str | None = screen.why_not_task()
    return why


def _ours(screen: Any) -> str | None:
    """There is a notice of this office that still stands."""
    why: str | None = screen.why_not_withdraw()
    return why


MAKE_TASK = Action("make_task", ("ctrl+n",), said.make_task, hint=3, available=_directive)
WITHDRAW = Action("withdraw", ("delete",), said.withdraw, hint=4, available=_ours)

ACTIONS = (
    Action("new_notice", ("f7",), said.new_notice, hint=1, available=writable),
    MAKE_TASK,
    WITHDRAW,
    Action("show_withdrawn", ("ctrl+r",), said.show_withdrawn, hint=5),
)

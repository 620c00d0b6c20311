"""What the support log offers; Enter on a line corrects it."""

from __future__ import annotations

from typing import Any

from communetui.actions.registry import Action
from communetui.strings import support as said


def _writable(screen: Any) -> str | None:
    """The register may be written."""
    why: str | None = screen.why_not_write()
    return why


def _own(screen: Any) -> str | None:
    """There is a line under the cursor that this officer may change."""
    why: str | None = screen.why_not_change()
    return why


ACTIONS = (
    Action("new_support", ("f7",), said.new_support, hint=1, available=_writable),
    Action("correct_support", ("ctrl+n",), said.correct_support, hint=2, available=_own),
    Action("void_support", ("delete",), said.void_support, hint=3, available=_own),
    Action("show_totals", ("f12",), said.show_totals, hint=4),
)

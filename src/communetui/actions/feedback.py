"""What the list of feedback and difficulties offers; Enter opens one."""

from __future__ import annotations

from typing import Any

from communetui.actions.registry import Action
from communetui.strings import feedback as said


def _writable(screen: Any) -> str | None:
    """The register may be written."""
    why: str | None = screen.why_not_write()
    return why


ACTIONS = (
    Action("add", ("ctrl+n",), said.add, hint=1, available=_writable),
    Action("open_filter", ("f8",), said.open_filter, hint=2),
    Action("clear_filters", ("ctrl+r",), said.clear_filters, hint=3),
    Action("export_list", ("ctrl+s",), said.export_list, hint=4),
)

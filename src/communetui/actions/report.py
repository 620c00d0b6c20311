"""What one report offers."""

from __future__ import annotations

from typing import Any

from communedb.desk.sent_reports import MAY_SEND
from communetui.actions.registry import Action
from communetui.strings import report_actions as said


def _read(screen: Any) -> str | None:
    """The figures are there."""
    why: str | None = screen.why_nothing_is_open()
    return why


def _drawn(screen: Any) -> str | None:
    """The figures are there, and have a chart."""
    why: str | None = screen.why_no_chart()
    return why


ACTIONS = (
    Action("period_kind", ("f6",), said.period_kind, hint=1),
    Action("send", ("f7",), said.send, hint=2, roles=MAY_SEND, available=_read),
    Action("print_report", ("f8",), said.print_, hint=3, available=_read),
    Action("save_file", ("ctrl+s",), said.save_file, hint=4, available=_read),
    Action("show_doubts", ("ctrl+n",), said.show_doubts, hint=5, available=_read),
    Action("show_sent", ("ctrl+r",), said.show_sent, hint=6, available=_read),
    Action("show_chart", ("ctrl+f",), said.show_chart, hint=7, available=_drawn),
)

"""What works on every screen while a session is open: the one keymap of the app."""

from __future__ import annotations

from typing import Any

from communedb.domain.officer import Role
from communetui.actions.registry import Action
from communetui.strings import everywhere as said
from communetui.strings.cash import cash_action
from communetui.strings.evening import open_evening
from communetui.strings.exchange import open_exchange
from communetui.strings.quick import quick_action


def _not_at_home(screen: Any) -> str | None:
    """There must be a screen to go back to."""
    return None if screen.desk.has_screen_below else said.nowhere_back()


ACTIONS = (
    Action("help", ("f1",), said.help_, hint=10),
    Action("intake", ("f2",), said.intake, hint=20, roles=frozenset({Role.RECEPTION}), opens="intake"),
    Action("quick", ("ctrl+b",), quick_action, hint=25, roles=frozenset({Role.RECEPTION}), opens="quick"),
    Action("dossiers", ("f3",), said.dossiers, hint=30, opens="dossiers"),
    Action("home", ("f4",), said.home, hint=40, opens="home"),
    Action("open", ("f8",), said.open_, hint=31),
    Action("tasks", ("f8 n",), said.tasks, opens="tasks"),
    Action("feedback", ("f8 p",), said.open_feedback, opens="feedback"),
    Action("notices", ("f8 t",), said.open_notices, opens="notices"),
    Action("support", ("f8 h",), said.open_support, opens="support"),
    Action("reports", ("f8 b",), said.reports, opens="reports"),
    Action("refresh", ("f5",), said.refresh),
    Action("catalogue", ("f6",), said.catalogue, hint=60, opens="catalogue"),
    Action("settings", ("f9",), said.settings, hint=70, opens="settings"),
    Action("cash", ("ctrl+o",), cash_action, roles=frozenset({Role.RECEPTION}), opens="cash"),
    Action("lock", ("f10", "ctrl+l"), said.lock, pinned=True),
    Action("exchange", ("f11",), open_exchange, opens="exchange"),
    Action("evening", ("f12",), open_evening, opens="evening"),
    Action("palette", ("ctrl+p",), said.palette, hint=90),
    Action("jump", ("ctrl+g",), said.jump),
    Action("language", ("ctrl+t",), said.language, hint=100),
    Action("back", ("escape",), said.back, hint=0, available=_not_at_home),
    Action("quit", ("ctrl+q",), said.quit_),
)

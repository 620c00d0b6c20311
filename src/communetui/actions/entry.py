"""What a form in front of a screen offers: it is saved or given up before anything else is done."""

from __future__ import annotations

from communetui.actions.registry import Action
from communetui.strings import entry as said
from communetui.strings import everywhere

ACTIONS = (
    Action("save", ("ctrl+s",), said.save, hint=1),
    Action("back", ("escape",), said.cancel, hint=2),
    Action("help", ("f1",), everywhere.help_, hint=10),
    Action("lock", ("f10", "ctrl+l"), everywhere.lock, pinned=True),
    Action("palette", ("ctrl+p",), everywhere.palette),
    Action("jump", ("ctrl+g",), everywhere.jump),
    Action("language", ("ctrl+t",), everywhere.language, hint=100),
)

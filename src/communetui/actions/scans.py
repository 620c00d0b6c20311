"""What the list of scans offers; Enter takes, Space marks."""

from __future__ import annotations

from communetui.actions.registry import Action
from communetui.strings import scans as words

ACTIONS = (
    # The key that opened the list takes the newest: twice the same key is all it needs.
    Action("take_scans", ("f12",), words.take_scans, hint=1),
    Action("take_joined", ("f7",), words.take_joined, hint=2),
    Action("take_pages", ("f8",), words.take_pages, hint=3),
    Action("open_scan", ("ctrl+o",), words.open_scan, hint=4),
)

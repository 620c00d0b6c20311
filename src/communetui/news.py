"""What the app is told when something comes from another station."""

from __future__ import annotations

from textual.message import Message


class News(Message):
    """Something came from another station; `rows` when that changes what screens show."""

    def __init__(self, *, rows: bool) -> None:
        super().__init__()
        self.rows = rows

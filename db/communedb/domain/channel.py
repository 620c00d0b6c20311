"""How a dossier reaches the desk."""

from __future__ import annotations

from enum import StrEnum


class Channel(StrEnum):
    """The way a dossier is handed in; fees and forms may differ by it."""

    COUNTER = "counter"
    ONLINE = "online"
    POST = "post"

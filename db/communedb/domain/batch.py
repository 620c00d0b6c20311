"""How the batch of events that were written together begins, where it says what they have in common."""

from __future__ import annotations

from typing import Final

CLOSED_DAY: Final = "closed-day"
"""Notes that a citizen was told of a closed day."""

"""How much one asks at most: a bucket that fills with time, for each station and for each address of strangers."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_REMEMBERED: Final = 10_000
"""Buckets that are kept: beyond, the one unused for longest is forgotten, and is full again."""


class Buckets:
    """For each name a bucket of `most` that fills by `a_second`."""

    def __init__(self, most: float, a_second: float, seconds: Callable[[], float]) -> None:
        self._most = most
        self._a_second = a_second
        self._seconds = seconds
        self._left: dict[str, tuple[float, float]] = {}
        self._guard = threading.Lock()

    def take(self, name: str, amount: float = 1) -> float:
        """Take from a bucket: 0, or the seconds after which there would be enough again."""
        now = self._seconds()
        with self._guard:
            left, at = self._left.pop(name, (self._most, now))
            left = min(self._most, left + (now - at) * self._a_second)
            # A larger amount than the bucket holds passes when it is full, and has to be filled up again afterwards.
            wanted = min(amount, self._most)
            enough = left >= wanted
            self._left[name] = (left - amount if enough else left, now)
            if len(self._left) > MOST_REMEMBERED:
                del self._left[next(iter(self._left))]
            return 0.0 if enough else (wanted - left) / self._a_second

"""Where the officer is: written as screens come to the front, read after the unlock that follows a power cut."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, TypeAlias

from communedb.domain.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future

    from communedb.register import Register

Place: TypeAlias = "dict[str, Any]"
"""A screen by its name (`screen`) and what it needs to come back."""


class PlaceKeeper:
    """Writes the latest place of one officer, one write at a time, and never waits for the disk."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._guard = threading.Lock()
        self._wanted: list[Place] = []
        self._kept: list[Place] | None = None
        self._writing = False
        self._ended = False

    def keep(self, places: Sequence[Place]) -> None:
        """Remember this place; what changes while a write is under way is written after it, the last of it only."""
        if self._register.read_only:
            return
        with self._guard:
            self._wanted = list(places)
            if self._ended or self._writing or self._wanted == self._kept:
                return
            self._writing = True
        self._write()

    def end(self) -> None:
        """The officer leaves: nothing more is written, so that the orderly end stands last."""
        with self._guard:
            self._ended = True

    def _write(self) -> None:
        from communedb.desk.place import keep_place

        with self._guard:
            if self._ended:
                return
            places = self._kept = self._wanted
            try:
                future = self._register.submit(keep_place, places)
            except Refused:
                # The register is closed.
                return
        future.add_done_callback(self._written)

    def _written(self, _: Future[None]) -> None:
        """A disk that takes no more is told by what the officer saves, not by this."""
        with self._guard:
            self._writing = self._wanted != self._kept
            again = self._writing
        if again:
            self._write()


def last_places(register: Register) -> list[Place]:
    """Where the officer was when the power went; nothing after locking or closing, which hand the PC on."""
    from communedb.stores.desk_place import read_place

    kept = read_place(register.db, register.officer.id)
    return list(kept.places) if kept is not None and not kept.left else []

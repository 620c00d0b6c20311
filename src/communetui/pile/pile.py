"""The dossiers that an officer has put together to do one thing with."""

from __future__ import annotations

from collections.abc import MutableSet
from typing import TYPE_CHECKING, Any, Final

from communedb.domain.refusal import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST: Final = 5_000
"""So many dossiers lie on a pile at most: more are no pile that people pass from hand to hand."""


class Pile(MutableSet[str]):
    """Keys of dossiers in the order in which they came, each once, and why something could not be done with one."""

    def __init__(self) -> None:
        self._why: dict[str, Refused | None] = {}

    def __contains__(self, dossier: object) -> bool:
        return dossier in self._why

    def __iter__(self) -> Iterator[str]:
        return iter(self._why)

    def __len__(self) -> int:
        return len(self._why)

    def add(self, value: str) -> None:
        """Lay a dossier on the pile; Refused: PILE_FULL."""
        if value in self._why:
            return
        if len(self._why) >= MOST:
            raise Refused(Reason.PILE_FULL, most=MOST)
        self._why[value] = None

    def discard(self, value: str) -> None:
        """Take a dossier off."""
        self._why.pop(value, None)

    def clear(self) -> None:
        """Take all off."""
        self._why.clear()

    def why(self, dossier: str) -> Refused | None:
        """Why the last thing could not be done with a dossier of the pile; None if it could, or nothing was tried."""
        return self._why.get(dossier)

    def note(self, refusals: dict[str, Refused | None]) -> None:
        """Keep beside each dossier why something could not be done with it."""
        self._why.update({dossier: why for dossier, why in refusals.items() if dossier in self._why})

    @classmethod
    def _from_iterable(cls, it: Any) -> Any:
        """What set operations make is a plain set."""
        return set(it)

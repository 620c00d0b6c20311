"""The pile as its list shows it: the one that came last on top, each with its number and why it could not go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communedb.stores.dossier_list import rows_of
from communetui.dossiers.lines import Line, lines_of
from communetui.strings.reasons import reason_text

if TYPE_CHECKING:
    from communedb.domain.refusal import Refused
    from communedb.register import Register
    from communetui.pile.pile import Pile


@dataclass(frozen=True, slots=True)
class PileLine:
    """A dossier of the pile; `number` counts from the first that was laid down."""

    number: int
    line: Line
    refusal: Refused | None

    @property
    def dossier(self) -> str:
        """The dossier's key."""
        return self.line.row.dossier

    @property
    def told(self) -> str:
        """Why it could not go on, or its status."""
        return f"! {reason_text(self.refusal)}" if self.refusal is not None else self.line.status


class PileSource:
    """The pile as it is at this moment; its rows are read a page at a time."""

    def __init__(self, register: Register, pile: Pile) -> None:
        self._register = register
        self._pile = pile
        self._keys = list(pile)[::-1]
        self._places = {dossier: place for place, dossier in enumerate(self._keys)}

    def key(self, row: PileLine) -> str:
        """What tells a line from the others."""
        return row.dossier

    def first(self, size: int) -> list[PileLine]:
        """The last ones laid down."""
        return self._lines(0, size)

    def last(self, size: int) -> list[PileLine]:
        """The first ones laid down."""
        return self._lines(max(len(self._keys) - size, 0), len(self._keys))

    def after(self, key: str, size: int) -> list[PileLine]:
        """The lines below one."""
        start = self._places.get(key, -1) + 1
        return self._lines(start, start + size)

    def before(self, key: str, size: int) -> list[PileLine]:
        """The lines above one."""
        end = self._places.get(key, 0)
        return self._lines(max(end - size, 0), end)

    def count(self) -> int:
        """How many there are."""
        return len(self._keys)

    def _lines(self, start: int, end: int) -> list[PileLine]:
        rows = rows_of(self._register.db, self._keys[start:end])
        return [
            PileLine(len(self._keys) - self._places[line.row.dossier], line, self._pile.why(line.row.dossier))
            for line in lines_of(self._register, rows)
        ]

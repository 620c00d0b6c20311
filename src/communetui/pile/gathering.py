"""Laying many rows of a list on the pile: read a page at a time in a thread, whatever their number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.refusal import Refused
from communetui.strings.pile import pile_texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from communedb.domain.dossier_filter import DossierFilter
    from communedb.register import Register
    from communedb.stores.dossier_list import DossierRow, PageKey
    from communetui.pile.pile import Pile
    from communetui.screens.base import BaseScreen

    Told: TypeAlias = Callable[[], object]

_PAGE = 500


class Gathering:
    """The rows that a filter shows, all of them or from one to another, a page at each call of `next`."""

    def __init__(
        self, register: Register, wanted: DossierFilter, ends: tuple[DossierRow, DossierRow] | None = None
    ) -> None:
        from communetui.dossier_source import DossierSource

        self._source = DossierSource(register, wanted)
        self._ends = ends
        self._falling = wanted.descending
        self._at: PageKey | None = None
        self._last: PageKey | None = None
        self.finished = False

    def next(self) -> list[DossierRow]:
        """The next rows; none after the last. From a thread."""
        source = self._source
        if self._at is not None:
            rows = source.after(self._at, _PAGE)
        elif self._ends is None:
            rows = source.first(_PAGE)
        else:
            start, end = sorted(self._ends, key=source.key, reverse=self._falling)
            self._last = source.key(end)
            rows = [start, *source.after(source.key(start), _PAGE - 1)]
        self.finished = len(rows) < _PAGE
        keys = [source.key(row) for row in rows]
        if self._last in keys:
            self.finished = True
            del rows[keys.index(self._last) + 1 :]
        if keys:
            self._at = keys[-1]
        return rows


def gather(screen: BaseScreen[Any], pile: Pile, gathering: Gathering, told: Told) -> None:
    """Lay everything on the pile, a page after the other, with the count shown; `told` after each page.

    Keys typed meanwhile wait for the whole pile. It ends with the screen, or when something else is gathered.
    """

    def take(rows: list[DossierRow]) -> None:
        try:
            for row in rows:
                pile.add(row.dossier)
        except Refused as refusal:
            told()
            screen.refuse(refusal)
            return
        told()
        words = pile_texts()
        if gathering.finished:
            screen.notice.tell(words.gathered.format(count=len(pile)))
        else:
            screen.notice.tell(words.gathering.format(count=len(pile)))
            gather(screen, pile, gathering, told)

    screen.run_in_thread(gathering.next, take, group="gather", hold=True)

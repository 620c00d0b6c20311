"""A short list as the paged list reads it: all its rows are here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

RowT = TypeVar("RowT")


class RowsInMemory(Generic[RowT]):
    """A source for `PagedList.show` over rows that are already read; `key` tells one from all others."""

    def __init__(self, rows: Sequence[RowT], key: Callable[[RowT], Hashable]) -> None:
        self._rows = rows
        self._key = key
        self._places = {key(row): place for place, row in enumerate(rows)}

    def key(self, row: RowT) -> Hashable:
        """What tells this row from the others."""
        return self._key(row)

    def first(self, size: int) -> Sequence[RowT]:
        """The first rows."""
        return self._rows[:size]

    def last(self, size: int) -> Sequence[RowT]:
        """The last rows."""
        return self._rows[-size:]

    def after(self, key: Hashable, size: int) -> Sequence[RowT]:
        """The rows after one."""
        start = self._places.get(key, -1) + 1
        return self._rows[start : start + size]

    def before(self, key: Hashable, size: int) -> Sequence[RowT]:
        """The rows before one."""
        end = self._places.get(key, 0)
        return self._rows[max(end - size, 0) : end]

    def count(self) -> int:
        """How many there are."""
        return len(self._rows)

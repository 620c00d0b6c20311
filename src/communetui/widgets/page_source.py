"""Where a long list gets its rows from, and how it reads them again in the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from communetui.widgets.window import Window

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

RowT = TypeVar("RowT")


class PageSource(Protocol[RowT]):
    """Rows in one order. All but `key` may be slow and are called in threads; `Refused` is shown."""

    def key(self, row: RowT) -> Hashable:
        """What tells this row from all others and says where it stands: sort value and id."""

    def first(self, size: int) -> Sequence[RowT]:
        """The first rows."""

    def last(self, size: int) -> Sequence[RowT]:
        """The last rows, in the order of the list."""

    def after(self, key: Any, size: int) -> Sequence[RowT]:
        """The rows that follow the one of this key."""

    def before(self, key: Any, size: int) -> Sequence[RowT]:
        """The nearest rows before the one of this key, in the order of the list."""

    def count(self) -> int:
        """How many there are."""


def read_again(source: PageSource[RowT], old: Window[RowT], size: int) -> Window[RowT]:
    """The window as it is now: the same first row in sight, or the one that has come in its place."""
    cursor = old.cursor - old.top
    above = source.before(source.key(old.rows[old.top]), 1) if old.rows else ()
    if not above:
        return Window(source.first(size), cursor=cursor)
    start = None if old.start is None else old.start + old.top - 1
    rows = (*above, *source.after(source.key(above[0]), size))
    return Window(rows, cursor=cursor + 1, top=1, start=start)

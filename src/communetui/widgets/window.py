"""The rows of a long list that are held at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

RowT = TypeVar("RowT")


class Window(Generic[RowT]):
    """Some rows that follow each other, the cursor among them, and the first one in sight.

    `start` is the place of the first held row in the whole list, None when it is not known. Steps are clamped to the
    list once its end is known; `lacks_after` and `lacks_before` tell when rows must be read first.
    """

    def __init__(
        self, rows: Sequence[RowT] = (), *, cursor: int = 0, top: int = 0, start: int | None = 0, at_end: bool = False
    ) -> None:
        self.rows: list[RowT] = list(rows)
        self.start = start
        self.cursor = max(0, min(cursor, len(self.rows) - 1))
        self.top = top
        self._at_start = start == 0
        self._at_end = at_end

    @property
    def row(self) -> RowT | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def lacks_after(self, step: int) -> bool:
        """Whether a step down leaves the held rows and there may be more."""
        return self.cursor + step >= len(self.rows) and not self._at_end

    def lacks_before(self, step: int) -> bool:
        """Whether a step up leaves the held rows and there may be more."""
        return self.cursor + step < 0 and not self._at_start

    def extend(self, rows: Sequence[RowT], asked: int) -> None:
        """Rows that follow; fewer than asked for means that the list ends there."""
        self.rows.extend(rows)
        self._at_end = len(rows) < asked

    def prepend(self, rows: Sequence[RowT], asked: int) -> None:
        """Rows that come before; fewer than asked for means that the list starts there."""
        self.rows[:0] = rows
        self.cursor += len(rows)
        self.top += len(rows)
        self._at_start = len(rows) < asked
        if self._at_start:
            self.start = 0
        elif self.start is not None:
            self.start = max(self.start - len(rows), 0)

    def move(self, step: int) -> None:
        """Move the cursor; it stays on a held row."""
        self.cursor = max(0, min(self.cursor + step, len(self.rows) - 1))

    def scroll(self, page: int) -> None:
        """Bring the cursor into sight in a page of so many rows."""
        self.top = max(self.cursor - page + 1, min(self.top, self.cursor))
        self.top = max(0, min(self.top, len(self.rows) - page))

    def trim(self, most: int) -> None:
        """Let go of rows far from the cursor, so that paging through a million holds no more than `most`."""
        spare = len(self.rows) - most
        if spare <= 0:
            return
        if self.cursor > len(self.rows) // 2:
            del self.rows[:spare]
            self.cursor -= spare
            self.top = max(self.top - spare, 0)
            self._at_start = False
            if self.start is not None:
                self.start += spare
        else:
            del self.rows[-spare:]
            self._at_end = False

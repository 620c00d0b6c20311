"""What the exchange must come to, from the words of the design and from what officers really saw.

Written without the journal's own code: no vectors, no chains. A line replaces, per column, the value that its officer
was shown, or the heads that a resolution names. Lines that no line replaced are the heads; the latest is shown; more
than one distinct value among them is a conflict.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LineId = tuple[str, str, int]
"""Who wrote (a name that nobody else has), scope, number."""

Cell = tuple[str, str, str]
"""Table, row, column."""

Order = tuple[int, str, int, str, str]
"""Clock, replica, number, text, officer: which of two heads is shown."""


@dataclass(frozen=True)
class Written:
    """One line as it was written: which lines its officer's station held when the form was read, what stood there."""

    id: LineId
    order: Order
    values: Mapping[Cell, Any]
    known: frozenset[LineId]
    displayed: Mapping[Cell, Any]
    names: frozenset[tuple[str, int]] | None = None

    @property
    def signature(self) -> tuple[str, int]:
        """How a resolution names this line."""
        return (self.order[1], self.order[2])


def by_cell(lines: Iterable[Written]) -> dict[Cell, list[Written]]:
    """The lines that speak of each cell, in the order in which they were written."""
    found: dict[Cell, list[Written]] = defaultdict(list)
    for line in lines:
        for cell in line.values:
            found[cell].append(line)
    return found


def heads(lines: list[Written], cell: Cell) -> list[Written]:
    """The lines of a cell that no line replaced, the shown one last; `lines` as they were written, the first first."""
    replaces: dict[LineId, set[LineId]] = {}
    for at, line in enumerate(lines):
        known = [before for before in lines[:at] if before.id in line.known]
        standing = _standing(known, replaces)
        if line.names is not None:
            replaces[line.id] = {each.id for each in standing if each.signature in line.names}
        elif standing:
            shown = max(standing, key=lambda each: each.order).values[cell]
            replaces[line.id] = {each.id for each in standing if each.values[cell] == shown}
        else:
            replaces[line.id] = set()
    return sorted(_standing(lines, replaces), key=lambda each: each.order)


def _standing(lines: list[Written], replaces: Mapping[LineId, set[LineId]]) -> list[Written]:
    gone: set[LineId] = set().union(*(replaces[line.id] for line in lines))
    return [line for line in lines if line.id not in gone]


def vanished(lines: list[Written], cell: Cell, left: set[Any]) -> list[Written]:
    """The lines whose value is gone though nobody who was shown it wrote another, and no resolution named it."""
    return [
        line
        for line in lines
        if line.values[cell] not in left
        and not any(
            line.id in later.known
            and (
                line.signature in later.names
                if later.names is not None
                else later.displayed.get(cell) == line.values[cell]
            )
            for later in lines
        )
    ]

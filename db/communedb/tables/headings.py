"""Which column is which: headings matched without marks, case or punctuation, wherever the heading row stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from communedb.tables.cells import Cell, Row, Table

C = TypeVar("C")

# Offices put the name of the list, of the agency and of the decision above the headings.
_SEARCHED: Final = 20
_WORD: Final = re.compile(r"[^\W_]+")
_IN_BRACKETS: Final = re.compile(r"\([^)]*\)")
_SHOWN_LIMIT: Final = 40


@dataclass(frozen=True, slots=True)
class Headed(Generic[C]):
    """A table whose columns are known: `places` says where each is, `names` are all headings as the file has them.

    `rows` are those below the headings.
    """

    places: Mapping[C, int]
    names: tuple[str, ...]
    unused: tuple[str, ...]
    rows: Iterator[Row]

    def cell(self, row: Row, column: C) -> Cell:
        """The cell of a column, None where the row or the table has none."""
        place = self.places.get(column)
        return row.cells[place] if place is not None and place < len(row.cells) else None

    def name(self, column: C) -> str:
        """The column's heading as the file has it."""
        return self.names[self.places[column]]


def heading_key(heading: str) -> str:
    """A heading as it is compared: `Phí/Lệ phí`, `PHÍ, LỆ PHÍ` and `phi_le_phi` are one."""
    return " ".join(_WORD.findall(fold(heading)))


def match_headings(table: Table, words: Mapping[str, C], needed: Collection[C], expected: str) -> Headed[C]:
    """Find the headings among the first rows; `words` maps each `heading_key` to its column.

    A heading with an addition in brackets is matched without it too. `expected` is shown when it fails. Refused:
    TABLE_HEADINGS_UNKNOWN, TABLE_HEADING_TWICE, TABLE_ROWS_MISSING.
    """
    above = [row for _, row in zip(range(_SEARCHED), table.rows, strict=False)]
    found = [_columns(row, words) for row in above]
    best = max(range(len(above)), key=lambda place: len(set(found[place].values())), default=None)
    if best is None or not set(needed) <= set(found[best].values()):
        seen = above[0 if best is None or not found[best] else best].cells if above else ()
        raise Refused(Reason.TABLE_HEADINGS_UNKNOWN, found=_listed(seen), expected=expected)
    names = tuple(clean(str(cell)) if cell is not None else "" for cell in above[best].cells)
    places: dict[C, int] = {}
    for place, column in found[best].items():
        if column in places:
            raise Refused(Reason.TABLE_HEADING_TWICE, headings=f"{names[places[column]]}, {names[place]}")
        places[column] = place
    unused = tuple(name for place, name in enumerate(names) if name and place not in found[best])
    rows = chain(above[best + 1 :], table.rows)
    first = next(rows, None)
    if first is None:
        raise Refused(Reason.TABLE_ROWS_MISSING, name=table.name)
    return Headed(places, names, unused, chain((first,), rows))


def _columns(row: Row, words: Mapping[str, C]) -> dict[int, C]:
    """The columns that a row names, by place."""
    matched: dict[int, C] = {}
    for place, cell in enumerate(row.cells):
        if not isinstance(cell, str) or len(cell) > 200:
            continue
        for name in (cell, _IN_BRACKETS.sub(" ", cell)):
            if (key := heading_key(name)) in words:
                matched[place] = words[key]
                break
    return matched


def _listed(cells: tuple[Cell, ...]) -> str:
    shown = [clean(str(cell))[:_SHOWN_LIMIT] for cell in cells[:12] if cell is not None]
    return ", ".join(shown) or "-"

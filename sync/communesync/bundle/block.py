"""A segment's lines in columns: what is alike stands together, and packs to a fraction of what lines would.

`pack` and `unpack` are each other's inverse for any lines whatever; docs/BUNDLE.md says what the members mean.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from communedb.journal.segment import MOST_LINES, Line
from communesync.bundle import columns, ids
from communesync.bundle.columns import pack_numbers, pack_places, pack_values, unpack_places, unpack_values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Packed = dict[str, Any]
    Takers = list[Callable[[str], None]]
    Shape = tuple[str, tuple[str, ...]]

MOST_CHARACTERS: Final = 64 << 20
"""Characters that the changes of one block's lines may come to."""

COUNTER_BITS: Final = 16
"""The lower bits of a clock value count; those above are milliseconds since 1970."""

WHOLE: Final = ""
"""The name of the column that holds changes which are not a JSON object in the triggers' spelling, as they are."""

_COUNTER = (1 << COUNTER_BITS) - 1
_SECOND = 1000
# In JSON text no value can hold a comma, a quote, a name, a quote and a colon: its own quotes are escaped.
_members = re.compile(r',"([a-z][a-z0-9_]*)":').split


def pack(lines: Sequence[Line]) -> Packed:
    """The lines of one segment, at least one, as a JSON object."""
    numbers, clocks, officers, tables, rows, changes, seen, heads, replaces = zip(*lines, strict=True)
    times = [clock >> COUNTER_BITS for clock in clocks]
    apart = _Apart(clocks)
    for table, text in zip(tables, changes, strict=True):
        apart.add(table, text)
    keys = ids.Keys(rows, times)
    packed_tables = [_pack_table(apart, table, keys) for table in apart.tables]
    return {
        "number": pack_numbers(numbers),
        "time": pack_numbers(times),
        "count": pack_values([clock & _COUNTER for clock in clocks]),
        "officer": pack_values(officers),
        "unseen": pack_values([number - shown for number, shown in zip(numbers, seen, strict=True)]),
        "heads": pack_values(heads),
        "replaces": pack_values(replaces),
        "keys": keys.pack(),
        "row": keys.row,
        "tables": packed_tables,
        "shapes": apart.pack_shapes(),
        "shape": pack_places(apart.shape, len(apart.shapes)),
    }


def unpack(block: Packed) -> list[Line]:
    """What `pack` was given; ValueError, TypeError, LookupError, AttributeError or OverflowError for anything else."""
    shape = unpack_places(block["shape"])
    size = len(shape)
    if not 0 < size <= MOST_LINES:
        raise ValueError("lines")
    numbers, times, counts, unseen = (
        columns.whole(unpack_values(block[name], size)) for name in ("number", "time", "count", "unseen")
    )
    officers, heads, replaces = (
        columns.texts(unpack_values(block[name], size)) for name in ("officer", "heads", "replaces")
    )
    clocks = [(time << COUNTER_BITS) | number for time, number in zip(times, counts, strict=True)]
    keys, rows = ids.unpack(block["keys"], block["row"], times)
    tables, changes = _put_together(block, shape, clocks, keys)
    seen = [number - behind for number, behind in zip(numbers, unseen, strict=True)]
    whole = zip(numbers, clocks, officers, tables, rows, changes, seen, heads, replaces, strict=True)
    return [*map(Line._make, whole)]


class _Apart:
    """The lines taken apart: which table each is of and which columns it names, each distinct combination once."""

    def __init__(self, clocks: Sequence[int]) -> None:
        self.clocks = clocks
        self.shape: list[int] = []
        self.shapes: list[Shape] = []
        self.tables: dict[str, dict[str, list[str]]] = {}
        self._known: dict[Shape, tuple[int, Takers]] = {}

    def add(self, table: str, changes: str) -> None:
        """Put the changes of the next line into the columns that they name."""
        parts = _members(f",{changes[1:-1]}")
        if len(parts) == 1 or parts[0] or changes[0] != "{" or changes[-1] != "}":
            parts = ["", WHOLE, changes]
        names = tuple(parts[1::2])
        number, takers = self._known.get((table, names)) or self._new(table, names)
        self.shape.append(number)
        for take, text in zip(takers, parts[2::2], strict=True):
            take(text)

    def clocks_of(self, table: str, name: str) -> list[int]:
        """The clock value of the line of each text in a column."""
        times = [names.count(name) if of == table else 0 for of, names in self.shapes]
        return _spread(times, self.shape, self.clocks)

    def pack_shapes(self) -> list[list[Any]]:
        """Each shape: the place of its table, and the places of its columns there."""
        tables = [*self.tables]
        order = {table: [*names] for table, names in self.tables.items()}
        return [[tables.index(of), [order[of].index(name) for name in names]] for of, names in self.shapes]

    def _new(self, table: str, names: tuple[str, ...]) -> tuple[int, Takers]:
        found = self.tables.setdefault(table, {})
        new = self._known[table, names] = (
            len(self.shapes),
            [found.setdefault(name, []).append for name in names],
        )
        self.shapes.append((table, names))
        return new


def _pack_table(apart: _Apart, table: str, keys: ids.Keys) -> Packed:
    packed: list[tuple[str, Packed]] = []
    before: list[list[str]] = []
    for name, texts in apart.tables[table].items():

        def clocks(name: str = name) -> Sequence[int]:
            return apart.clocks_of(table, name)

        packed.append((name, _like(texts, before) or columns.pack(texts, clocks, keys)))
        before.append(texts)
    return {"name": table, "columns": packed}


def _like(texts: list[str], before: list[list[str]]) -> Packed | None:
    """The first earlier column of the table that says the same."""
    for place, earlier in enumerate(before):
        if texts[0] == earlier[0] and texts[-1] == earlier[-1] and texts == earlier:
            return {"like": place}
    return None


def _put_together(
    block: Packed, shape: Sequence[int], clocks: Sequence[int], keys: Sequence[str]
) -> tuple[list[str], list[str]]:
    """The table and the changes of each line."""
    shapes: list[tuple[int, list[int]]] = [(table, places) for table, places in block["shapes"]]
    lines_of = [0] * len(shapes)
    for number in shape:
        lines_of[number] += 1
    names: list[str] = []
    texts: list[list[Iterator[str]]] = []
    characters = 0
    for place, table in enumerate(block["tables"]):
        names.append(table["name"])
        found: list[Sequence[str]] = []
        for column, (_, packed) in enumerate(table["columns"]):
            times = [places.count(column) if of == place else 0 for of, places in shapes]
            size = sum(map(int.__mul__, times, lines_of))
            if "like" in packed:
                found.append(columns.of_size(found[columns.unpack_places([packed["like"]])[0]], size))
            else:
                found.append(columns.unpack(packed, size, lambda times=times: _spread(times, shape, clocks), keys))
            characters += sum(map(len, found[-1]))
            if characters > MOST_CHARACTERS:
                raise ValueError("characters")
        texts.append([*map(iter, found)])
    spellings = [_spelling([block["tables"][of]["columns"][place][0] for place in places]) for of, places in shapes]
    sources = [[texts[of][place] for place in places] for of, places in shapes]
    return (
        [names[shapes[number][0]] for number in shape],
        [spellings[number] % tuple(map(next, sources[number])) for number in shape],
    )


def _spelling(names: list[str]) -> str:
    """How the texts of a shape's columns make one line's changes: a pattern for the % operator."""
    if names == [WHOLE]:
        return "%s"
    return "{%s}" % ",".join(f'"{name}":%s' for name in (name.replace("%", "%%") for name in names))


def _spread(times: Sequence[int], shape: Sequence[int], clocks: Sequence[int]) -> list[int]:
    """The clock value of the line of each text in a column that each shape names so many times."""
    return [clock for number, clock in zip(shape, clocks, strict=True) for _ in range(times[number])]

"""A segment's lines in columns: what is alike stands together, and packs to a fraction of what lines would.

`pack` and `unpack` are each other's inverse for any lines whatever; docs/BUNDLE.md says what the members mean.
"""

from __future__ import annotations

from functools import partial
from itertools import chain, islice
from json.encoder import encode_basestring
from operator import sub
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import orjson

from communedb.journal.changes import AT_ONCE, BETWEEN
from communedb.journal.segment import MOST_LINES, Line
from communesync.bundle import columns, ids
from communesync.bundle.columns import of_size, pack_numbers, pack_places, pack_values, unpack_places, unpack_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communesync.bundle.columns import Value

    Packed = dict[str, Any]
    Members = dict[str, Any] | None

MOST_CHARACTERS: Final = 64 << 20
"""Characters that the changes of one block's lines may come to."""

COUNTER_BITS: Final = 16
"""The lower bits of a clock value count; those above are milliseconds since 1970."""

_COUNTER = (1 << COUNTER_BITS) - 1
_VALUES = {str, int, type(None)}


def pack(lines: Sequence[Line]) -> Packed:
    """The lines of one segment, at least one, as a JSON object."""
    numbers, clocks, officers, tables, rows, changes, seen, heads, replaces = zip(*lines, strict=True)
    times = [clock >> COUNTER_BITS for clock in clocks]
    keys = ids.Keys(rows, times)
    members = [found for at in range(0, len(lines), AT_ONCE) for found in _members(changes[at : at + AT_ONCE])]
    shapes = _shapes(tables, members)
    packed = _Tables(shapes, clocks).pack(keys)
    shape = {line: number for number, found in enumerate(shapes) for line in found.lines}
    return {
        "number": pack_numbers(numbers),
        "time": pack_numbers(times),
        "count": pack_values([clock & _COUNTER for clock in clocks]),
        "officer": pack_values(officers),
        "unseen": pack_values([*map(sub, numbers, seen)]),
        "heads": pack_values(heads),
        "replaces": pack_values(replaces),
        "keys": keys.pack(),
        "row": keys.row,
        **packed,
        "whole": [changes[line] for found in shapes if found.names is None for line in found.lines],
        "shape": pack_places([*map(shape.__getitem__, range(len(lines)))], len(shapes)),
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
    clocks = [(time << COUNTER_BITS) | count for time, count in zip(times, counts, strict=True)]
    keys, rows = ids.unpack(block["keys"], block["row"], times)
    tables, changes = _put_together(block, shape, clocks, keys)
    whole = zip(
        numbers, clocks, officers, tables, rows, changes, map(sub, numbers, unseen), heads, replaces, strict=True
    )
    return [*map(Line._make, whole)]


class _Shape(NamedTuple):
    """Lines of one table that name the same columns; names and columns are left out where changes are kept whole."""

    table: str
    names: tuple[str, ...] | None
    lines: list[int]
    columns: Sequence[Sequence[Value]]


class _Tables:
    """The columns of each table while a block is packed; values stand in the order of the shapes that name them."""

    def __init__(self, shapes: Sequence[_Shape], clocks: Sequence[int]) -> None:
        self._shapes = shapes
        self._clocks = clocks
        self._values: dict[str, dict[str, list[Value]]] = {}
        self._lines: dict[tuple[str, str], list[list[int]]] = {}
        for shape in shapes:
            found = self._values.setdefault(shape.table, {})
            for name, values in zip(shape.names or (), shape.columns, strict=True):
                found.setdefault(name, []).extend(values)
                self._lines.setdefault((shape.table, name), []).append(shape.lines)

    def pack(self, keys: ids.Keys) -> Packed:
        """The members `tables` and `shapes` of a block."""
        tables = [*self._values]
        places = {table: {name: place for place, name in enumerate(self._values[table])} for table in tables}
        return {
            "tables": [{"name": table, "columns": self._pack_columns(table, keys)} for table in tables],
            "shapes": [
                [tables.index(table), None if names is None else [places[table][name] for name in names]]
                for table, names, *_ in self._shapes
            ],
        }

    def _pack_columns(self, table: str, keys: ids.Keys) -> list[list[Any]]:
        packed: list[list[Any]] = []
        before: list[list[Value]] = []
        for name, values in self._values[table].items():
            lines = self._lines[table, name]
            packed.append([name, _like(values, before) or columns.pack(values, partial(self._clocks_of, lines), keys)])
            before.append(values)
        return packed

    def _clocks_of(self, lines: list[list[int]]) -> list[int]:
        return [self._clocks[line] for line in chain.from_iterable(lines)]


def _like(values: list[Value], before: list[list[Value]]) -> Packed | None:
    """The first earlier column of the table that says the same."""
    for place, earlier in enumerate(before):
        if values[0] == earlier[0] and values[-1] == earlier[-1] and values == earlier:
            return {"like": place}
    return None


def _members(changes: Sequence[str]) -> list[Members]:
    """Each line's changes by column, or None where they would not come back to the byte."""
    between = len(changes) - 1
    text = "[" + f',"{BETWEEN}",'.join(changes) + "]"
    if text.count(BETWEEN) == between:
        data = text.encode()
        try:
            found = orjson.loads(data)
            members = found[::2]
            if orjson.dumps(found) == data and found[1::2] == [BETWEEN] * between and {*map(type, members)} == {dict}:
                return members  # type: ignore[no-any-return]
        except ValueError:
            pass
    return [_members([one])[0] for one in changes] if between else [None]


def _shapes(tables: Sequence[str], members: Sequence[Members]) -> list[_Shape]:
    """The lines by what they have in common: their table and the columns that they name."""
    found: dict[tuple[str, tuple[str, ...] | None], list[int]] = {}
    for line, (table, named) in enumerate(zip(tables, members, strict=True)):
        found.setdefault((table, tuple(named) if named else None), []).append(line)
    made: list[_Shape] = []
    for (table, names), lines in found.items():
        columns = [*zip(*((members[line] or {}).values() for line in lines), strict=True)]
        if {*map(type, chain.from_iterable(columns))} <= _VALUES:
            made.append(_Shape(table, names, lines, columns))
        else:
            made.append(_Shape(table, None, lines, []))
    return made


def _put_together(
    block: Packed, shape: Sequence[int], clocks: Sequence[int], keys: Sequence[str]
) -> tuple[list[str], list[str]]:
    """The table and the changes of each line."""
    lines: list[list[int]] = [[] for _ in block["shapes"]]
    for line, number in enumerate(shape):
        lines[number].append(line)
    shapes = [(table, places, own) for (table, places), own in zip(block["shapes"], lines, strict=True)]
    names = columns.texts([table["name"] for table in block["tables"]])
    unpacked = _Unpacked(clocks, keys)
    found = [
        unpacked.columns(table["columns"], [(places or [], own) for of, places, own in shapes if of == place])
        for place, table in enumerate(block["tables"])
    ]
    tables, changes = [""] * len(shape), [""] * len(shape)
    whole = iter(columns.texts(block["whole"]))
    for table, places, own in shapes:
        texts: Iterator[str] = islice(whole, len(own))
        if places is not None:
            pattern = _pattern([block["tables"][table]["columns"][place][0] for place in places])
            texts = map(pattern.__mod__, zip(*(islice(found[table][place], len(own)) for place in places), strict=True))
        for line, text in zip(own, texts, strict=True):
            tables[line] = names[table]
            changes[line] = text
    return tables, changes


class _Unpacked:
    """The columns of a block's tables while it is unpacked; all together are bounded before they are put together."""

    def __init__(self, clocks: Sequence[int], keys: Sequence[str]) -> None:
        self._clocks = clocks
        self._keys = keys
        self._left = MOST_CHARACTERS

    def columns(self, packed: list[list[Any]], shapes: list[tuple[list[int], list[int]]]) -> list[Iterator[str]]:
        """The JSON texts of one table's columns, in the order of its shapes: their columns' places and their lines."""
        found: list[Sequence[str]] = []
        for column, (_, way) in enumerate(packed):
            lines = [line for places, own in shapes if column in places for line in own]
            if "like" in way:
                texts = of_size(found[unpack_places([way["like"]])[0]], len(lines))
            else:
                texts = columns.unpack(way, len(lines), partial(self._clocks_of, lines), self._keys)
            self._left -= sum(map(len, texts))
            if self._left < 0:
                raise ValueError("characters")
            found.append(texts)
        return [*map(iter, found)]

    def _clocks_of(self, lines: list[int]) -> list[int]:
        return [self._clocks[line] for line in lines]


def _pattern(names: list[str]) -> str:
    """How the texts of a shape's columns make one line's changes, for the % operator."""
    members = ",".join(f"{encode_basestring(name).replace('%', '%%')}:%s" for name in names)
    return f"{{{members}}}"

"""One column of a block, packed in the shortest of a few ways; the packed form says which one.

Values are texts, whole numbers and nulls. Unpacked, each is in the one JSON spelling that the register's triggers use.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from itertools import count
from json.encoder import encode_basestring
from operator import add, le
from typing import TYPE_CHECKING, Any, Final, TypeVar

from communesync.bundle.ids import are_keys, deltas, is_key, totals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from communesync.bundle.ids import Keys

    Packed = dict[str, Any]
    Value = str | int | None
    Clocks = Callable[[], Sequence[int]]

Sized = TypeVar("Sized", bound="Sequence[Any]")

ALPHABET: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
"""The digits of `at` where a column has no more than 64 distinct values."""

SEPARATOR: Final = "|"
"""Stands between texts that are joined to one."""

_LONGEST_PREFIX: Final = 256
_MOST_DIGITS: Final = 18
_digits = re.compile(f"[0-9]{{1,{_MOST_DIGITS}}}").fullmatch
_time = re.compile(r"[0-9]{4}-[01][0-9]-[0-3][0-9]T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z").fullmatch
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - it is written without its zone, as Z
_CLOCK_SECOND = 1000 << 16
_in_alphabet = dict(zip(ALPHABET, count(), strict=False)).__getitem__


def pack(values: Sequence[Value], clocks: Clocks, keys: Keys) -> Packed:
    """A column's values, at least one; `clocks` gives the clock value of each one's line."""
    if values.count(values[0]) == len(values):
        return {"all": values[0]}
    distinct = dict.fromkeys(values)
    if len(distinct) * 2 <= len(values):
        return _pack_few(values, distinct)
    kinds = {*map(type, distinct)}
    if kinds == {str}:
        return _pack_texts(values, clocks, keys)  # type: ignore[arg-type]
    if kinds != {int}:
        return {"list": [*values]}
    return {"clock": True} if values == clocks() else pack_numbers(values)  # type: ignore[arg-type]


def pack_values(values: Sequence[Value]) -> Packed:
    """Values packed without regard to what they mean."""
    distinct = dict.fromkeys(values)
    if len(distinct) * 2 <= len(values):
        return _pack_few(values, distinct)
    return pack_numbers(values) if {*map(type, distinct)} == {int} else {"list": [*values]}  # type: ignore[arg-type]


def pack_numbers(numbers: Sequence[int]) -> Packed:
    """Numbers, or where they never fall, the steps between them."""
    if len(numbers) > 1 and all(map(le, numbers, numbers[1:])):
        return {"sums": deltas(numbers)}
    return {"list": [*numbers]}


def pack_places(places: Sequence[int], distinct: int) -> str | list[int]:
    """Where each value stands among the distinct ones: a digit each if 64 digits are enough."""
    return "".join(map(ALPHABET.__getitem__, places)) if distinct <= len(ALPHABET) else [*places]


def unpack(packed: Packed, size: int, clocks: Clocks, keys: Sequence[str]) -> Sequence[str]:
    """The JSON texts of the values that `pack` was given; for anything else the errors of `block.unpack`."""
    if "all" in packed:
        return _spelled([packed["all"]]) * size
    if "clock" in packed:
        return of_size([*map(str, clocks())], size)
    if "at" in packed:
        return [*map(_spelled(packed["values"]).__getitem__, of_size(unpack_places(packed["at"]), size))]
    if "keys" in packed:
        return _spelled([keys[place] for place in of_size(totals(packed["keys"]), size)])
    if "since" in packed:
        return _spelled([*map(_time_text, of_size(totals(packed["since"]), size))])
    if "after" in packed:
        own = [clock // _CLOCK_SECOND for clock in clocks()]
        return _spelled([*map(_time_text, map(add, of_size(packed["after"], len(own)), own))])
    return _spelled(unpack_values(packed, size))


def unpack_values(packed: Packed, size: int) -> Sequence[Value]:
    """The values that `pack_values` was given; for anything else the errors of `block.unpack`."""
    if "all" in packed:
        return [packed["all"]] * size
    if "at" in packed:
        return [*map(packed["values"].__getitem__, of_size(unpack_places(packed["at"]), size))]
    if "sums" in packed:
        return of_size(totals(packed["sums"]), size)
    if "joined" in packed:
        return of_size(packed["joined"].split(SEPARATOR), size)
    if "wide" in packed:
        width, text = packed["wide"]
        return of_size([text[at : at + width] for at in range(0, len(text), width)], size)
    if "serial" in packed:
        prefix, width, steps = packed["serial"]
        if len(prefix) > _LONGEST_PREFIX or not 0 < width <= _MOST_DIGITS:
            raise ValueError("serial")
        return of_size([prefix + str(number).zfill(width) for number in totals(steps)], size)
    return of_size(packed["list"], size)


def unpack_places(at: str | list[int]) -> Sequence[int]:
    """What `pack_places` was given; for anything else the errors of `block.unpack`."""
    places = [*map(_in_alphabet, at)] if isinstance(at, str) else whole(at)
    if places and min(places) < 0:
        raise ValueError("place")
    return places


def whole(values: Sequence[object]) -> Sequence[int]:
    """The values, all of them whole numbers, or TypeError."""
    if not {*map(type, values)} <= {int}:
        raise TypeError("number")
    return values  # type: ignore[return-value]


def texts(values: Sequence[object]) -> Sequence[str]:
    """The values, all of them texts, or TypeError."""
    if not {*map(type, values)} <= {str}:
        raise TypeError("text")
    return values  # type: ignore[return-value]


def of_size(values: Sized, size: int) -> Sized:
    """The values, if there are so many, or ValueError."""
    if len(values) != size:
        raise ValueError("size")
    return values


def _pack_few(values: Sequence[Value], distinct: Iterable[Value]) -> Packed:
    found = [*distinct]
    if len(found) == 1:
        return {"all": found[0]}
    place = dict(zip(found, count(), strict=False)).__getitem__
    return {"values": found, "at": pack_places([*map(place, values)], len(found))}


def _pack_texts(values: list[str], clocks: Clocks, keys: Keys) -> Packed:
    if is_key(values[0]) and are_keys(values):
        return {"keys": deltas([*map(keys.__getitem__, values)])}
    if _time(values[0]) and all(map(_time, values)):
        packed = _pack_times(values, clocks())
        if packed:
            return packed
    if values[0] and len({*map(len, values)}) == 1:
        return _pack_serial(values) or {"wide": [len(values[0]), "".join(values)]}
    joined = SEPARATOR.join(values)
    return {"joined": joined} if joined.count(SEPARATOR) == len(values) - 1 else {"list": values}


def _pack_times(values: list[str], clocks: Sequence[int]) -> Packed | None:
    """Times near the clocks of their lines as what they are after these, others as the steps between them."""
    try:
        moments = [int(datetime.fromisoformat(value).timestamp()) for value in values]
    except ValueError:
        return None
    after = [moment - clock // _CLOCK_SECOND for moment, clock in zip(moments, clocks, strict=True)]
    steps = deltas(moments)
    return {"after": after} if sum(map(abs, after)) <= sum(map(abs, steps)) else {"since": steps}


def _pack_serial(values: list[str]) -> Packed | None:
    """Texts that are alike up to digits that never fall."""
    lowest, highest = min(values), max(values)
    alike = next((at for at, pair in enumerate(zip(lowest, highest, strict=True)) if pair[0] != pair[1]), 0)
    prefix = lowest[:alike]
    rest = [value[len(prefix) :] for value in values]
    if alike > _LONGEST_PREFIX or not all(map(_digits, rest)):
        return None
    numbers = [*map(int, rest)]
    rising = all(map(le, numbers, numbers[1:]))
    return {"serial": [prefix, len(rest[0]), deltas(numbers)]} if rising else None


def _time_text(second: int) -> str:
    return f"{(_EPOCH + timedelta(0, second)).isoformat()}Z"


def _spelled(values: Sequence[Value]) -> list[str]:
    """The JSON text of each value."""
    if {*map(type, values)} == {str}:
        return [*map(encode_basestring, values)]  # type: ignore[arg-type]
    spelled = {value: _spelling(value) for value in {*values}}
    return [*map(spelled.__getitem__, values)]


def _spelling(value: Value) -> str:
    if value is None:
        return "null"
    return encode_basestring(value) if isinstance(value, str) else str(whole([value])[0])

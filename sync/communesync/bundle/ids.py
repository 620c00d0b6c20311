"""The row keys of a block, each once: UUIDs of version 7 taken apart into what can be foretold and what is random.

Keys of one transaction share their millisecond and count upwards in the bits after it, so of most keys only the last 32
bits need to travel; and the millisecond is near the clock of the line that wrote the row.
"""

from __future__ import annotations

import re
import struct
from base64 import b64decode, b64encode
from itertools import accumulate, chain, count, filterfalse
from operator import eq, sub
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    Packed = dict[str, Any]

_KEY = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"
is_key: Final = re.compile(_KEY).fullmatch
"""Matches a UUID of version 7 as the register writes it."""

_several_keys = re.compile(f"(?:{_KEY},)*").fullmatch

_HIGH = 10
_LOW = 8
_MOST_STEP = 1 << 16


def deltas(numbers: Sequence[int]) -> list[int]:
    """The first number, then each less the one before it."""
    return [*numbers[:1], *map(sub, numbers[1:], numbers)]


def totals(steps: Iterable[int]) -> list[int]:
    """What `deltas` was made from."""
    return [*accumulate(steps)]


def are_keys(texts: Collection[str]) -> bool:
    """Whether all of these are UUIDs of version 7."""
    joined = ",".join([*texts, ""])
    return joined.count(",") == len(texts) and _several_keys(joined) is not None


class Keys(dict[str, int]):
    """The place of each key of a block; a key that is asked for and not there yet takes the next place."""

    def __init__(self, rows: Sequence[str], times: Sequence[int]) -> None:
        """Take in the keys of the lines' rows; `times` are the lines' clocks in milliseconds."""
        distinct = dict.fromkeys(rows)
        self._others = [] if are_keys(distinct) else [row for row in distinct if not is_key(row)]
        others = dict(zip(self._others, count(-1, -1), strict=False))
        super().__init__(zip(filterfalse(others.__contains__, distinct), count(), strict=False))
        places = self | others
        self.row = deltas([*map(places.__getitem__, rows)])
        first = dict(zip(reversed(rows), reversed(times), strict=True))
        self._near = [first[key] for key in self]

    def __missing__(self, key: str) -> int:
        place = self[key] = len(self)
        return place

    def pack(self) -> Packed:
        """The keys in the order of their places, and the rows' other keys."""
        halves = struct.unpack(f">{2 * len(self)}Q", bytes.fromhex("".join(self).replace("-", "")))
        first, second = halves[::2], halves[1::2]
        stamps = [half >> 16 for half in first]
        variants = [half >> 60 for half in second]
        # Version and variant are four bits each; what is left counts upwards or is random.
        high = [(upper & 0xFFF) << 28 | lower >> 32 & 0xFFFFFFF for upper, lower in zip(first, second, strict=True)]
        alike = map(eq, zip(stamps, variants, strict=True), chain([None], zip(stamps, variants, strict=True)))
        steps = [
            step if same and 0 < step < _MOST_STEP else 0
            for same, step in zip(alike, map(sub, high, chain([0], high)), strict=False)
        ]
        fresh = [place for place, step in enumerate(steps) if not step]
        return {
            "near": [*map(sub, stamps, self._near)],
            "stamps": deltas(stamps[len(self._near) :]),
            "steps": steps,
            "variants": "".join([f"{variants[place]:x}" for place in fresh]),
            "high": b64encode(b"".join([high[place].to_bytes(_HIGH // 2, "big") for place in fresh])).decode("ascii"),
            "low": b64encode(struct.pack(f">{len(self)}I", *[half & 0xFFFFFFFF for half in second])).decode("ascii"),
            "others": self._others,
        }


def unpack(packed: Packed, row: Sequence[int], times: Sequence[int]) -> tuple[list[str], list[str]]:
    """The keys of a block and the row of each line; ValueError, TypeError or LookupError for what was never packed."""
    places = totals(row)
    near = iter(packed["near"])
    stamps: list[int] = []
    for place, time in zip(places, times, strict=True):
        if place == len(stamps):
            stamps.append(time + next(near))
    stamps += totals(packed["stamps"])
    fresh = zip(_unpacked(packed["high"], _HIGH), packed["variants"], strict=True)
    keys: list[str] = []
    high, variant = 0, ""
    for stamp, step, low in zip(stamps, packed["steps"], _unpacked(packed["low"], _LOW), strict=True):
        if step:
            high += step
        else:
            digits, variant = next(fresh, ("", ""))
            high = int(digits, 16)
        first, then = f"{stamp:012x}", f"{high:010x}"
        keys.append(f"{first[:8]}-{first[8:]}-7{then[:3]}-{variant}{then[3:6]}-{then[6:]}{low}")
    if not are_keys(keys):
        raise ValueError("key")
    others = [*keys, *reversed(packed["others"])]
    return keys, [others[place] for place in places]


def _unpacked(text: str, size: int) -> list[str]:
    digits = b64decode(text, validate=True).hex()
    return [digits[at : at + size] for at in range(0, len(digits), size)]

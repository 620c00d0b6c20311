"""Every limit of a bundle; each is checked before anything of that size is allocated."""

from __future__ import annotations

from typing import Final

MOST_LABEL: Final = 4 << 20
"""Bytes of `label.json` as stored."""

MOST_PAYLOAD: Final = 4 << 30
"""Bytes of `payload.age` as stored."""

MOST_PLAIN: Final = 16 << 30
"""Bytes of a payload decrypted and decompressed."""

MOST_RATIO: Final = 200
"""How many times its stored size a payload may have, decompressed; not counting `FREE_PLAIN`."""

FREE_PLAIN: Final = 16 << 20
"""Bytes that may come out of a payload however small it is."""

MOST_WINDOW: Final = 8 << 20
"""Bytes that the decompressor looks back at most."""

MOST_LINE: Final = 32 << 20
"""Bytes of one line of JSON."""

MOST_DEPTH: Final = 12
"""Arrays and objects within each other in one line of JSON."""

MOST_CONTAINERS: Final = 1 << 16
"""Arrays and objects in one line of JSON."""

MOST_SEGMENTS: Final = 8192
"""Segments of one bundle."""

MOST_DOCUMENTS: Final = 64
"""Documents of one bundle."""

MOST_READERS: Final = 1024
"""Members that one bundle is for."""

_STRUCTURE = bytes(set(range(256)) - set(b'[]{}"'))
_ESCAPED = ((b"\\\\", b""), (b'\\"', b""))


def nesting_beyond(line: bytes) -> str | None:
    """What a line of JSON has too much of, looked at before it is parsed; None when it is within the limits."""
    for escaped, nothing in _ESCAPED:
        line = line.replace(escaped, nothing)
    # Every other part between quotes is the inside of a text.
    brackets = b"".join(line.translate(None, _STRUCTURE).split(b'"')[::2])
    if len(brackets) > 2 * MOST_CONTAINERS:
        return "containers"
    depth = 0
    for bracket in brackets:
        depth += 1 if bracket in b"[{" else -1
        if depth > MOST_DEPTH:
            return "depth"
    return None


def fits(size: int, plain: int) -> bool:
    """Whether a payload of this size, decompressed to so many bytes, is within the limits."""
    return 0 < size <= MOST_PAYLOAD and 0 <= plain <= min(MOST_PLAIN, FREE_PLAIN + MOST_RATIO * size)

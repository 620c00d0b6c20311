"""A segment: what one replica wrote in one scope since its last one, signed by its station and relayed unchanged.

The header is what is signed; its SHA-256 is the segment's digest, by which the next segment names it. Lines are bound
to the header by a digest for each, salted, so that a person's data can be taken out of a line later: without that
line's salt nobody can try out what it held, and the chain still holds.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256, shake_256
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

VERSION: Final = 1
SCHEMA: Final = 1
"""How many migrations of travelling tables the writer of a segment had."""

MOST_LINES: Final = 4096
"""Lines that one segment holds at most."""

MOST_TEXT: Final = 1 << 20
"""Bytes of text after which a segment takes no further line: who reads it holds one in memory."""

SALT_SIZE: Final = 16
SEED_SIZE: Final = 32

SIGNED: Final = b"communetui segment 1\n"
"""Stands before the header in what is signed, so that no other signed text can pass for a segment."""


class Line(NamedTuple):
    """One line of the journal as it travels; replica and scope are its segment's.

    `changes` is the JSON object that the trigger wrote, `heads` the JSON object of what had been shown of other
    replicas (see `vectors`), `seen` the own number shown, `replaces` the JSON list of heads that a resolution names, or
    empty.
    """

    number: int
    clock: int
    officer: str
    table: str
    row: str
    changes: str
    seen: int
    heads: str
    replaces: str

    @property
    def text(self) -> str:
        """What the line's digest is of; no field but the last can hold a line break."""
        number, clock, officer, table, row, changes, seen, heads, replaces = self
        return f"{number}\n{clock}\n{officer}\n{table}\n{row}\n{seen}\n{heads}\n{replaces}\n{changes}"


class Header(NamedTuple):
    """What a segment says of itself; `key` is the station's Ed25519 key, `previous` empty in a replica's first one."""

    replica: str
    scope: str
    first: int
    last: int
    previous: str
    lines: str
    clock: int
    schema: int
    key: str

    def encode(self) -> bytes:
        """The bytes that are signed: JSON with sorted names, without spaces, in ASCII."""
        return json.dumps(self._asdict() | {"v": VERSION}, sort_keys=True, separators=(",", ":")).encode("ascii")


class MalformedSegment(ValueError):  # noqa: N818 - a state of the bytes; the caller quarantines
    """The bytes are not a segment of this format."""


LARGEST: Final = 2**63 - 1
"""The largest number that the register can keep."""

_NAME: Final = re.compile("[!-~]{0,200}")
_TEXTS = ("replica", "scope", "previous", "lines", "key")
_NUMBERS = ("first", "last", "clock", "schema")


def parse_header(data: bytes) -> Header:
    """The header in its one spelling, or MalformedSegment."""
    try:
        body: dict[str, Any] = json.loads(data)
        if body.pop("v") != VERSION:
            raise MalformedSegment("version")
        if not all(isinstance(body[name], str) for name in _TEXTS) or not all(
            type(body[name]) is int for name in _NUMBERS
        ):
            raise MalformedSegment("types")
        header = Header(**body)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as fault:
        raise MalformedSegment(str(fault)) from fault
    if header.encode() != data or not 1 <= header.first <= header.last < header.first + MOST_LINES:
        raise MalformedSegment("spelling or numbers")
    if not all(0 <= getattr(header, name) <= LARGEST for name in _NUMBERS):
        raise MalformedSegment("numbers")
    if not all(_NAME.fullmatch(getattr(header, name)) for name in _TEXTS) or "~" in header.replica:
        raise MalformedSegment("names")
    return header


class Segment(NamedTuple):
    """A segment as it travels: the signed header, the signature (64 bytes), the seed of the salts, and the lines."""

    header: bytes
    signature: bytes
    seed: bytes
    lines: Sequence[Line]

    @property
    def digest(self) -> str:
        """The name of the segment: SHA-256 of its header, in hexadecimal."""
        return sha256(self.header).hexdigest()


def lines_digest(lines: Iterable[str], seed: bytes, count: int) -> str:
    """SHA-256 over the digests of the lines' texts, each SHA-256 of its salt and the text.

    The salts are SHAKE-256 of the seed, 16 bytes a line, in order.
    """
    return encoded_lines_digest(map(str.encode, lines), seed, count)


def encoded_lines_digest(lines: Iterable[bytes], seed: bytes, count: int) -> str:
    """As `lines_digest`, of texts in UTF-8."""
    salts = shake_256(seed).digest(SALT_SIZE * count)
    salted = zip(range(0, len(salts), SALT_SIZE), lines, strict=True)
    return sha256(b"".join([sha256(salts[at : at + SALT_SIZE] + text).digest() for at, text in salted])).hexdigest()

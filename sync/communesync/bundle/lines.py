"""The lines of a payload: what each one looks like, and how a stream is cut into them."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import orjson

from communedb.domain.refusal import Reason, Refused
from communedb.journal.segment import Segment
from communesync.bundle import block
from communesync.bundle.label import FORMAT, VERSION
from communesync.bundle.limits import MOST_LINE, MOST_PLAIN, nesting_beyond

if TYPE_CHECKING:
    from collections.abc import Callable

    from communesync.bundle.label import Label, Sender


_is_digest: Final = re.compile("[0-9a-f]{64}").fullmatch


class Part(NamedTuple):
    """A part of a file, or all of it: SHA-256 and size of the whole file, and which bytes of it these are."""

    digest: str
    size: int
    offset: int
    length: int


class MalformedLine(ValueError):  # noqa: N818 - a state of the bytes; the caller refuses the bundle
    """The line is none of this format."""


def header(kind: str, sender: Sender) -> bytes:
    """The first line: it binds the payload to the label, so that nobody passes it off as his own."""
    return encode({"format": FORMAT, "version": VERSION, "kind": kind, "from": sender.model_dump()})


def is_header(body: dict[str, Any], label: Label) -> bool:
    """Whether a line is the header that belongs to this label."""
    return bool(body == json.loads(header(label.kind, label.sender)))


def document(name: str, body: Any) -> bytes:
    """A line with a document."""
    return encode({"document": name, "body": body})


def segment(found: Segment) -> bytes:
    """A line with a segment."""
    return encode(
        {
            "segment": found.header.decode("ascii"),
            "signature": b64encode(found.signature).decode("ascii"),
            "seed": b64encode(found.seed).decode("ascii"),
            "block": block.pack(found.lines),
        }
    )


def part(found: Part) -> bytes:
    """A line that says which bytes of which file follow it."""
    return encode({"part": found._asdict()})


def parse_part(body: dict[str, Any]) -> Part:
    """The part that a line announces, or MalformedLine."""
    facts = body.get("part")
    if len(body) != 1 or not isinstance(facts, dict) or facts.keys() != {*Part._fields}:
        raise MalformedLine("part")
    digest, *numbers = found = Part(**facts)
    if not isinstance(digest, str) or not _is_digest(digest) or {*map(type, numbers)} != {int}:
        raise MalformedLine("part")
    if found.offset < 0 or found.length < 0 or not found.offset + found.length <= found.size <= MOST_PLAIN:
        raise MalformedLine("part")
    return found


def parse_segment(body: dict[str, Any]) -> Segment:
    """The segment in a line, or MalformedLine; neither its signature nor its lines' digest is verified."""
    try:
        return Segment(
            body["segment"].encode("ascii"),
            b64decode(body["signature"], validate=True),
            b64decode(body["seed"], validate=True),
            block.unpack(body["block"]),
        )
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError) as fault:
        raise MalformedLine(str(fault)) from fault


def end(**counts: int) -> bytes:
    """The last line: what there was, so that a payload without it is known to be cut short."""
    return encode({"end": counts})


def encode(body: dict[str, Any]) -> bytes:
    """A line of JSON with its line break. Refused: BUNDLE_TOO_LARGE."""
    line = orjson.dumps(body) + b"\n"
    if len(line) > MOST_LINE:
        raise Refused(Reason.BUNDLE_TOO_LARGE, name="", what="line")
    return line


def decode(line: bytes) -> dict[str, Any]:
    """The object in a line, or MalformedLine."""
    beyond = nesting_beyond(line)
    if beyond:
        raise MalformedLine(beyond)
    try:
        body = json.loads(line, object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError) as fault:
        raise MalformedLine(str(fault)) from fault
    if not isinstance(body, dict):
        raise MalformedLine("object")
    return body


class Splitter:
    """Cuts a stream into lines of at most `MOST_LINE` bytes; a taker may ask for raw bytes instead."""

    def __init__(self, take: Callable[[bytes], int], take_raw: Callable[[bytes], None]) -> None:
        """`take` is given each line and says how many raw bytes follow it; `take_raw` is given these as they come."""
        self._take = take
        self._take_raw = take_raw
        self._raw = 0
        self._begun: list[bytes] = []
        self._size = 0

    def write(self, chunk: bytes) -> None:
        """Take the next bytes of the stream. MalformedLine for a line that is too long."""
        at = 0
        while at < len(chunk):
            at = self._pass_raw(chunk, at) if self._raw else self._pass_line(chunk, at)

    @property
    def is_between(self) -> bool:
        """Whether no line and no raw bytes have begun that did not end."""
        return not self._raw and not self._size

    def _pass_raw(self, chunk: bytes, at: int) -> int:
        part = chunk[at : at + self._raw]
        self._raw -= len(part)
        self._take_raw(part)
        return at + len(part)

    def _pass_line(self, chunk: bytes, at: int) -> int:
        stop = chunk.find(b"\n", at)
        part = chunk[at:] if stop < 0 else chunk[at:stop]
        self._size += len(part)
        if self._size > MOST_LINE:
            raise MalformedLine("length")
        self._begun.append(part)
        if stop < 0:
            return len(chunk)
        line = b"".join(self._begun)
        self._begun.clear()
        self._size = 0
        self._raw = self._take(line)
        return stop + 1


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name twice")
    return found

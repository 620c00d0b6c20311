"""Whether a segment that came in is one piece, before anything of it touches the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.journal.refold import named
from communedb.journal.segment import LARGEST, Line, MalformedSegment, lines_digest, parse_header
from communedb.journal.vectors import parse_heads

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communedb.journal.segment import Header, Segment

_KINDS = {name: int if name in {"number", "clock", "seen"} else str for name in Line._fields}


def checked(segment: Segment) -> Header:
    """The header, if the lines are the ones that it was signed over, each in one piece; MalformedSegment otherwise."""
    try:
        return _checked(segment)
    except (ValueError, RecursionError) as fault:
        raise MalformedSegment(str(fault)) from fault


def _checked(segment: Segment) -> Header:
    header = parse_header(segment.header)
    lines = segment.lines
    if len(lines) != header.last - header.first + 1:
        raise MalformedSegment("lines")
    _check_parts(zip(*lines, strict=True), header)
    if lines_digest((line.text for line in lines), segment.seed, len(lines)) != header.lines:
        raise MalformedSegment("digest")
    return header


def _check_parts(parts: Iterable[tuple[Any, ...]], header: Header) -> None:
    """Part by part over all lines: most lines of a segment have much in common."""
    columns = dict(zip(Line._fields, parts, strict=True))
    if any(set(map(type, columns[name])) != {kind} for name, kind in _KINDS.items()):
        raise MalformedSegment("types")
    if list(columns["number"]) != list(range(header.first, header.last + 1)):
        raise MalformedSegment("numbers")
    if any(min(columns[name]) < 0 or max(columns[name]) > LARGEST for name in ("clock", "seen")):
        raise MalformedSegment("numbers")
    for name in ("officer", "table", "row", "heads", "replaces"):
        if any("\n" in text for text in set(columns[name])):
            raise MalformedSegment("line break")
    for heads in set(columns["heads"]):
        parse_heads(heads)
    for replaces in set(columns["replaces"]):
        named(replaces)

"""Whether a segment that came in is one piece, before anything of it touches the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.journal.refold import named
from communedb.journal.segment import LARGEST, Line, MalformedSegment, lines_digest, parse_header
from communedb.journal.vectors import parse_heads

if TYPE_CHECKING:
    from communedb.journal.segment import Header, Segment

_KINDS = (int, int, str, str, str, str, int, str, str)
"""The types of a line's parts, in order."""


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
    columns = Line._make(zip(*lines, strict=True))
    for kind, column in zip(_KINDS, columns, strict=True):
        if set(map(type, column)) != {kind}:
            raise MalformedSegment("types")
    if list(columns.number) != list(range(header.first, header.last + 1)):
        raise MalformedSegment("numbers")
    for numbers in (columns.clock, columns.seen):
        if min(numbers) < 0 or max(numbers) > LARGEST:
            raise MalformedSegment("numbers")
    for texts in (columns.officer, columns.table, columns.row, columns.heads, columns.replaces):
        if any("\n" in text for text in set(texts)):
            raise MalformedSegment("line break")
    for heads in set(columns.heads):
        parse_heads(heads)
    for replaces in set(columns.replaces):
        named(replaces)
    if lines_digest((line.text for line in lines), segment.seed, len(lines)) != header.lines:
        raise MalformedSegment("digest")
    return header

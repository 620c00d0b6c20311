"""Which pages of a document are meant: `1-3,5`, in the order in which they are written; `4-` goes on to the last."""

from __future__ import annotations

import re
from typing import Final

from communedb.domain.refusal import Reason, Refused

MOST_PAGES: Final = 1_000
"""Pages that one range may name; a scanner's feeder holds a tenth of that."""

_SPAN: Final = re.compile(r"(\d{1,5})(?:\s*(-)\s*(\d{1,5})?)?", re.ASCII)
_BETWEEN: Final = re.compile(r"[,;]")


def pages_of(typed: str, count: int) -> tuple[int, ...]:
    """The page numbers, from 1, that a text names in a document of `count` pages; nothing typed is every page.

    Refused: PAGES_UNREADABLE (also a page named twice, or a range that runs backwards), PAGES_NOT_THERE.
    """
    if not typed.strip():
        return tuple(range(1, count + 1))
    pages: list[int] = []
    for part in _BETWEEN.split(typed):
        first, last = _span(part, typed, count)
        if not first >= 1 or max(first, last) > count:
            raise Refused(Reason.PAGES_NOT_THERE, pages=part.strip(), count=count)
        pages += range(first, last + 1)
    if len(set(pages)) != len(pages) or len(pages) > MOST_PAGES:
        raise Refused(Reason.PAGES_UNREADABLE, typed=typed.strip())
    return tuple(pages)


def _span(part: str, typed: str, count: int) -> tuple[int, int]:
    found = _SPAN.fullmatch(part.strip())
    if found is None:
        raise Refused(Reason.PAGES_UNREADABLE, typed=typed.strip())
    first = int(found[1])
    if not found[2]:
        return first, first
    last = int(found[3]) if found[3] else max(count, first)
    if last < first:
        raise Refused(Reason.PAGES_UNREADABLE, typed=typed.strip())
    return first, last

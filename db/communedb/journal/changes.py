"""The changes of lines, as JSON objects: each as the trigger wrote it, many read at once."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

import orjson

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Changes = dict[str, Any] | None

# What `json.loads` does for each text before it begins to parse costs as much as the parsing.
_parse: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined]

_HALVES = re.compile(r"\\u[dD]")

BETWEEN: Final = "\ue0c0"
"""Stands between lines that are parsed at once: a value that no column has."""

AT_ONCE: Final = 256
"""Lines that are parsed together: enough to be quick, little enough to stay in a small processor's cache."""


def parse_all(texts: Sequence[str]) -> list[Changes]:
    """What each line changed, as `parse_changes` tells it."""
    parts = (texts[at : at + AT_ONCE] for at in range(0, len(texts), AT_ONCE))
    return [changes for part in parts for changes in _together(part) or map(parse_changes, part)]


def _together(texts: Sequence[str]) -> Sequence[Changes] | None:
    """The objects that these texts are, or None where one of them has to be looked at by itself."""
    text = "[" + f',"{BETWEEN}",'.join(texts) + "]"
    between = len(texts) - 1
    if text.count(BETWEEN) != between or not all(one[:1] == "{" and one[-1:] == "}" for one in texts):
        return None
    try:
        # What it takes, `parse_changes` takes too, and to the same object; only a whole number beyond 64 bits, which no
        # column holds, is a fraction here.
        found = orjson.loads(text)
    except (ValueError, TypeError):
        return None
    alone = found[1::2] == [BETWEEN] * between and {*map(type, found[::2])} == {dict}
    return found[::2] if alone else None


def parse_changes(text: str) -> Changes:
    """What a line changed; None when the text is no JSON object."""
    try:
        body, end = _parse(text, 0)
    except (ValueError, StopIteration, RecursionError):
        return None
    if end != len(text) or not isinstance(body, dict):
        return None
    return None if _HALVES.search(text) and not _is_text(body) else body


def _is_text(body: dict[str, Any]) -> bool:
    """Whether the register can keep it: half of a surrogate pair is no letter."""
    try:
        json.dumps(body, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True

"""From what an officer types to a full-text query over folded text."""

from __future__ import annotations

import re

from communedb.domain.text import fold

# Longer input is no search but a slip: a pasted page, a card scanned into the wrong field.
_MOST_WORDS = 8
_MOST_LETTERS = 200
_WORD = re.compile(r"[^\W_]+")


def match_words(typed: str) -> str:
    """An FTS5 query in which every typed word must begin some word of the text; empty when nothing was typed."""
    words = _WORD.findall(fold(typed[:_MOST_LETTERS]))[:_MOST_WORDS]
    return " ".join(f'"{word}"*' for word in words)

"""Vietnamese text as it is kept and as it is searched."""

from __future__ import annotations

import unicodedata

TEXT_LIMIT = 2_000
"""Characters that one field keeps; longer input is refused at the edge, never cut in silence."""


def clean(text: str) -> str:
    """Text as the register keeps it: NFC, no control or format characters, single spaces, no space at the ends."""
    composed = unicodedata.normalize("NFC", text)
    visible = "".join(
        " " if c.isspace() else c for c in composed if c.isspace() or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Cn"}
    )
    return " ".join(visible.split())


def fold(text: str) -> str:
    """Text as it is searched: lower case, marks stripped, `đ` as `d`, single spaces.

    No full-text tokenizer finds "Đức" for "duc", because đ has no decomposition: the folded column is ours.
    """
    lowered = text.lower().replace("đ", "d")
    bare = "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))
    return " ".join(bare.split())

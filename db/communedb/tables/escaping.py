"""Text that a spreadsheet would take for a formula: written so that it stays text, and read back as it was.

A cell that begins with `=`, `+`, `-`, `@`, a tab or a line end may start a program on the reader's PC (CSV injection,
as OWASP describes it). Such text gets an apostrophe in front; text that had one already gets one more, so that taking
one away always gives back what was written.
"""

from __future__ import annotations

import re
from typing import Final

# The full-width forms are signs of a formula in East Asian spreadsheets.
_LIKE_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_ESCAPED: Final = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")


def like_formula(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula."""
    return _LIKE_FORMULA.match(text) is not None


def escaped(text: str) -> str:
    """The text for a cell of a CSV file."""
    return "'" + text if like_formula(text) else text


def unescaped(text: str) -> str:
    """The text that `escaped` was given."""
    return text[1:] if _ESCAPED.match(text) else text

"""Đồng, in whole numbers."""

from __future__ import annotations

import re
from typing import Final

from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import bounded, fold

DONG_LIMIT = 1_000_000_000_000
"""More than any fee of a commune; a larger amount is a slip of the hand."""

_TYPED_LIMIT: Final = 60
_WRITTEN: Final = re.compile(r"(\d{1,3}(?:([ .,])\d{3})(?:\2\d{3})*|\d+) ?(?:d|dong|vnd)?", re.ASCII)


def format_dong(amount: int) -> str:
    """An amount as people read it: `1.234.000 đ`."""
    return f"{amount:,} đ".replace(",", ".")


def parse_dong(text: str) -> int:
    """The amount that was typed: `1234000`, `1.234.000 đ`, `1,234,000`, `20 000 đồng`.

    Refused as `MONEY_UNREADABLE`, negative amounts and parts of a đồng included, or `FEE_AMOUNT_OUT_OF_RANGE`.
    """
    typed = bounded(text.strip(), _TYPED_LIMIT)
    found = _WRITTEN.fullmatch(fold(typed))
    if not found:
        raise Refused(Reason.MONEY_UNREADABLE, typed=typed)
    amount = int(re.sub(r"\D", "", found.group(1)))
    if amount > DONG_LIMIT:
        raise Refused(Reason.FEE_AMOUNT_OUT_OF_RANGE, amount=format_dong(amount), limit=format_dong(DONG_LIMIT))
    return amount

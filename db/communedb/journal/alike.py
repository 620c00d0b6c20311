"""Rows that are written together: those that name the same columns, and no others."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def alike(scope: str, rows: Mapping[str, Mapping[str, Any]]) -> dict[tuple[str, ...], list[tuple[Any, ...]]]:
    """By the columns that rows name, in their order: the values of each row with its key and scope behind them."""
    found: dict[tuple[str, ...], list[tuple[Any, ...]]] = defaultdict(list)
    for row, values in rows.items():
        found[tuple(values)].append((*values.values(), row, scope))
    return found

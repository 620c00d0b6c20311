"""The indicators of Decision 766/QĐ-TTg as data: groups, maxima, thresholds."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from communedb.domain.indicators import Index, changed, index_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


@cache
def shipped_index() -> Index:
    """The index as it comes with the program; read when a report asks for it."""
    text = resources.files(__package__).joinpath("indicators_766.toml").read_text(encoding="utf-8")
    table: Mapping[str, Any] = tomllib.loads(text)
    return index_of(table)


def index_with(changes: str) -> Index:
    """The shipped index with an office's changes. Refused: SETTING_NOT_ACCEPTED."""
    return changed(shipped_index(), changes)

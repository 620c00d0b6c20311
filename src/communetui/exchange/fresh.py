"""How fresh the other stations are, as the title line of every screen tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from communetui.exchange.names import place_name
from communetui.exchange.told import moment_text
from communetui.strings.exchange import exchange

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from communesync.exchange.freshness import Fresh

_GAP = "  "


def fresh_text(fresh: Sequence[Fresh], now: datetime, room: int) -> str:
    """`quầy 1 09:38  quầy 3 09:31`, as many as there is room for; `+2` for those that have none.

    A station of which nothing has come yet is left to the Exchange screen.
    """
    heard = [one for one in fresh if one.as_of is not None]
    told = [_one(one, now) for one in sorted(heard, key=lambda one: (one.role.value != "station", one.station))]
    for shown in range(len(told), 0, -1):
        rest = len(told) - shown
        text = _GAP.join([*told[:shown], *([f"+{rest}"] if rest else [])])
        if cell_len(text) <= room:
            return text
    return ""


def _one(one: Fresh, now: datetime) -> str:
    words = exchange()
    return words.fresh.format(place=place_name(one.name, one.station, one.role.value), at=moment_text(one.as_of, now))

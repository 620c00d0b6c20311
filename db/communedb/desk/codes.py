"""Codes: reserved at this station, in the transaction of the save, never changed afterwards."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from communedb.domain.codes import DEFAULT_PATTERN, CodePattern
from communedb.stores.settings import read_setting

if TYPE_CHECKING:
    from datetime import date

    from communedb.transaction import Write

_pattern = lru_cache(maxsize=8)(CodePattern.parse)


def reserve_code(tx: Write, day: date) -> str:
    """The next dossier code of this station; unique here because the counter moves in the same transaction."""
    return reserve_by(tx, tx.known(read_setting, "code_pattern") or DEFAULT_PATTERN, day)


def reserve_by(tx: Write, text: str, day: date, *, counted: str = "") -> str:
    """The next code of this station by a pattern; `counted` names a counter other than that of the dossiers."""
    pattern = _pattern(text)
    (counter,) = tx.db.conn.execute(
        "INSERT INTO code_counter (period, last) VALUES (?, 1)"
        " ON CONFLICT (period) DO UPDATE SET last = last + 1 RETURNING last",
        (f"{counted}|{pattern.period(day)}" if counted else pattern.period(day),),
    ).fetchone()
    return pattern.format(unit=tx.by.unit, station=tx.by.station_number, day=day, counter=counter)

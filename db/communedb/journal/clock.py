"""The hybrid clock: never runs backwards, stays near the wall clock.

A value is one 64-bit integer: milliseconds since 1970 (UTC) times 65,536, plus a counter. Two transactions of one
replica never have the same value, even if the PC's clock was set back.
Source: Kulkarni et al., "Logical Physical Clocks" (2014).
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_COUNTER_BITS = 16
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

BACKWARDS_TOLERANCE = timedelta(minutes=10)
"""How far the PC's clock may lie behind the last entry before the officer is warned."""


def tick(last: int, now: datetime) -> int:
    """The clock value of the next transaction after `last`."""
    return max(of(now), last + 1)


def of(now: datetime) -> int:
    """The smallest clock value of this instant."""
    return ((now - _EPOCH) // timedelta(milliseconds=1)) << _COUNTER_BITS


def instant(clock: int) -> datetime:
    """The instant that a clock value stands for, to the millisecond."""
    return _EPOCH + timedelta(milliseconds=clock >> _COUNTER_BITS)


def set_back(last: int, now: datetime) -> timedelta | None:
    """How far the PC's clock lies behind the last entry, when that is more than a drift; else None."""
    behind = instant(last) - now
    return behind if behind > BACKWARDS_TOLERANCE else None

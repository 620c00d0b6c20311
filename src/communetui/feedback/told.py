"""Values of feedback as people read them, wherever they came from."""

from __future__ import annotations

from communedb.domain.moment import local, parse_utc


def told_moment(kept: str | None) -> str:
    """`14:05 23/11/2026`, nothing for None; what came from elsewhere and is no instant is told as it came."""
    if not kept:
        return ""
    try:
        return f"{local(parse_utc(kept)):%H:%M %d/%m/%Y}"
    except (ValueError, OverflowError):
        return kept


def told_day(kept: str | None) -> str:
    """The day of an instant: `23/11/2026`."""
    return told_moment(kept)[-10:]

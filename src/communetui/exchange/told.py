"""The exchange in words: sizes, times left, bars, and why something is in quarantine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.moment import local, parse_utc
from communetui.dossier.told import size_text
from communetui.exchange.stations import place_text
from communetui.strings.exchange import exchange
from communetui.strings.quarantine import quarantine

if TYPE_CHECKING:
    from datetime import datetime

    from communesync.exchange.quarantine import Entry
    from communetui.exchange.stations import Place

_MINUTE, _HOUR = 60, 3_600


def moment_text(at: str | datetime | None, now: datetime) -> str:
    """An instant as short as it can be told: `09:38` today, `16:20 22/11` otherwise; `never` for none."""
    if not at:
        return exchange().never
    here = local(parse_utc(at) if isinstance(at, str) else at)
    today = local(now)
    if here.date() == today.date():
        return f"{here:%H:%M}"
    return f"{here:%H:%M %d/%m}" if here.year == today.year else f"{here:%H:%M %d/%m/%Y}"


def time_text(seconds: float) -> str:
    """How long something still takes, in one unit."""
    words = exchange()
    if seconds < _MINUTE:
        return words.seconds.format(count=max(1, round(seconds)))
    if seconds < _HOUR:
        return words.minutes.format(count=round(seconds / _MINUTE))
    return words.hours.format(count=round(seconds / _HOUR))


_BAR: Final = 12


def bar_text(what: str, done: int, total: int, seconds: float) -> str:
    """`Đang trao đổi [####........] 33%  1,2 MB / 3,6 MB  còn 20 giây`; `seconds` have passed."""
    words = exchange()
    if not total:
        return f"{what}  {words.preparing}"
    share = min(done / total, 1.0)
    # Before a moment has passed nobody can tell how long it takes.
    rest = seconds * (1 - share) / share if share > 0 and seconds > 1 else None
    return words.bar.format(
        what=what,
        bar="#" * round(share * _BAR) + "." * (_BAR - round(share * _BAR)),
        percent=int(share * 100),
        done=size_text(done),
        total=size_text(total),
        left="" if rest is None else words.left.format(time=time_text(rest)),
    )


def number_text(count: int) -> str:
    """`1.234`."""
    return f"{count:,}".replace(",", ".")


def quarantine_reason(entry: Entry) -> str:
    """Why it may not be taken in."""
    words = quarantine()
    return words.reasons.get(entry.reason, words.other_reason.format(reason=entry.reason))


def quarantine_what(entry: Entry, place: Place | None = None) -> str:
    """What it is and whose."""
    words = quarantine()
    if entry.replica is None:
        return words.kinds.get(entry.kind.value, entry.kind.value)
    who = place_text(place, entry.replica)
    return words.lines.format(place=who, first=entry.first, last=entry.last)

"""The exchange in words: sizes, times left, bars, and why something is in quarantine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.moment import local, parse_utc
from communetui.dossier.told import size_text
from communetui.exchange.stations import place_text
from communetui.strings.exchange import exchange
from communetui.strings.quarantine import quarantine
from communetui.strings.reasons import reason_text

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.domain.refusal import Refused
    from communesync.exchange.folder import ByStick
    from communesync.exchange.quarantine import Entry
    from communetui.exchange.reading import Seen
    from communetui.exchange.sending import Report
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
    rest = seconds * (1 - share) / share if 0 < share < 1 < seconds else None
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


def state_lines(seen: Seen, now: datetime) -> list[str]:
    """What is unsent, what the hub has, what is safe, what has still to come."""
    words, status = exchange(), seen.status
    if seen.alone:
        return [words.nobody]
    lines = [_unsent(seen), *_at_hub(seen, now)]
    attention = status.attention
    if attention.wanted:
        size = size_text(attention.wanted_bytes)
        lines.append(words.wanted.format(files=number_text(attention.wanted), size=size))
    return lines


def _unsent(seen: Seen) -> str:
    words, unsent = exchange(), seen.status.unsent
    if not (unsent.lines or unsent.files):
        return words.nothing_unsent
    told = words.unsent.format(lines=number_text(unsent.lines), dossiers=number_text(unsent.dossiers))
    if unsent.files:
        told += words.unsent_files.format(files=number_text(unsent.files))
    return f"{told} ({size_text(seen.size)})"


def _at_hub(seen: Seen, now: datetime) -> list[str]:
    words, hub = exchange(), seen.status.hub
    if not seen.status.has_hub:
        return [words.no_hub]
    if hub is None:
        return [words.received_never, words.durable_never]
    if hub.received.nothing:
        received = words.received_never
    elif hub.received.all:
        received = words.received_all.format(at=moment_text(hub.at, now))
    else:
        lines = number_text(seen.status.unsent.lines)
        received = words.received_part.format(at=moment_text(hub.received.until, now), lines=lines)
    durable = words.durable.format(at=moment_text(hub.durable.until, now))
    return [received, words.durable_never if hub.durable.nothing else durable]


def report_text(report: Report) -> tuple[str, bool]:
    """What came of an exchange, and whether all of it went well."""
    words = exchange()
    told = [words.lan_told] if report.lan else []
    left_out: list[Refused] = []
    if report.pushed is not None:
        pushed = report.pushed
        told.append(
            words.hub_done.format(
                sent=number_text(pushed.bundles), size=size_text(pushed.bytes), taken=number_text(pushed.lines)
            )
        )
    if report.stick is not None:
        told.append(_stick(report.stick))
        left_out = [refusal for _, refusal in report.stick.imported.refused]
    if left_out:
        told.append(words.left_out.format(count=number_text(len(left_out)), why=reason_text(left_out[0])))
    for way, refusal in report.failed.items():
        told.append(words.way_failed.format(way=words.ways[way].capitalize(), why=reason_text(refusal)))
    if report.stopped:
        told.append(words.stopped)
    return " ".join(told), not (left_out or report.failed or report.stopped)


def _stick(done: ByStick) -> str:
    words, taken = exchange(), number_text(done.imported.lines)
    if done.written:
        size = size_text(sum(one.size for one in done.written))
        told = words.stick_done.format(count=number_text(len(done.written)), size=size, taken=taken)
    else:
        told = words.stick_nothing.format(taken=taken)
    return f"{told} {words.may_remove}"

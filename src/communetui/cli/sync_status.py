"""`communetui sync status`: what is unsent, what is received and safe, how fresh the others are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communetui.cli.lazy import command, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.cli.table import table
from communetui.exchange.service import ExchangeService
from communetui.exchange.stations import place_text
from communetui.exchange.told import moment_text, number_text, state_lines
from communetui.strings.cli_sync import sync
from communetui.strings.exchange import exchange

if TYPE_CHECKING:
    from datetime import datetime

    from communetui.cli.start import Start
    from communetui.exchange.reading import Line, Seen


@command("sync status")
@start_of
def status(start: Start) -> None:
    """Tell where the exchange stands."""
    from communetui.exchange.reading import read_seen

    with opened(start) as register:
        seen, now = read_seen(register, ExchangeService(register)), register.now()
    answer(start, _document(seen), lambda: _told(seen, now))


def _document(seen: Seen) -> dict[str, Any]:
    found = seen.status
    return {
        "unsent": {**found.unsent._asdict(), "bytes": seen.size},
        "hub": found.hub
        and {
            "as_of": found.hub.at,
            "received": found.hub.received._asdict(),
            "durable": found.hub.durable._asdict(),
        },
        "stations": [
            {**line.fresh._asdict(), "to_send": line.to_send} for line in seen.lines if line.fresh is not None
        ],
        "attention": found.attention._asdict(),
    }


def _told(seen: Seen, now: datetime) -> str:
    parts = state_lines(seen, now)
    rows = [_row(line, now) for line in seen.lines if line.fresh is not None]
    if rows:
        parts += ["", table(sync().peer_columns, rows)]
    work = [line for line in seen.lines if line.fresh is None]
    parts += [f"! {_work(line)}" for line in work]
    return "\n".join(parts)


def _row(line: Line, now: datetime) -> tuple[str, ...]:
    fresh = line.fresh
    way = exchange().ways.get(fresh.way, "") if fresh else ""
    at = moment_text(fresh.as_of if fresh else None, now)
    return (place_text(line.place, line.replica), at, way, number_text(line.to_send) if line.to_send else "")


def _work(line: Line) -> str:
    place = place_text(line.place, line.replica)
    return exchange().work[line.kind].format(count=number_text(line.count), place=place)

"""`communetui cash`: what lies in the till by the record, and closing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from communedb.domain.cash import Count, Till
from communedb.domain.money import format_dong, parse_dong
from communedb.domain.refusal import Reason, Refused
from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, group, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.cli.showing import moment
from communetui.cli.table import pairs
from communetui.strings.cash import cash as words
from communetui.strings.cli_counter import counter

if TYPE_CHECKING:
    from communedb.register import Register
    from communedb.stores.cash import Close, OpenTill
    from communetui.cli.start import Start
    from communetui.printing.counter_papers import Made

cash = group("cash", {"status": "communetui.cli.cash:status", "close": "communetui.cli.cash:close"})


@command("cash status")
@start_of
def status(start: Start) -> None:
    """Tell what an officer took and paid back at this PC since the last close."""
    from communedb.stores.cash import read_closes, read_till

    with opened(start) as register:
        till = read_till(register.db, register.officer.id, register.by.station, register.now())
        closes = read_closes(register.db, register.officer.id, 10)
    document = {
        "since": till.since,
        "closed_before": till.closed_before,
        "recorded": till.till.cash,
        **_till(till.till),
        "closes": [_close(one) for one in closes],
    }
    answer(start, document, lambda: _status_told(till))


@command("cash close")
@click.option("--counted", type=TEXT)
@click.option("--note", "notes", type=TEXT, multiple=True)
@click.option("--explanation", type=TEXT)
@click.option("--print", "printed", is_flag=True)
@start_of
def close(start: Start, counted: str | None, notes: tuple[str, ...], explanation: str | None, printed: bool) -> None:
    """Close the till with what was counted."""
    from communedb.desk.cash import close_cash

    if counted is None and not notes:
        raise Refused(Reason.CASH_COUNT_MISSING)
    total = None if counted is None else parse_dong(counted)
    count = Count(notes=dict(map(_note, notes)), total=total, explanation=explanation)
    with opened(start) as register:
        closed = register.write(close_cash, count)
        slip = _print(register, closed) if printed else None
    paper = {"file": slip and slip.path, "printed": bool(slip and slip.sent.printed), "waits": slip and slip.sent.waits}
    answer(start, _close(closed) | paper, lambda: _closed_told(closed, slip))


def _print(register: Register, close: Close) -> Made:
    from communetui.printing.counter_papers import print_cash_slip

    return print_cash_slip(register, close)


def _note(typed: str) -> tuple[int, int]:
    """`50000x3`: a denomination and how many notes of it."""
    worth, _, pieces = typed.lower().partition("x")
    if not (pieces.strip().isascii() and pieces.strip().isdigit()):
        raise Refused(Reason.CASH_NOTES_UNKNOWN, value=typed)
    return parse_dong(worth), int(pieces)


def _till(till: Till) -> dict[str, Any]:
    return {
        "methods": {method: till.net(method) for method in words().methods},
        "paid": till.paid,
        "refunded": till.refunded,
        "undone": till.undone,
        "exempted": till.exempted,
        "payments": till.payments,
        "refunds": till.refunds,
        "receipts": till.receipts,
    }


def _close(close: Close) -> dict[str, Any]:
    return {
        "id": close.id,
        "from_at": close.from_at,
        "until_at": close.until_at,
        "recorded": close.recorded,
        "counted": close.counted,
        "difference": close.difference,
        "explanation": close.explanation,
        "details": close.details,
    }


def _status_told(found: OpenTill) -> str:
    said, till = words(), found.till
    since = said.since.format(at=moment(found.since)) if found.closed_before else said.since_midnight
    told = [(name, format_dong(till.net(method))) for method, name in said.methods.items()]
    return "\n".join(
        [
            since,
            pairs(told),
            f"{said.payments.format(count=till.payments)}, {said.refunds.format(count=till.refunds)}",
            *(
                said.receipts.format(series=run.series, first=run.first, last=run.last, count=run.count)
                for run in till.receipts
            ),
        ]
    )


def _closed_told(close: Close, slip: Made | None) -> str:
    from communetui.strings.forms import waits_text

    said = counter()
    told = said.closed.format(
        counted=format_dong(close.counted),
        recorded=format_dong(close.recorded),
        difference=format_dong(close.difference),
    )
    if slip is None:
        return told
    paper = said.slip_printed if slip.sent.printed else said.paper_waits
    return f"{told}\n{paper.format(why=waits_text(slip.sent), file=slip.path)}"

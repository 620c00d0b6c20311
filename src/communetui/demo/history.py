"""A year of work written into a register by the desk's own functions, in the order in which it happened."""

from __future__ import annotations

import heapq
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.moment import local
from communedb.journal import pen
from communetui.demo.lives import live

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from communedb.register import Register
    from communedb.transaction import Write
    from communetui.demo.cases import Desk, Life, Turn
    from communetui.demo.plans import Plan

_BATCH = timedelta(days=7)


class SetClock:
    """A register's clock that shows what it is set to."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        """The moment that it shows."""
        return self.moment


class _Waiting(NamedTuple):
    """A turn that is to come, of the life that asked for it; the number keeps equal moments in order."""

    at: datetime
    number: int
    turn: Turn
    life: Life


def write_history(
    register: Register,
    clock: SetClock,
    plans: Sequence[Plan],
    desk: Desk,
    until: datetime,
    progress: Callable[[int, datetime], None],
    others: Sequence[Life] = (),
) -> None:
    """Let every planned dossier, and the other work, live until this moment, a week's work in each transaction.

    The pen goes from hand to hand within a transaction, so each line of the journal carries the officer who did it
    and the moment when it was done. `progress` is told the number of dossiers received, and up to when.
    """
    queue: list[_Waiting] = []
    lives = [(plan.number, live(plan, desk)) for plan in plans]
    # Before the dossiers of the same minute, in the order in which they are given.
    lives += [(place - len(others), life) for place, life in enumerate(others)]
    for number, life in lives:
        turn = next(life, None)
        if turn is not None:
            queue.append(_Waiting(turn.at, number, turn, life))
    heapq.heapify(queue)
    received = sorted(plan.at for plan in plans)
    while queue and queue[0].at <= until:
        clock.moment = queue[0].at
        end = min(local(queue[0].at) + _BATCH, until)
        register.write(_work, queue, end)
        progress(sum(at <= end for at in received), end)


def _work(tx: Write, queue: list[_Waiting], end: datetime) -> None:
    """Take every turn up to `end`; what comes after stays in the queue."""
    while queue and queue[0].at <= end:
        due = heapq.heappop(queue)
        _hand_pen(tx, due.turn)
        answer = due.turn.job(tx)
        try:
            turn = due.life.send(answer)
        except StopIteration:
            continue
        heapq.heappush(queue, _Waiting(turn.at, due.number, turn, due.life))


def _hand_pen(tx: Write, turn: Turn) -> None:
    """The next officer sits down to write, at the moment of the turn."""
    tx.by, tx.now = turn.officer, turn.at
    tx.clock = pen.take(tx.db, turn.officer.officer, turn.at, {})

"""Every report over a year of 20,000 dossiers, and over one of 200,000 to show how it grows.

The floor is one pass over the same dossiers in SQL: their derived rows, read and handed to Python, nothing counted.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from benchmarks.bars import Line, Section
from benchmarks.million import register_of
from benchmarks.other_work import add_other_work
from communedb.domain.moment import local
from communedb.domain.period import of_range
from communedb.reports.figures import Asked
from communedb.reports.named import report
from communedb.reports.names import NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from communedb.domain.period import Period
    from communedb.register import Register

YEAR, LARGE_YEAR = 20_000, 200_000
ROUNDS = 3
BAR = 1_000.0
"""Milliseconds until a report is there to be looked at."""

_PASS: Final = """
SELECT dossier, code, status, received_at, due_at, ended_at, returned_on, field, procedure_code, procedure_name,
  applicant_name, channel, paused, supplements, holder, mark, fee_due, fee_paid, fee_exempt, changed_at
FROM dossier_state WHERE received_at >= ? AND received_at < ? AND voided = 0
"""


def measure(*, quick: bool = False) -> Section:
    """Milliseconds of each report over a year that ended yesterday; `quick` leaves the large year out."""
    found = _times(YEAR, ROUNDS)
    # How it grows shows in one look each.
    beside = {} if quick else _times(LARGE_YEAR, 1)
    floor, large_floor = found.pop("floor"), beside.pop("floor", None)
    lines = [Line("floor: one pass over the year's rows", floor, "ms", note=_grown(floor, large_floor))]
    for name, spent in found.items():
        note = f"{spent / floor:.1f}x the floor"
        lines.append(Line(name, spent, "ms", BAR, ", ".join(filter(None, (note, _grown(spent, beside.get(name)))))))
    return Section(f"Reports over a year of {YEAR:,} dossiers", lines)


def _grown(spent: float, large: float | None) -> str:
    return "" if large is None else f"{large:,.0f} ms with {LARGE_YEAR:,}, {large / spent:.1f}x"


def _times(dossiers: int, rounds: int) -> dict[str, float]:
    with register_of(dossiers, years=1).open() as register:
        add_other_work(register)
        period = _year(register)
        asked = Asked(period, register.now(), register.calendar())
        found = {"floor": _best(lambda: _pass(register, period), rounds)}
        for name in NAMES:
            found[name] = _best(partial(report, register.db, name, asked), rounds)
    return found


def _year(register: Register) -> Period:
    """The year that ended yesterday: a register that was built earlier has its dossiers in the one before it."""
    (newest,) = register.db.conn.execute("SELECT max(received_on) FROM dossier_state").fetchone()
    last = min(datetime.fromisoformat(newest).date(), local(datetime.now(UTC)).date()) - timedelta(days=1)
    return of_range(last - timedelta(days=364), last)


def _pass(register: Register, period: Period) -> None:
    edges = (period.start.strftime("%Y-%m-%dT%H:%M:%SZ"), period.end.strftime("%Y-%m-%dT%H:%M:%SZ"))
    register.db.conn.execute(_PASS, edges).fetchall()


def _best(look: Callable[[], object], rounds: int) -> float:
    """The quickest of some looks, after one that loads what is needed: others at work slow it, nothing speeds it up."""
    look()
    spent = []
    for _ in range(rounds):
        start = time.perf_counter()
        look()
        spent.append((time.perf_counter() - start) * 1_000)
    return min(spent)

"""For which days a report is asked on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.domain.period import Period, PeriodKind, of_range, parse, period_of
from communetui.cli.faults import Problem

if TYPE_CHECKING:
    from datetime import date


def asked_period(today: date, since: date | None, until: date | None, period: str | None, at: date | None) -> Period:
    """From-to, a kind of period and a day in it, or a period's name; this month when nothing is given.

    A day alone after --from lasts until today, before --to it is that day. Refused: PERIOD_REVERSED,
    PERIOD_UNREADABLE; a Problem when two ways are mixed or the kind is unknown.
    """
    if since or until:
        if period or at:
            raise Problem("report_period_twice")
        first = since or until or today
        return of_range(first, until or max(today, first))
    if period is None:
        return period_of(PeriodKind.MONTH, at or today)
    kind = period.strip().lower().replace("-", "_")
    if kind in set(PeriodKind):
        return period_of(PeriodKind(kind), at or today)
    if at is not None or not any(letter.isdigit() for letter in period):
        raise Problem("report_period_kind", kind=period, known=", ".join(PeriodKind))
    return parse(period)

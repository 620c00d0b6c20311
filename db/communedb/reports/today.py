"""The numbers of the day, as Home shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communedb.domain.dossier_filter import DueFilter
from communedb.domain.moment import local
from communedb.stores.dossier_conditions import Condition, due_condition, offered_to, received_from, received_to
from communedb.stores.prints import WAITING_HERE

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.domain.calendar import WorkCalendar
    from communedb.sqlite import Database


@dataclass(frozen=True)
class Today:
    """What came in and went out today, and what presses; voided dossiers are in none of it."""

    received: int
    returned: int
    open: int
    due_soon: int
    overdue: int
    waiting: int
    ready: int
    mine: int
    offered: int
    unprinted: int
    parked: int
    changed_by_others: int


def last_seen(db: Database, officer: str) -> str | None:
    """Until when an officer had seen what happened: the end of the last session; None before the first."""
    found = db.conn.execute("SELECT at FROM last_seen WHERE officer = ?", (officer,)).fetchone()
    return found[0] if found else None


def today(db: Database, officer: str, now: datetime, calendar: WorkCalendar, away_since: str | None = None) -> Today:
    """The day's numbers for one officer, and what others changed since `away_since`.

    Each is counted over an index of open or dated rows, never over all.
    """
    day = local(now).date()
    since, until, waits = received_from(day), received_to(day), offered_to(officer)

    def count(sql: str, *parameters: object) -> int:
        (number,) = db.conn.execute(f"SELECT count(*) FROM {sql}", parameters).fetchone()
        return int(number)

    def still_open(condition: Condition | None = None) -> int:
        # All by one small index, that of the open ones: a status or an officer may have a million others.
        words = f"AND {condition.sql}" if condition else ""
        values = condition.values if condition else ()
        return count(f"dossier_state INDEXED BY dossier_state_open_due WHERE open = 1 {words}", *values)

    def due(kind: DueFilter) -> int:
        return still_open(due_condition(kind, now, calendar))

    return Today(
        received=count(f"dossier_state WHERE {since.sql} AND {until.sql} AND voided = 0", *since.values, *until.values),
        returned=count("dossier_state WHERE returned_on = ? AND voided = 0", day.isoformat()),
        open=still_open(),
        due_soon=due(DueFilter.SOON),
        overdue=due(DueFilter.OVERDUE),
        waiting=due(DueFilter.WAITING),
        ready=still_open(Condition("status", "status = 'result_ready'")),
        mine=still_open(Condition("holder", "holder = ?", (officer,))),
        offered=count(f"dossier_state WHERE {waits.sql} AND voided = 0", *waits.values),
        unprinted=count(f"print WHERE {WAITING_HERE}"),
        parked=count("draft WHERE officer = ?", officer),
        changed_by_others=count("dossier_state WHERE changed_at > ? AND changed_by <> ?", away_since, officer)
        if away_since
        else 0,
    )

"""Promises to which a newer calendar would give another day: listed as work, moved never."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from communedb.domain.deadlines import Promise, affected
from communedb.domain.event import EventKind
from communedb.domain.moment import local, parse_utc
from communedb.domain.projection import project
from communedb.domain.time_limit import TimeLimit
from communedb.sqlite import rows
from communedb.stores.calendar import read_calendar, read_other_calendar
from communedb.stores.dossier_conditions import midnight
from communedb.stores.events import read_events

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from communedb.domain.calendar import WorkCalendar
    from communedb.sqlite import Database


@dataclass(frozen=True)
class AffectedDossier:
    """An open dossier whose date stays as promised, and the moment that the calendar gives now."""

    dossier: str
    code: str
    status: str
    applicant_name: str
    procedure_name: str
    due_at: datetime
    newer_at: datetime
    newer_expected: bool


def affected_now(db: Database) -> list[AffectedDossier]:
    """What every change of this office's own days touches as things stand, the first promised first.

    A promise that was made or extended after the change allows for it and is not listed.
    """
    return affected_by(db, read_other_calendar(db), read_calendar(db))


def affected_by(db: Database, old: WorkCalendar, new: WorkCalendar) -> list[AffectedDossier]:
    """What a change of calendar touches: promises that run over a day on which the two calendars differ.

    A clock that stands still promises no date; its dossier is listed when it goes on.
    """
    days = sorted(day for day in {*old.days, *new.days} if old.days.get(day) != new.days.get(day))
    found = {row["dossier"]: row for row in _running_over(db, days)}
    listed = affected((_promise(db, row) for row in found.values()), old, new)
    return sorted(
        (
            AffectedDossier(
                dossier=one.promise.key,
                code=found[one.promise.key]["code"],
                status=found[one.promise.key]["status"],
                applicant_name=found[one.promise.key]["applicant_name"],
                procedure_name=found[one.promise.key]["procedure_name"],
                due_at=one.promise.due_at,
                newer_at=one.newer.at,
                newer_expected=one.newer.expected,
            )
            for one in listed
        ),
        key=lambda one: (one.due_at, one.code, one.dossier),
    )


# The events that gave a date: reception is one, each resumption or extension is another.
_RUNNING = """
SELECT s.dossier, s.code, s.status, s.applicant_name, s.procedure_name, s.received_at, s.due_at, d.time_limit,
  (SELECT count(*) FROM event AS e WHERE e.dossier = s.dossier AND e.due_at IS NOT NULL) AS dates
FROM dossier_state AS s INDEXED BY dossier_state_open_due CROSS JOIN dossier AS d ON d.id = s.dossier
WHERE s.open = 1 AND s.paused = 0 AND s.ended_at IS NULL AND s.due_at >= ? AND s.received_at < ?
"""


def _running_over(db: Database, days: list[date]) -> Iterator[dict[str, Any]]:
    """The open dossiers between whose reception and date one of these days lies; read by the index of open ones."""
    if not days:
        return
    until = days[-1] + timedelta(days=1)
    for row in rows(db, _RUNNING, (midnight(days[0]), midnight(until))):
        first, last = local(parse_utc(row["received_at"])).date(), local(parse_utc(row["due_at"])).date()
        if any(first <= day <= last for day in days):
            yield row


def _promise(db: Database, row: dict[str, Any]) -> Promise:
    """What was promised: as reckoned at reception and with the pauses since, or a date that an officer set."""
    received, due_at = parse_utc(row["received_at"]), parse_utc(row["due_at"])
    limit = TimeLimit.model_validate_json(row["time_limit"]) if row["time_limit"] else None
    if row["dates"] <= 1:
        return Promise(row["dossier"], due_at, received, limit)
    events = read_events(db, row["dossier"])
    gone = {event.takes_back for event in events}
    if any(event.kind is EventKind.EXTENDED and event.id not in gone for event in events):
        return Promise(row["dossier"], due_at, received, None)
    waits = project(events).pauses
    return Promise(row["dossier"], due_at, received, limit, tuple((w.start, w.end) for w in waits if w.end is not None))

"""The life of a dossier that a file tells: its moments, its promise, and the events that lead to its status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communedb.domain.deadlines import due
from communedb.domain.event import EventKind
from communedb.domain.moment import local
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import fold
from communedb.stores.calendar import read_calendar
from communedb.stores.events import add_event
from communedb.stores.officers import read_officers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from communedb.domain.imported import Imported, Stamp
    from communedb.domain.status import Status
    from communedb.domain.time_limit import TimeLimit
    from communedb.sqlite import Database
    from communedb.transaction import Write

K = EventKind

_BY_END: Final = frozenset({K.DECIDED, K.RESULT_READY, K.REFUSED, K.WITHDRAWN, K.STOPPED})
_NEEDS_REASON: Final = frozenset({K.SUPPLEMENT_REQUESTED, K.REFUSED, K.WITHDRAWN, K.STOPPED})
_STOPS_CLOCK: Final = frozenset({K.SUPPLEMENT_REQUESTED, K.FEE_REQUESTED})
_WAITS: Final = _STOPS_CLOCK | {K.AGENCY_ASKED}


class Course:
    """A row with what its moments mean at this desk."""

    def __init__(self, tx: Write, row: Imported, file: str, reason: str) -> None:
        self.tx, self.row, self.file, self.reason = tx, row, file, reason
        for column, stamp in (("ended", row.ended), ("returned", row.returned)):
            if stamp is not None and stamp.day > tx.today:
                raise Refused(Reason.IMPORT_DATE_IN_FUTURE, column=column, day=stamp.day)

    def received(self) -> datetime:
        """When the dossier was received; a day without a time began with the first session."""
        stamp = self.row.received
        if stamp is None:
            raise Refused(Reason.IMPORT_FACT_MISSING, column="received")
        at = self.at(stamp)
        if at > self.tx.now and (stamp.clock is not None or stamp.day > self.tx.today):
            raise Refused(Reason.IMPORT_DATE_IN_FUTURE, column="received", day=stamp.day)
        return min(at, self.tx.now)

    def at(self, stamp: Stamp) -> datetime:
        """The instant of a stamp."""
        return stamp.at(self.tx.known(read_calendar).sessions[0].start)

    def holder(self) -> str:
        """The officer whom the file names, if exactly one at work here bears the name; else who brings the file."""
        return self.tx.known(_by_name).get(fold(self.row.officer), self.tx.by.officer)


def take_steps(
    course: Course, dossier: str, steps: Sequence[EventKind], told: Status, *, since: datetime, undated: datetime
) -> None:
    """Write these events; the last one keeps which status the file told.

    None lies before `since`. `undated` is when a step was taken of which the file tells no day; a wait is seen now.
    """
    for place, kind in enumerate(steps, start=1):
        details: dict[str, Any] = {"imported": course.file}
        if kind in _STOPS_CLOCK:
            details["pauses"] = True
        if kind is K.FEE_REQUESTED:
            details["amount"] = course.row.fee or 0
        if kind is K.FEE_PAID:
            # It was paid somewhere else: nothing came into a till of this desk.
            details["amount"] = 0
        if place == len(steps):
            details["told"] = told.value
        add_event(
            course.tx, dossier, kind,
            happened_at=_when(course, kind, since, undated),
            details=details,
            to_officer=course.holder() if kind is K.HANDED_OVER else None,
            reason=str(course.row.facts.get("note") or course.reason) if kind in _NEEDS_REASON else None,
        )  # fmt: skip


def _when(course: Course, kind: EventKind, since: datetime, undated: datetime) -> datetime:
    row, now = course.row, course.tx.now
    end = row.end
    ended = max(course.at(end), since) if end is not None else None
    if kind is K.RETURNED and row.returned is not None:
        return min(max(course.at(row.returned), ended or since), now)
    if kind in _WAITS:
        return now
    if kind in _BY_END or kind is K.RETURNED:
        return min(ended or now, now)
    return min(max(undated, since), ended or now, now)


def promise_of(
    tx: Write, row: Imported, received: datetime | None, limit: TimeLimit | None
) -> tuple[datetime, bool] | None:
    """The promise that the file tells, as (instant, expected), else the one that the time limit gives.

    A promise over days of which the calendar knows no holidays, all of them gone by, is not reckoned afterwards.
    """
    calendar = tx.known(read_calendar)
    if row.due is not None:
        day = row.due.day
        at = row.due.at(calendar.sessions[-1].end)
        return at, day > tx.today and not calendar.is_announced(day)
    if received is None or limit is None:
        return None
    reckoned = due(received, limit, calendar)
    if reckoned.expected and local(reckoned.at).date() <= tx.today:
        return None
    return reckoned.at, reckoned.expected


def _by_name(db: Database) -> dict[str, str]:
    """Officers at work by name; a name that two of them bear tells nobody."""
    officers = read_officers(db)
    names = [fold(officer.name) for officer in officers]
    return {name: officer.id for name, officer in zip(names, officers, strict=True) if names.count(name) == 1}

"""What Decision 766 asks of each dossier of a period: handled in time, its files, how it was paid, how long it took.

Each is one query over the dossiers of the period, by index, whatever else the register holds.
"""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from communedb.domain.indicators import handled_in_time
from communedb.domain.moment import local, parse_utc, utc_text
from communedb.domain.status import Status
from communedb.domain.work_clock import MINUTES_A_DAY, WorkClock
from communedb.reports.caseload import seen_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from communedb.reports.caseload import Case
    from communedb.reports.figures import Asked
    from communedb.sqlite import Database

WITH_RESULT: Final = frozenset({Status.RESULT_READY, Status.RETURNED})
"""Dossiers of which there is a result."""


def in_time(db: Database, asked: Asked, cases: Sequence[Case]) -> set[str]:
    """The dossiers that count as handled in time, or as open and inside their due time."""
    waiting = [case.dossier for case in cases if case.status is Status.SUPPLEMENT_AWAITED]
    asked_for = _supplement_asked(db, waiting, asked.period.end)
    at = seen_at(asked)
    return {
        case.dossier
        for case in cases
        if handled_in_time(
            case.due_at, case.ended_at, at, supplements=case.supplements,
            supplement_asked_at=asked_for.get(case.dossier), paused=case.paused,
        )
    }  # fmt: skip


def with_files(db: Database, keys: Iterable[str], end: datetime) -> tuple[set[str], set[str]]:
    """Those of the dossiers with a scanned paper, and those with a file of the result, attached before `end`."""
    scanned: set[str] = set()
    results: set[str] = set()
    for subject, kind in db.conn.execute(_FILES, {"keys": _listed(keys), "end": utc_text(end)}).fetchall():
        (results if kind == "result" else scanned).add(subject)
    return scanned, results


def paid_by(db: Database, keys: Iterable[str], end: datetime) -> dict[str, set[str]]:
    """By dossier the ways in which fees were paid before `end`; what was taken back does not count."""
    ways: dict[str, set[str]] = {}
    for dossier, way in db.conn.execute(_PAYMENTS, {"keys": _listed(keys), "end": utc_text(end)}).fetchall():
        ways.setdefault(dossier, set()).add(way)
    return ways


def complained_of(db: Database, keys: Iterable[str], end: datetime) -> set[str]:
    """Those of the dossiers about which feedback was received before `end`; void feedback does not count."""
    found = db.conn.execute(_COMPLAINTS, {"keys": _listed(keys), "end": utc_text(end)})
    return {subject for (subject,) in found}


def average_days(db: Database, asked: Asked, cases: Sequence[Case]) -> float | None:
    """Working days from reception to the end that counts, without pauses, on average; None when nothing ended."""
    ended = [(case, case.ended_at) for case in cases if case.ended_at is not None]
    if not ended:
        return None
    first, last = min(case.received_at for case, _ in ended), max(end for _, end in ended)
    clock = WorkClock(asked.calendar, local(first).date(), local(last).date())
    pauses = _pauses(db, [case.dossier for case, _ in ended], asked.period.end)
    minutes = 0
    for case, end in ended:
        stood = sum(clock.minutes(one.start, one.end or end) for one in pauses.get(case.dossier, ()))
        minutes += clock.minutes(case.received_at, end) - stood
    return minutes / MINUTES_A_DAY / len(ended)


def _supplement_asked(db: Database, keys: Iterable[str], end: datetime) -> dict[str, datetime]:
    """When the supplement was asked for that a dossier waits for."""
    found = db.conn.execute(_ASKED, {"keys": _listed(keys), "end": utc_text(end)})
    return {dossier: parse_utc(at) for dossier, at in found}


def _pauses(db: Database, keys: Iterable[str], end: datetime) -> dict[str, list[Pause]]:
    """When the clocks of those dossiers stood still; rows as they lie, without the model of an event."""
    found = db.conn.execute(_WAITS, {"keys": _listed(keys), "end": utc_text(end)}).fetchall()
    return {dossier: list(_stood(rows)) for dossier, rows in groupby(found, lambda row: row[0])}


def _stood(rows: Iterable[tuple[str, str, str, bool]]) -> Iterator[Pause]:
    """The waits among the steps of one dossier, each to what ends it or to the end of the dossier."""
    since: tuple[str, str] | None = None
    for _, kind, at, pauses in rows:
        if since is None and pauses and kind in _ENDS:
            since = (kind, at)
        elif since is not None and (kind in _ENDS[since[0]] or kind in _OVER):
            yield Pause(parse_utc(since[1]), parse_utc(at))
            since = None
    if since is not None:
        yield Pause(parse_utc(since[1]), None)


class Pause(NamedTuple):
    """A time for which a clock stood still; no end while it lasts."""

    start: datetime
    end: datetime | None


_ENDS: Final = {
    "supplement_requested": frozenset({"supplement_received"}),
    "fee_requested": frozenset({"fee_paid", "fee_exempted"}),
    "agency_asked": frozenset({"agency_answered"}),
}
"""What each wait waits for."""

_OVER: Final = frozenset({"refused", "withdrawn", "stopped"})


def _listed(keys: Iterable[str]) -> str:
    return json.dumps(list(keys))


# The dossiers come first and each is looked up: `CROSS JOIN` keeps that order.
_EVENTS: Final = "FROM json_each(:keys) AS k CROSS JOIN event AS e INDEXED BY event_dossier ON e.dossier = k.value"
_NOT_TAKEN_BACK: Final = """NOT EXISTS (
  SELECT 1 FROM event AS t WHERE t.dossier = e.dossier AND t.kind = 'taken_back' AND t.takes_back = e.id
)"""
_FILES: Final = """
SELECT DISTINCT a.subject, a.kind FROM json_each(:keys) AS k CROSS JOIN attachment AS a ON a.subject = k.value
WHERE a.active = 1 AND a.added_at < :end
"""
_PAYMENTS: Final = f"""
SELECT DISTINCT e.dossier, coalesce(CASE WHEN json_valid(e.details) THEN e.details ->> 'method' END, '') {_EVENTS}
WHERE e.kind = 'fee_paid' AND e.happened_at < :end AND {_NOT_TAKEN_BACK}
"""
# The words of the partial index `event_waiting`: SQLite uses it only for these.
_WAITING: Final = """
FROM json_each(:keys) AS k CROSS JOIN event AS e INDEXED BY event_waiting ON e.dossier = k.value
WHERE e.kind IN ('supplement_requested', 'fee_requested', 'agency_asked') AND e.happened_at < :end
"""
_ASKED: Final = f"""
SELECT e.dossier, max(e.happened_at) {_WAITING} AND e.kind = 'supplement_requested' AND {_NOT_TAKEN_BACK}
GROUP BY e.dossier
"""
_WAITS: Final = f"""
SELECT e.dossier, e.kind, e.happened_at, CASE WHEN json_valid(e.details) THEN e.details ->> 'pauses' END
FROM (SELECT DISTINCT e.dossier {_WAITING}) AS w CROSS JOIN event AS e INDEXED BY event_dossier ON e.dossier = w.dossier
WHERE e.happened_at < :end AND {_NOT_TAKEN_BACK}
ORDER BY e.dossier, e.clock, e.place, e.id
"""
_COMPLAINTS: Final = """
SELECT DISTINCT f.subject FROM json_each(:keys) AS k CROSS JOIN feedback AS f ON f.subject = k.value
WHERE f.category = 'feedback' AND f.received_at < :end
  AND NOT EXISTS (SELECT 1 FROM feedback_state AS s WHERE s.feedback = f.id AND s.voided = 1)
"""

"""Every commune of a province side by side, for a period: what came in, what went out, what is late, who is silent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from communedb.domain.moment import VIETNAM, parse_utc, utc_text
from communedb.domain.refusal import Reason, Refused
from communedb.sqlite import rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from communedb.sqlite import Database


@dataclass(frozen=True)
class Commune:
    """One commune; void dossiers count nowhere.

    `resolved` were ended in the period, `resolved_late` those of them after their due date; `in_progress` and `overdue`
    are as at the end of the period, or now. `last_contact` is when anything was heard of it, None for never.
    `on_time` is the share (0 to 1) of what was or should have been resolved that was so in time, None when nothing was;
    `rank` is the place by it among the communes that have one, 1 the best.
    """

    unit: str
    name: str
    received: int
    resolved: int
    resolved_late: int
    in_progress: int
    overdue: int
    last_contact: datetime | None
    silent: bool
    on_time: float | None = None
    rank: int | None = None


def by_commune(
    db: Database, since: date, until: date, now: datetime, *, silent_since: datetime, contacts: Mapping[str, str]
) -> list[Commune]:
    """The communes of this register's province: the silent ones first, longest silence first, then by rank.

    `since` and `until` are local dates, both counted; `contacts` has the last contact of a unit, in UTC, beyond what
    its lines tell; silent is who was not heard of since `silent_since`. Refused: PERIOD_REVERSED.
    """
    if until < since:
        raise Refused(Reason.PERIOD_REVERSED)
    end = _midnight(until + timedelta(days=1))
    period = {"start": utc_text(_midnight(since)), "end": utc_text(end), "at": utc_text(min(now, end))}
    found = [_commune(row, silent_since, contacts) for row in rows(db, _COMMUNES, period)]
    return sorted(_ranked(found), key=_order)


def totals(communes: list[Commune]) -> dict[str, int]:
    """The sums over all communes."""
    names = ("received", "resolved", "resolved_late", "in_progress", "overdue")
    return {name: sum(getattr(commune, name) for commune in communes) for name in names}


# `CROSS JOIN` keeps the order: the states are walked through once, each with its dossier beside it.
_COMMUNES = """
WITH counted AS (
  SELECT d.scope AS unit,
    sum(s.received_at >= :start AND s.received_at < :end) AS received,
    sum(ifnull(s.ended_at >= :start AND s.ended_at < :end, 0)) AS resolved,
    sum(ifnull(s.ended_at >= :start AND s.ended_at < :end AND s.ended_at > s.due_at, 0)) AS resolved_late,
    sum(s.received_at < :end AND ifnull(s.ended_at >= :end, 1)) AS in_progress,
    sum(s.received_at < :end AND ifnull(s.ended_at >= :end, 1) AND s.paused = 0 AND ifnull(s.due_at < :at, 0))
      AS overdue
  FROM dossier_state AS s CROSS JOIN dossier AS d ON d.id = s.dossier
  WHERE s.voided = 0
  GROUP BY d.scope
)
SELECT u.code AS unit, u.name, ifnull(received, 0) AS received, ifnull(resolved, 0) AS resolved,
  ifnull(resolved_late, 0) AS resolved_late, ifnull(in_progress, 0) AS in_progress, ifnull(overdue, 0) AS overdue,
  (SELECT max(h.at) FROM journal_head AS h WHERE h.scope = u.code) AS heard_at
FROM unit AS u LEFT JOIN counted AS c ON c.unit = u.code
WHERE u.province = (SELECT unit FROM installation) AND u.kind <> 'province'
"""


def _commune(row: dict[str, object], silent_since: datetime, contacts: Mapping[str, str]) -> Commune:
    unit, heard = str(row["unit"]), str(row.pop("heard_at") or "")
    last = max(heard, contacts.get(unit, ""))
    contact = parse_utc(last) if last else None
    return Commune(**row, last_contact=contact, silent=contact is None or contact < silent_since)  # type: ignore[arg-type]


def _ranked(communes: list[Commune]) -> list[Commune]:
    from dataclasses import replace

    shares = [replace(each, on_time=_share(each)) for each in communes]
    best = sorted((each.on_time for each in shares if each.on_time is not None), reverse=True)
    return [replace(e, rank=None if e.on_time is None else best.index(e.on_time) + 1) for e in shares]


def _share(commune: Commune) -> float | None:
    """What was not resolved and is overdue counts as not in time."""
    due = commune.resolved + commune.overdue
    return None if due == 0 else round((commune.resolved - commune.resolved_late) / due, 4)


def _order(commune: Commune) -> tuple[bool, str, int, int, str]:
    silence = utc_text(commune.last_contact) if commune.silent and commune.last_contact else ""
    return (not commune.silent, silence, commune.rank or 10_000, -commune.received, commune.unit)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM)

"""Whom a closed day concerns: open promises that come later by the calendar of now, how to reach whom, who was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from communedb.domain.batch import CLOSED_DAY
from communedb.domain.calendar import DayKind
from communedb.domain.moment import local
from communedb.reports.affected import affected_now
from communedb.sqlite import rows
from communedb.stores.calendar import own_days
from communedb.stores.units import unit_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from communedb.sqlite import Database

_LOOKED_BACK: Final = timedelta(days=60)


@dataclass(frozen=True)
class NoticeDue:
    """A citizen to be told; `told_at` is when a note said so last (UTC text), None before."""

    dossier: str
    code: str
    applicant: str
    address: str
    phone: str
    submitter: str
    submitter_phone: str
    procedure: str
    due_at: datetime
    newer_at: datetime
    told_at: str | None


_REACH = """
SELECT d.applicant_address AS address, d.applicant_unit AS unit, d.applicant_phone AS phone,
  d.submitter_name AS submitter, d.submitter_phone,
  (SELECT max(e.happened_at) FROM event AS e WHERE e.dossier = d.id AND e.kind = 'noted'
    AND json_extract(e.details, '$.batch') LIKE ?) AS told_at
FROM dossier AS d WHERE d.id = ?
"""


def notices_due(db: Database) -> list[NoticeDue]:
    """Those whose result comes on a later day than promised, the first promised first."""
    found = []
    for one in affected_now(db):
        if local(one.newer_at).date() <= local(one.due_at).date():
            continue
        (reach,) = rows(db, _REACH, (f"{CLOSED_DAY}:%", one.dossier))
        address = ", ".join(part for part in (reach["address"], unit_name(db, reach["unit"])) if part)
        found.append(
            NoticeDue(
                dossier=one.dossier,
                code=one.code,
                applicant=one.applicant_name,
                address=address,
                phone=reach["phone"] or "",
                submitter=reach["submitter"] or "",
                submitter_phone=reach["submitter_phone"] or "",
                procedure=one.procedure_name,
                due_at=one.due_at,
                newer_at=one.newer_at,
                told_at=reach["told_at"],
            )
        )
    return found


def closed_days(db: Database, due: Sequence[NoticeDue]) -> list[tuple[date, str]]:
    """The days that this office closed and that may be why, with the reason given, the first one first."""
    if not due:
        return []
    last = max(local(one.newer_at).date() for one in due)
    first = min(local(one.due_at).date() for one in due) - _LOOKED_BACK
    days = [(date.fromisoformat(row["day"]), str(row["name"])) for row in own_days(db) if row["kind"] == DayKind.CLOSED]
    return sorted((day, name) for day, name in days if first <= day <= last)

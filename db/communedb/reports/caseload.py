"""The dossiers of a period, each as it stood at the period's end: what every report of dossiers counts.

What happened by then counts, whenever it was entered; a step that was taken back and a dossier that was voided never
count, whenever that was noticed.
"""

from __future__ import annotations

from datetime import date, datetime
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from communedb.domain.due_state import DueState, due_state
from communedb.domain.event import EventKind
from communedb.domain.moment import local, parse_utc, utc_text
from communedb.domain.projection import project
from communedb.domain.status import Status
from communedb.stores.events import read_events

if TYPE_CHECKING:
    from communedb.domain.projection import State
    from communedb.reports.figures import Asked
    from communedb.sqlite import Database


class Case(NamedTuple):
    """A dossier as at the end of a period; `ended_at` is the end that counts for the promise (see `projection`).

    `unit` is the scope in which it lies. Places are a unit's code, or as they were typed. Money in đồng; `fee_due` is
    None where no fee is known.
    """

    dossier: str
    code: str
    unit: str
    status: Status
    received_at: datetime
    due_at: datetime | None
    ended_at: datetime | None
    returned_on: date | None
    field: str
    procedure_code: str
    procedure_name: str
    applicant_name: str
    channel: str
    paused: bool
    supplements: int
    holder: str
    mark: str
    fee_due: int | None
    fee_paid: int
    fee_exempt: int
    reception_place: str
    competent_agency: str
    applicant_unit: str | None
    sets: int
    return_method: str


def caseload(db: Database, asked: Asked) -> list[Case]:
    """Every dossier received before the period's end and not ended before its start, by reception; no voided ones.

    Rows of `dossier_state` to which nothing happened since the period's end stand as they are; the others are projected
    again from what had happened by then.
    """
    start, end = utc_text(asked.period.start), utc_text(asked.period.end)
    cursor = db.conn.execute(_CANDIDATES, {"start": start, "end": end, "unit": asked.unit})
    first, last = asked.period.start, asked.period.end
    found = []
    for row in sorted(cursor.fetchall(), key=_BY_RECEPTION):
        case = _as_kept(row) if row[-1] < end else _as_it_was(db, row, last)
        if case.ended_at is None or case.ended_at >= first:
            found.append(case)
    return found


def seen_at(asked: Asked) -> datetime:
    """The instant as at which a period is told: its end, or now while it lasts."""
    return min(asked.now, asked.period.end)


def is_received(case: Case, asked: Asked) -> bool:
    """Whether it came in within the period."""
    return case.received_at >= asked.period.start


def is_carried(case: Case, asked: Asked) -> bool:
    """Whether it was there before the period began."""
    return case.received_at < asked.period.start


def is_resolved(case: Case, asked: Asked) -> bool:
    """Whether its handling ended within the period; what ended later or not at all is in progress."""
    return case.ended_at is not None and case.ended_at < asked.period.end


def kept_promise(case: Case, asked: Asked) -> DueState:
    """How it stands against its due date as at the period's end; without a due date, NONE."""
    return due_state(case.due_at, seen_at(asked), asked.calendar, case.ended_at, paused=case.paused)


# The open ones, and those to which anything happened since the start: both by index, however large the register. A
# dossier of which no reception has arrived yet is not open, and is counted all the same. What came in after a period
# long past is passed over within the index. No dossier is in two of the three.
# They are read in the order in which they lie: each page is then deciphered once.
_CANDIDATES: Final = """
WITH candidate AS MATERIALIZED (
  SELECT place FROM dossier_state INDEXED BY dossier_state_open_due WHERE open = 1
  UNION ALL SELECT place FROM dossier_state INDEXED BY dossier_state_changed
    WHERE changed_at >= :start AND received_at < :end AND voided = 0 AND open = 0 AND status <> 'draft'
  UNION ALL SELECT place FROM dossier_state INDEXED BY dossier_state_status WHERE status = 'draft'
  ORDER BY place
)
SELECT s.dossier, s.code, d.scope, s.status, s.received_at, s.due_at, s.ended_at, s.returned_on, s.field,
  s.procedure_code, s.procedure_name, s.applicant_name, s.channel, s.paused, s.supplements, s.holder, s.mark,
  s.fee_due, s.fee_paid, s.fee_exempt, d.reception_place, d.competent_agency, d.applicant_unit,
  d.sets, d.return_method, s.place, s.changed_at
FROM candidate CROSS JOIN dossier_state AS s ON s.place = candidate.place CROSS JOIN dossier AS d ON d.id = s.dossier
WHERE s.received_at < :end AND s.voided = 0 AND (:unit IS NULL OR d.scope = :unit)
"""

_BY_RECEPTION: Final = itemgetter(4, -2)
"""Reception, then place."""

# What mends an earlier step, whenever it was noticed.
_MENDING: Final = frozenset({EventKind.TAKEN_BACK, EventKind.VOIDED})


def _as_kept(row: tuple[Any, ...]) -> Case:
    dossier, code, unit, status, received_at, due_at, ended_at, returned_on, field, procedure, *rest, _, _ = row
    name, applicant, channel, paused, *others = rest
    return Case(
        dossier, code, unit, _STATUS[status], parse_utc(received_at),
        parse_utc(due_at) if due_at else None,
        parse_utc(ended_at) if ended_at else None,
        date.fromisoformat(returned_on) if returned_on else None,
        field, procedure, name, applicant, channel, paused == 1, *others,
    )  # fmt: skip


# A look-up is a third of what asking the class costs, twenty thousand times.
_STATUS: Final = {status.value: status for status in Status}


def _as_it_was(db: Database, row: tuple[Any, ...], end: datetime) -> Case:
    """The same dossier by what had happened before `end`."""
    case = _as_kept(row)
    state = state_at(db, case.dossier, end)
    return case._replace(
        status=state.status,
        due_at=state.due_at,
        ended_at=state.ended_at,
        returned_on=local(state.returned_at).date() if state.returned_at else None,
        paused=state.paused,
        supplements=state.supplements,
        holder=state.holder,
        mark=state.mark,
        fee_paid=state.fee_paid,
        fee_exempt=state.fee_exempt,
    )


def state_at(db: Database, dossier: str, end: datetime) -> State:
    """What the events of a dossier that happened before `end` add up to, without what was taken back since."""
    events = read_events(db, dossier)
    return project(one for one in events if one.happened_at < end or one.kind in _MENDING)

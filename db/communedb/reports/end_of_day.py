"""What a day came to, and what the evening leaves to do: asked of open and dated rows only, however large the register.

Money is what was entered today, by method; what was taken back or belongs to a void dossier does not count.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from communedb.domain.moment import VIETNAM, local, utc_text
from communedb.journal import clock
from communedb.sqlite import rows
from communedb.stores.backups import LastBackup, changes_in_all, last_backup
from communedb.stores.dossier_conditions import received_from, received_to
from communedb.stores.prints import WAITING_HERE

if TYPE_CHECKING:
    from datetime import date

    from communedb.domain.calendar import WorkCalendar
    from communedb.sqlite import Database

LONGEST: Final = 1_000
"""Lines that a list of the evening has at most."""

UNSTATED: Final = "unstated"
"""The method of a payment that nobody named."""


@dataclass(frozen=True)
class Money:
    """What one method brought today, in đồng: paid, paid back, and by how many payments."""

    method: str
    paid: int
    refunded: int
    payments: int

    @property
    def net(self) -> int:
        """What is left."""
        return self.paid - self.refunded


@dataclass(frozen=True)
class Waiting:
    """An open dossier of a list of the evening, and whom to call: the applicant, or who handed in.

    `since` is when the result lay ready, `due_at` when it was promised; either may be missing.
    """

    dossier: str
    code: str
    applicant: str
    phone: str
    submitter: str
    submitter_phone: str
    procedure: str
    status: str
    since: str | None
    due_at: str | None


@dataclass(frozen=True)
class EndOfDay:
    """The day's numbers and lists.

    `changes` are lines of the journal, `unsent` those that nobody else has, as far as the exchange knows.
    """

    day: date
    received: int
    returned: int
    money: tuple[Money, ...]
    exempted: int
    pressing: int
    unprinted: int
    uncollected: tuple[Waiting, ...]
    next_day: date
    due_next: tuple[Waiting, ...]
    changes: int
    last_backup: LastBackup | None
    unsent: int | None = None


def end_of_day(db: Database, now: datetime, calendar: WorkCalendar) -> EndOfDay:
    """The evening of the day of `now`.

    `pressing` counts what was promised until tonight and is not done; `uncollected` are results that lay ready before
    today; `due_next` is what is promised until the end of the next working day.
    """
    day = local(now).date()
    next_day = calendar.next_working_day(day)
    tomorrow = _midnight(day + timedelta(days=1))
    since, until = received_from(day), received_to(day)

    def count(sql: str, *values: object) -> int:
        (number,) = db.conn.execute(f"SELECT count(*) FROM {sql}", values).fetchone()
        return int(number)

    money, exempted = _money(db, day, now)
    return EndOfDay(
        day=day,
        received=count(f"dossier_state WHERE {since.sql} AND {until.sql} AND voided = 0", *since.values, *until.values),
        returned=count("dossier_state WHERE returned_on = ? AND voided = 0", day.isoformat()),
        money=money,
        exempted=exempted,
        pressing=count(f"{_OPEN} AND {_LIVE} AND due_at < ?", tomorrow),
        unprinted=count(f"print WHERE {WAITING_HERE}"),
        uncollected=_waiting(db, "s.status = 'result_ready' AND s.ended_at < ?", "s.ended_at", _midnight(day)),
        next_day=next_day,
        due_next=_waiting(
            db, f"{_LIVE} AND s.due_at >= ? AND s.due_at < ?", "s.due_at",
            tomorrow, _midnight(next_day + timedelta(days=1)),
        ),
        changes=changes_in_all(db),
        last_backup=last_backup(db),
    )  # fmt: skip


# All by one small index, that of the open ones.
_OPEN: Final = "dossier_state AS s INDEXED BY dossier_state_open_due WHERE s.open = 1"
_LIVE: Final = "s.paused = 0 AND s.ended_at IS NULL"


def _waiting(db: Database, condition: str, order: str, *values: str) -> tuple[Waiting, ...]:
    found = rows(
        db,
        "SELECT s.dossier, s.code, s.applicant_name AS applicant, d.applicant_phone AS phone,"
        " d.submitter_name AS submitter, d.submitter_phone, s.procedure_name AS procedure, s.status,"
        " s.ended_at AS since, s.due_at"
        " FROM dossier_state AS s INDEXED BY dossier_state_open_due CROSS JOIN dossier AS d ON d.id = s.dossier"
        f" WHERE s.open = 1 AND {condition} ORDER BY {order}, s.place LIMIT {LONGEST}",
        values,
    )
    texts = ("phone", "submitter", "submitter_phone")
    return tuple(Waiting(**row | {name: row[name] or "" for name in texts}) for row in found)


# The words of the partial index `event_money`: SQLite uses it only for these.
_MONEY = """
SELECT e.kind, coalesce(json_extract(e.details, '$.method'), ?) AS method,
  sum(coalesce(json_extract(e.details, '$.amount'), 0)) AS amount, count(*) AS number
FROM event AS e INDEXED BY event_money
WHERE e.officer IN (SELECT id FROM officer) AND e.clock >= ? AND e.clock <= ?
  AND e.kind IN ('fee_paid', 'fee_exempted', 'fee_refunded')
  AND NOT EXISTS (
    SELECT 1 FROM event AS t WHERE t.dossier = e.dossier AND t.kind = 'taken_back' AND t.takes_back = e.id
  )
  AND NOT EXISTS (SELECT 1 FROM dossier_state AS s WHERE s.dossier = e.dossier AND s.voided = 1)
GROUP BY 1, 2 ORDER BY 2
"""


def _money(db: Database, day: date, now: datetime) -> tuple[tuple[Money, ...], int]:
    """What each method brought, and what was let off."""
    start = clock.of(datetime.combine(day, time(), VIETNAM))
    # Several transactions of one instant count on from it.
    end = clock.of(now + timedelta(seconds=1))
    paid: dict[str, tuple[int, int]] = {}
    refunded: dict[str, int] = {}
    exempted = 0
    for kind, method, amount, number in db.conn.execute(_MONEY, (UNSTATED, start, end)):
        if kind == "fee_paid":
            paid[method] = (int(amount), int(number))
        elif kind == "fee_refunded":
            refunded[method] = int(amount)
        else:
            exempted += int(amount)
    methods = sorted({*paid, *refunded})
    told = tuple(
        Money(name, paid.get(name, (0, 0))[0], refunded.get(name, 0), paid.get(name, (0, 0))[1]) for name in methods
    )
    return told, exempted


def _midnight(day: date) -> str:
    return utc_text(datetime.combine(day, time(), VIETNAM))

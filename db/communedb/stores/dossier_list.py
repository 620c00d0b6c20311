"""Lists of dossiers, a page at a time by key: as quick at a million rows as at a thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from communedb.domain.deadlines import due_soon_until
from communedb.domain.dossier_filter import DossierFilter, DueFilter, Sort
from communedb.domain.moment import local, utc_text
from communedb.domain.status import WITH_CITIZEN
from communedb.stores.search import match_words

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.domain.calendar import WorkCalendar
    from communedb.sqlite import Database

MOST_FOUND = 500
"""So many matches of a typed text are looked at, the latest entered first; whoever finds more types another letter."""


class PageKey(NamedTuple):
    """Where a row stands in a list: its value in the order, and its place."""

    value: str
    place: int


class DossierRow(NamedTuple):
    """One line of a list of dossiers; times as the register keeps them."""

    place: int
    dossier: str
    code: str
    status: str
    voided: int
    open: int
    paused: int
    received_at: str
    due_at: str | None
    due_order: str
    due_expected: int
    ended_at: str | None
    changed_at: str
    supplements: int
    holder: str
    channel: str
    field: str
    procedure_code: str
    procedure_name: str
    applicant_name: str
    applicant_key: str


_ORDER = {
    Sort.RECEIVED: "received_at",
    Sort.DUE: "due_order",
    Sort.CODE: "code",
    Sort.NAME: "applicant_key",
    Sort.CHANGED: "changed_at",
}


class DossierList:
    """The dossiers that a filter shows at a moment; reads through a function that gives this thread's connection."""

    def __init__(self, wanted: DossierFilter, now: datetime, calendar: WorkCalendar) -> None:
        self.wanted = wanted
        self._column = _ORDER[wanted.sort]
        self._words = match_words(wanted.text)
        self._conditions, self._parameters = _conditions(wanted, now, calendar)

    def key(self, row: DossierRow) -> PageKey:
        """Where a row stands in this list."""
        return PageKey(getattr(row, self._column), row.place)

    def page(
        self,
        db: Database,
        limit: int,
        *,
        after: PageKey | None = None,
        before: PageKey | None = None,
        last: bool = False,
    ) -> list[DossierRow]:
        """Up to `limit` rows from the start, after or before a key, or the `last` ones; in the order of the list."""
        conditions, parameters = self._narrowed()
        backwards = last or before is not None
        falling = self.wanted.descending is not backwards
        mark = before or after
        if mark is not None:
            conditions.append(f"({self._column}, place) {'<' if falling else '>'} (?, ?)")
            parameters += mark
        order = "DESC" if falling else "ASC"
        # The text narrows first: the unary plus keeps the planner from walking the whole order instead.
        plus = "+" if self._words else ""
        cursor = db.conn.execute(
            f"SELECT {', '.join(DossierRow._fields)} FROM dossier_state {_where(conditions)}"
            f" ORDER BY {plus}{self._column} {order}, {plus}place {order} LIMIT ?",
            (*parameters, limit),
        )
        found = [DossierRow._make(row) for row in cursor]
        return found[::-1] if backwards else found

    def count(self, db: Database) -> int:
        """How many rows there are; for a typed text at most MOST_FOUND."""
        conditions, parameters = self._narrowed()
        (number,) = db.conn.execute(f"SELECT count(*) FROM dossier_state {_where(conditions)}", parameters).fetchone()
        return int(number)

    def _narrowed(self) -> tuple[list[str], list[Any]]:
        """The conditions with their values, the typed text first."""
        if not self._words:
            return list(self._conditions), list(self._parameters)
        found = f"SELECT rowid FROM dossier_search WHERE dossier_search MATCH ? ORDER BY rowid DESC LIMIT {MOST_FOUND}"
        return [f"place IN ({found})", *self._conditions], [self._words, *self._parameters]


def _where(conditions: list[str]) -> str:
    return f"WHERE {' AND '.join(conditions)}" if conditions else ""


def _conditions(wanted: DossierFilter, now: datetime, calendar: WorkCalendar) -> tuple[list[str], list[Any]]:
    equal = {
        "field": wanted.field,
        "holder": wanted.officer,
        "channel": wanted.channel.value if wanted.channel else None,
        "procedure_code": wanted.procedure_code,
        "person": wanted.person,
        "returned_on": wanted.returned_on.isoformat() if wanted.returned_on else None,
    }
    conditions = [f"{column} = ?" for column, value in equal.items() if value is not None]
    parameters: list[Any] = [value for value in equal.values() if value is not None]
    bounds = (
        ("received_on >= ?", wanted.received_from.isoformat() if wanted.received_from else None),
        ("received_on <= ?", wanted.received_to.isoformat() if wanted.received_to else None),
        ("changed_at > ?", wanted.changed_since),
        ("changed_by <> ?", wanted.changed_not_by),
    )
    conditions += [words for words, value in bounds if value is not None]
    parameters += [value for _, value in bounds if value is not None]
    if wanted.statuses:
        conditions.append(f"status IN ({', '.join('?' * len(wanted.statuses))})")
        parameters += [status.value for status in wanted.statuses]
    if not wanted.voided:
        conditions.append("voided = 0")
    if wanted.unmatched:
        conditions.append("procedure_code = ''")
    if wanted.open_only:
        conditions.append("open = 1")
    if wanted.due is not None:
        words, values = due_condition(wanted.due, now, calendar)
        conditions.append(words)
        parameters += values
    return conditions, parameters


def due_condition(due: DueFilter, now: datetime, calendar: WorkCalendar) -> tuple[str, list[str]]:
    """The SQL of a due filter; a promise whose clock stands still is neither overdue nor due."""
    live = "open = 1 AND paused = 0 AND ended_at IS NULL"
    match due:
        case DueFilter.OVERDUE:
            return f"{live} AND due_at < ?", [utc_text(now)]
        case DueFilter.TODAY:
            end = local(now).replace(hour=23, minute=59, second=59)
            return f"{live} AND due_at BETWEEN ? AND ?", [utc_text(now), utc_text(end)]
        case DueFilter.SOON:
            until = due_soon_until(now, calendar)
            return f"{live} AND due_at BETWEEN ? AND ?", [utc_text(now), utc_text(calendar.end_of_work(until))]
        case DueFilter.PRESSING:
            until = due_soon_until(now, calendar)
            return f"{live} AND due_at <= ?", [utc_text(calendar.end_of_work(until))]
        case DueFilter.WAITING:
            marks = ", ".join(f"'{status.value}'" for status in sorted(WITH_CITIZEN))
            return f"open = 1 AND status IN ({marks})", []

"""One transaction of one officer: what the functions of `desk` write with."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

import uuid_utils

from communedb.domain.moment import local, utc_text
from communedb.domain.officer import Role, holds
from communedb.domain.refusal import Reason, Refused
from communedb.followed import followed_from
from communedb.journal import pen
from communedb.office_memory import OFFICE_TABLES, Answers
from communedb.sqlite import faults_refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date, datetime

    from communedb.office_memory import OfficeMemory
    from communedb.sqlite import Database

P = ParamSpec("P")
T = TypeVar("T")


def new_id() -> str:
    """A fresh key: UUIDv7, so that rows lie in the order in which they came."""
    return str(uuid_utils.uuid7())


@dataclass(frozen=True)
class Writing:
    """Who writes, and where."""

    officer: str
    officer_name: str
    roles: frozenset[Role]
    station: str
    station_number: int
    unit: str
    replica: str


@dataclass
class Write:
    """An open transaction: the officer, the instant, the journal's clock value, and the rows to derive again."""

    db: Database
    by: Writing
    now: datetime
    clock: int
    office: Answers
    touched: dict[tuple[str, str], None] = field(default_factory=dict)
    _place: int = 0

    @property
    def scope(self) -> str:
        """The scope that this station's own records live in: its unit."""
        return self.by.unit

    @property
    def today(self) -> date:
        """The date on the desk's clock."""
        return local(self.now).date()

    def place(self) -> int:
        """The next place among the events of this transaction."""
        self._place += 1
        return self._place

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """A part of the transaction that leaves nothing behind when it fails: rows, journal lines, numbers, derived."""
        touched, place = len(self.touched), self._place
        self.db.conn.execute("SAVEPOINT attempt")
        try:
            yield
        except BaseException:
            # A full disk may have rolled back by itself.
            if self.db.conn.in_transaction:
                self.db.conn.execute("ROLLBACK TO attempt")
                self.db.conn.execute("RELEASE attempt")
            for key in list(self.touched)[touched:]:
                del self.touched[key]
            self._place = place
            raise
        self.db.conn.execute("RELEASE attempt")

    def require(self, roles: frozenset[Role]) -> None:
        """Refuse unless the officer holds one of these roles."""
        if not holds(self.by.roles, roles):
            raise Refused(Reason.ROLE_NOT_ALLOWED, roles=", ".join(sorted(roles)))

    def known(self, read: Callable[Concatenate[Database, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What a reading function answers about officers, settings, calendar or catalogue; from memory if it can be."""
        return self.office.known(self.db, read, *args, **kwargs)

    def _writes(self, table: str) -> None:
        """What this transaction reads of the office from here on is nobody else's yet."""
        if table in OFFICE_TABLES:
            self.office = Answers()

    def insert(self, table: str, row: Mapping[str, Any]) -> None:
        """Add one row; keys of the mapping are column names."""
        self._writes(table)
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        self.db.conn.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))

    def update(self, table: str, row: str, changes: Mapping[str, Any]) -> None:
        """Change columns of the row with this key."""
        self._writes(table)
        marks = ", ".join(f"{name} = ?" for name in changes)
        self.db.conn.execute(f"UPDATE {table} SET {marks} WHERE id = ?", (*changes.values(), row))

    def note_changed(self, table: str, row: str) -> None:
        """Derive again what follows from a row that was changed by other means than `update`."""
        self._writes(table)
        self.touched.update(dict.fromkeys(followed_from(self.db, {table: [row]})))

    def touch(self, noun: str, key: str) -> None:
        """Derive again, at the end, what follows from a dossier, a person, a task or feedback."""
        self.touched[noun, key] = None

    def stamp(self) -> str:
        """Now, as the register keeps it."""
        return utc_text(self.now)


def as_json(value: object) -> str:
    """A value as the register keeps it in a text column: compact, letters unescaped."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """BEGIN IMMEDIATE ... COMMIT, or ROLLBACK and everything is as it was; faults of the file come out as Refused."""
    with faults_refused():
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.conn.execute("COMMIT")
        except BaseException:
            # A full disk or a trigger may have rolled back by itself.
            if db.conn.in_transaction:
                db.conn.execute("ROLLBACK")
            raise


@contextmanager
def holding_pen(
    db: Database, by: Writing, now: datetime, office: OfficeMemory, shown: Mapping[str, pen.Shown]
) -> Iterator[Write]:
    """One write transaction with the journal's pen taken and put down inside it."""
    with transaction(db):
        clock = pen.take(db, by.officer, now, shown)
        yield Write(db=db, by=by, now=now, clock=clock, office=office.now(db))
        pen.put_down(db)

"""A register: opened by one officer, written by one thread, read by any."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from communedb import layout
from communedb.domain.finding import Finding, FindingCode
from communedb.domain.refusal import Reason, Refused
from communedb.files.age import Identity
from communedb.files.attachments import AttachmentFiles
from communedb.journal import clock, pen
from communedb.keys import DataKey, KeyFile
from communedb.migrations import migrate
from communedb.sqlite import APPLICATION_ID, DatabaseError, connect, connection_per_thread, refusal_of
from communedb.stores.calendar import read_calendar
from communedb.stores.derived import derive
from communedb.stores.officers import Officer, read_officer
from communedb.transaction import Write, Writing, holding_pen
from communedb.unclean import Trace
from communedb.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from communedb.domain.calendar import WorkCalendar
    from communedb.journal.pen import Shown
    from communedb.sqlite import Database

P = ParamSpec("P")
T = TypeVar("T")

Clock = Callable[[], datetime]


def wall_clock() -> datetime:
    """The PC's clock."""
    return datetime.now(UTC)


class Register:
    """An open register and the officer who opened it.

    `write` runs one of the functions of `desk` in a transaction of its own; `db` reads. Close it when the officer
    leaves: the data key goes with it.
    """

    def __init__(self, folder: Path, data_key: DataKey, officer: str, now: Clock, read_only: bool) -> None:
        self.folder = folder
        self.now = now
        self.read_only = read_only
        self.data_key = data_key
        self._trace = Trace(layout.database(folder))
        self._warnings = self._trace.begin()
        self._read, self._close_readers = connection_per_thread(lambda: self._connect(read_only=True))
        self._writing_db = self._connect(read_only=read_only)
        self._writer: Writer | None = None
        self._calendar: tuple[int, WorkCalendar] | None = None
        try:
            if not read_only:
                migrate(self._writing_db)
            self.officer: Officer = read_officer(self._writing_db, officer)
            if not self.officer.active:
                raise Refused(Reason.OFFICER_DISABLED, officer=self.officer.name)
            self.by, self.files = self._installation()
        except DatabaseError as error:
            self._writing_db.conn.close()
            raise refusal_of(error) from error
        except BaseException:
            self._writing_db.conn.close()
            raise
        self._writer = Writer()

    @classmethod
    def open(
        cls, folder: Path, officer: str, passphrase: str, *, now: Clock = wall_clock, read_only: bool = False
    ) -> Register:
        """Open a register with an officer's own passphrase.

        Refused: WRONG_PASSPHRASE, OFFICER_DISABLED, NO_REGISTER, REGISTER_DAMAGED, REGISTER_OF_ANOTHER_PROGRAM,
        REGISTER_NEWER, SQLITE_TOO_OLD, FOLDER_READ_ONLY, DISK_FULL.
        """
        if not layout.database(folder).exists():
            raise Refused(Reason.NO_REGISTER, folder=str(folder))
        data_key = KeyFile.load(folder).open(officer, passphrase)
        return cls(folder, data_key, officer, now, read_only)

    @property
    def db(self) -> Database:
        """A connection for reading, one for each thread that asks."""
        return self._read()

    @property
    def warnings(self) -> list[Finding]:
        """What is odd about this start and does not stop it: a clock set back, a write-ahead log that is gone."""
        behind = clock.set_back(pen.last_clock(self.db), self.now())
        if behind is None:
            return self._warnings
        hours = str(max(1, round(behind.total_seconds() / 3600)))
        return [*self._warnings, Finding(code=FindingCode.CLOCK_SET_BACK, facts={"hours": hours})]

    def calendar(self) -> WorkCalendar:
        """The working calendar, read again only after something was written."""
        return self._calendar_of(self.db)

    def submit(
        self,
        job: Callable[Concatenate[Write, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Future[T]:
        """Queue one transaction of this officer; the future holds its answer or its Refused."""
        return self._queue({}, job, *args, **kwargs)

    def write(self, job: Callable[Concatenate[Write, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run one transaction of this officer and wait for it: when this returns, it is on the disk."""
        return self._queue({}, job, *args, **kwargs).result()

    def write_as_shown(
        self, shown: Mapping[str, Shown], job: Callable[Concatenate[Write, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """As `write`, for a form that was read earlier: `shown` is what the officer had in view (`pen.shown_now`)."""
        return self._queue(shown, job, *args, **kwargs).result()

    def close(self) -> None:
        """Finish what is queued, close every connection."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        self._close_readers()
        self._writing_db.conn.close()
        self._trace.end()

    def __enter__(self) -> Register:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _queue(
        self, shown: Mapping[str, Shown], job: Callable[Concatenate[Write, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        if self._writer is None or self.read_only:
            raise Refused(Reason.READ_ONLY)
        moment = self.now()

        def run() -> T:
            with self._write(moment, shown) as tx:
                return job(tx, *args, **kwargs)

        return self._writer.submit(run)

    @contextmanager
    def _write(self, moment: datetime, shown: Mapping[str, Shown]) -> Iterator[Write]:
        db = self._writing_db
        with holding_pen(db, self.by, moment, lambda: self._calendar_of(db), shown) as tx:
            tx.by = self._still_allowed(db)
            yield tx
            derive(db, tx.touched, tx.people)

    def _still_allowed(self, db: Database) -> Writing:
        """The officer's roles as they are now: an administrator may have changed them since the register was opened."""
        officer = read_officer(db, self.by.officer)
        if not officer.active:
            raise Refused(Reason.OFFICER_DISABLED, officer=officer.name)
        return self.by if officer.roles == self.by.roles else replace(self.by, roles=officer.roles)

    def _connect(self, *, read_only: bool) -> Database:
        db = connect(layout.database(self.folder), self.data_key.raw, read_only=read_only)
        (owner,) = db.conn.execute("PRAGMA application_id").fetchone()
        if owner != APPLICATION_ID:
            db.conn.close()
            raise Refused(Reason.REGISTER_OF_ANOTHER_PROGRAM)
        return db

    def _calendar_of(self, db: Database) -> WorkCalendar:
        (version,) = db.conn.execute(
            "SELECT coalesce(max(clock), 0) FROM journal_line WHERE row IN"
            " (SELECT id FROM calendar_day UNION ALL SELECT id FROM setting)"
        ).fetchone()
        if self._calendar is None or self._calendar[0] != version:
            self._calendar = (version, read_calendar(db))
        return self._calendar[1]

    def _installation(self) -> tuple[Writing, AttachmentFiles]:
        replica, station, number, unit, secret = self._writing_db.conn.execute(
            "SELECT replica, station, station_number, unit, attachment_secret FROM installation"
        ).fetchone()
        by = Writing(self.officer.id, self.officer.name, self.officer.roles, station, number, unit, replica)
        return by, AttachmentFiles(layout.attachments(self.folder), Identity(secret))

"""A register: opened by one officer, written by one thread at a time, read by any."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from communedb import layout
from communedb.ballast import Ballast
from communedb.cradle import Cradle
from communedb.domain.finding import Finding, FindingCode
from communedb.domain.moment import utc_text
from communedb.domain.refusal import Reason, Refused
from communedb.journal import clock, installation, marker, pen
from communedb.journal.apply import Applying, applying
from communedb.journal.conflicts import conflict_count
from communedb.journal.freeze import freeze, is_frozen
from communedb.journal.refold import refold_written
from communedb.keys import KEY_FILE, DataKey, KeyFile
from communedb.migrations import migrate, require_shape
from communedb.office_memory import OfficeMemory
from communedb.readers import Readers
from communedb.sqlite import DatabaseError, connect, faults_refused
from communedb.stores.calendar import read_calendar
from communedb.stores.derived import derive, derive_changed
from communedb.stores.officers import Officer, read_officer
from communedb.transaction import Write, Writing, holding_pen, transaction
from communedb.unclean import Trace
from communedb.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from communedb.domain.calendar import WorkCalendar
    from communedb.files.age import Identity
    from communedb.files.attachments import AttachmentFiles
    from communedb.journal.pen import Shown
    from communedb.keys.signing import Signer
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
        self.renewed = False
        """Whether this start took a new replica, because the register was restored or copied."""
        self._office = OfficeMemory()
        self._ballast = Ballast(folder)
        self._trace = Trace(layout.database(folder))
        self._lost = self._trace.findings()
        self._readers = Readers(lambda: self._connect(read_only=True))
        self._writing_db = self._connect(read_only=read_only)
        try:
            with faults_refused():
                (require_shape if read_only else migrate)(self._writing_db)
                if not read_only:
                    self.renewed = installation.settle(self._writing_db, folder, utc_text(now()))
                self.officer: Officer = read_officer(self._writing_db, officer)
                if not self.officer.active:
                    raise Refused(Reason.OFFICER_DISABLED, officer=self.officer.name)
                self.by, self._files_secret = self._installation()
        except BaseException:
            self._writing_db.conn.close()
            raise
        self._writer: Writer | None = None if read_only else Writer()
        self._closed = False

    @classmethod
    def open(
        cls, folder: Path, officer: str, passphrase: str, *, now: Clock = wall_clock, read_only: bool = False
    ) -> Register:
        """Open a register with an officer's own passphrase.

        `read_only` is for a second app on the same register; SQLite needs a writable folder for that too. Refused:
        WRONG_PASSPHRASE, UNKNOWN_OFFICER, OFFICER_DISABLED, NO_REGISTER, REGISTER_DAMAGED, REGISTER_OF_ANOTHER_PROGRAM,
        REGISTER_NEWER, REGISTER_OLDER (for reading only), REGISTER_BUSY, REGISTER_UNREACHABLE, SQLITE_TOO_OLD,
        FOLDER_READ_ONLY, DISK_FULL, DISK_FAULT, and those of `KeyFile.load`.
        """
        _require_place(folder)
        data_key = KeyFile.load(folder).open(officer, passphrase)
        try:
            return cls(folder, data_key, officer, now, read_only)
        except Refused as refusal:
            ballast = Ballast(folder)
            if not ballast.tells_full(refusal):
                raise
            if not ballast.give_up():
                raise Refused(Reason.DISK_FULL, path=str(folder)) from refusal
        return cls(folder, data_key, officer, now, read_only)

    @property
    def db(self) -> Database:
        """A connection for reading, one for each thread that asks; Refused with REGISTER_CLOSED after `close`."""
        return self._readers.get()

    @cached_property
    def files(self) -> AttachmentFiles:
        """The attachments; what encrypts them is loaded for the first of them."""
        from communedb.files.age import Identity
        from communedb.files.attachments import AttachmentFiles

        return AttachmentFiles(layout.attachments(self.folder), Identity(self._files_secret))

    @property
    def warnings(self) -> list[Finding]:
        """What is odd about this start and stops nothing: a log that is gone, a clock set back, a disk nearly full."""
        found = [*self._lost, *self._ballast.findings()]
        behind = clock.set_back(pen.last_clock(self.db), self.now())
        if behind is not None:
            hours = str(max(1, round(behind.total_seconds() / 3600)))
            found.append(Finding(code=FindingCode.CLOCK_SET_BACK, facts={"hours": hours}))
        return found

    def keep_ballast(self) -> bool:
        """Set room aside for a full disk, when there is room; whether it is set aside. For an app that stays open."""
        return not self.read_only and self._ballast.fill()

    def calendar(self) -> WorkCalendar:
        """The working calendar, read again only after something was written."""
        db = self.db
        return self._office.now(db).known(db, read_calendar)

    def submit(
        self,
        job: Callable[Concatenate[Write, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Future[T]:
        """Queue one transaction of this officer; the future holds its answer or its Refused."""
        writer, run = self._transaction({}, job, *args, **kwargs)
        return writer.submit(run)

    def write(self, job: Callable[Concatenate[Write, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run one transaction of this officer and wait for it: when this returns, it is on the disk."""
        return self.write_as_shown({}, job, *args, **kwargs)

    def write_as_shown(
        self, shown: Mapping[str, Shown], job: Callable[Concatenate[Write, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """As `write`, for a form that was read earlier: `shown` is what the officer had in view (`pen.shown_now`)."""
        writer, run = self._transaction(shown, job, *args, **kwargs)
        return writer.run(run)

    def freeze(self) -> list[str]:
        """Freeze what was written since the last time; the digests of the new segments, which may leave from now on."""
        return [] if self._writer is None else self._writer.run(self._freeze)

    def _freeze(self) -> list[str]:
        db = self._writing_db
        if is_frozen(db):
            return []
        with transaction(db):
            # Read in the transaction: another process may have renewed the keys.
            made = freeze(db, installation.signer(db), utc_text(self.now()))
        marker.leave(db, self.folder, installation.replica_of(db))
        return made

    def apply(self, job: Callable[Concatenate[Applying, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run one transaction that takes in what others wrote, after freezing what was written here.

        Whatever fails rolls all of it back. Refused: READ_ONLY, and those of `job`.
        """
        if self._writer is None:
            raise Refused(Reason.READ_ONLY)

        def run() -> T:
            self._freeze()
            db = self._writing_db
            with transaction(db), applying(db):
                answer = job(Applying(db, self.now(), derive_changed), *args, **kwargs)
            self._keep_replica()
            self._trace.leave()
            return answer

        return self._writer.run(run)

    def _keep_replica(self) -> None:
        """What came in may have told that this register is a copy: it then goes on as a new replica."""
        replica = installation.replica_of(self._writing_db)
        if replica != self.by.replica:
            self.by, self.renewed = replace(self.by, replica=replica), True
            marker.leave(self._writing_db, self.folder, replica)

    @property
    def signer(self) -> Signer:
        """The key that this station signs with."""
        return installation.signer(self.db)

    @property
    def identity(self) -> Identity:
        """The key that bundles for this station are encrypted to."""
        return installation.identity(self.db)

    def close(self) -> None:
        """Finish what is queued, fold the log into the database, close every connection."""
        if self._closed:
            return
        self._closed = True
        if self._writer is not None:
            self._writer.close()
        self._readers.close()
        try:
            if not self.read_only and self._fold_log():
                self._trace.clear()
        finally:
            self._writing_db.conn.close()

    def __enter__(self) -> Register:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _transaction(
        self, shown: Mapping[str, Shown], job: Callable[Concatenate[Write, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[Writer, Callable[[], T]]:
        """A job as a transaction from this moment, and who runs it. Refused: READ_ONLY."""
        if self._writer is None:
            raise Refused(Reason.READ_ONLY)
        moment = self.now()

        def run() -> T:
            try:
                with self._write(moment, shown) as tx:
                    answer = job(tx, *args, **kwargs)
            except BaseException as fault:
                self._make_room(fault)
                raise
            self._trace.leave()
            return answer

        return self._writer, run

    def _make_room(self, fault: BaseException) -> None:
        """On a full disk, give the ballast up; the next save, and closing, then find room."""
        if not isinstance(fault, Refused) or not self._ballast.tells_full(fault):
            return
        if self._ballast.give_up():
            self._fold_log()
        if fault.reason is not Reason.DISK_FULL:
            raise Refused(Reason.DISK_FULL, path=str(self.folder)) from fault

    def fold(self) -> bool:
        """Fold the log into the database, in turn with what is being written; False when this is only read."""
        return self._writer.run(self._fold_log) if self._writer is not None else False

    def _fold_log(self) -> bool:
        """Move what lies in the log into the database, as far as nobody still reads older pages; whether all of it."""
        try:
            busy, in_log, folded = self._writing_db.conn.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        except DatabaseError:
            # A full or failing disk: everything stays in the log, where it is safe.
            return False
        return not busy and in_log == folded

    @contextmanager
    def _write(self, moment: datetime, shown: Mapping[str, Shown]) -> Iterator[Write]:
        db = self._writing_db
        with holding_pen(db, self.by, moment, self._office, shown) as tx:
            tx.by = self._still_allowed(tx)
            before = pen.numbers(db) if shown or conflict_count(db) else None
            yield tx
            if before is not None:
                # A form may have been read before somebody else's value came in, or one that is in conflict.
                with applying(db):
                    refold_written(db, before)
            derive(db, tx.touched)

    def _still_allowed(self, tx: Write) -> Writing:
        """The officer's roles as they are now: an administrator may have changed them since the register was opened."""
        officer = tx.known(read_officer, self.by.officer)
        if not officer.active:
            raise Refused(Reason.OFFICER_DISABLED, officer=officer.name)
        return self.by if officer.roles == self.by.roles else replace(self.by, roles=officer.roles)

    def _connect(self, *, read_only: bool) -> Database:
        return connect(layout.database(self.folder), self.data_key.raw, read_only=read_only)

    def _installation(self) -> tuple[Writing, str]:
        replica, station, number, unit, secret = self._writing_db.conn.execute(
            "SELECT replica, station, station_number, unit, attachment_secret FROM installation"
        ).fetchone()
        by = Writing(self.officer.id, self.officer.name, self.officer.roles, station, number, unit, replica)
        return by, secret


def _require_place(folder: Path) -> None:
    """Refuse a folder without a register or in which nothing can be written, with the words that help."""
    database = layout.database(folder)
    try:
        Cradle(folder).finish_interrupted(has_keys=(folder / KEY_FILE).exists())
        if not database.exists():
            raise Refused(Reason.NO_REGISTER, folder=str(folder))
    except OSError as fault:
        raise Refused(Reason.REGISTER_UNREACHABLE, folder=str(folder)) from fault
    if not (os.access(folder, os.W_OK | os.X_OK) and os.access(database, os.W_OK)):
        raise Refused(Reason.FOLDER_READ_ONLY, path=str(folder))

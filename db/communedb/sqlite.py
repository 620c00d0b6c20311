"""The one place that knows the SQLite driver: SQLCipher, its settings, its version, its faults."""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as driver

from communedb.domain.refusal import Reason, Refused

# sqlite-utils catches the exceptions of the module it imported; it asks for pysqlite3 first and must find SQLCipher.
sys.modules["pysqlite3"] = sys.modules["pysqlite3.dbapi2"] = driver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import sqlite_utils

__all__ = [
    "APPLICATION_ID",
    "Database",
    "DatabaseError",
    "connect",
    "create",
    "faults_refused",
    "refusal_of",
    "rows",
    "shaping",
    "statements",
]

DatabaseError = driver.DatabaseError

APPLICATION_ID = 0x434D5455
"""`CMTU`: says that a database is a communetui register."""

# 3.51.2 and older can corrupt a database when a write-ahead log is reset while another process reads it.
SAFE_SQLITE = (3, 51, 3)

BUSY_MILLISECONDS = 5_000

_SETTINGS = (
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={BUSY_MILLISECONDS}",
    "PRAGMA cell_size_check=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA secure_delete=FAST",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA synchronous=FULL",
    # INSERT OR REPLACE deletes the old row: only with this setting does it meet the guard against deleting.
    "PRAGMA recursive_triggers=ON",
)


class Database:
    """An open connection of the register, as the rest of the program hands it about."""

    __slots__ = ("__weakref__", "conn")

    def __init__(self, conn: Any) -> None:
        self.conn = conn


def shaping(db: Database) -> sqlite_utils.Database:
    """The same connection with sqlite-utils around it, for what looks at tables or makes them.

    Loaded only then: it costs 6 MB, which a desk that is open all day on a 2 GB PC has better use for.
    """
    from sqlite_utils import Database as Shaping

    return Shaping(db.conn)


def statements(script: str) -> Iterator[str]:
    """The statements of a script, each of which ends at the end of a line.

    To be run one by one: the driver's own way to run a script ends the transaction that it is in.
    """
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if line.rstrip().endswith(";") and driver.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement


def check_version(version: tuple[int, ...] = driver.sqlite_version_info) -> None:
    """Refuse a SQLite that may corrupt the register (the WAL-reset bug, fixed in 3.51.3)."""
    if version < SAFE_SQLITE:
        raise Refused(Reason.SQLITE_TOO_OLD, found=".".join(map(str, version)), needed=".".join(map(str, SAFE_SQLITE)))


def connect(path: Path, data_key: bytes, *, read_only: bool = False) -> Database:
    """Open an encrypted database with its raw 256-bit key.

    Transactions are ours to begin: the connection is in autocommit mode. One for reading may be closed while another
    thread reads from it, and tells every fault as Refused; one for writing belongs to the thread that writes. Refused:
    SQLITE_TOO_OLD, REGISTER_DAMAGED, REGISTER_OF_ANOTHER_PROGRAM, REGISTER_UNREACHABLE, REGISTER_BUSY, DISK_FULL,
    DISK_FAULT, FOLDER_READ_ONLY.
    """
    check_version()
    _check_header(path)
    with faults_refused():
        return _open(path, data_key, read_only=read_only)


def create(path: Path, data_key: bytes) -> Database:
    """Make an empty register file in write-ahead mode, marked as ours, and open it. Refused as `connect`."""
    check_version()
    path.touch(mode=0o600, exist_ok=False)
    with faults_refused():
        return _open(path, data_key, new=True)


_PLAIN_HEADER = b"SQLite format 3\0"


def _check_header(path: Path) -> None:
    """An encrypted database begins with random bytes; an empty file would be taken for a new database."""
    try:
        with path.open("rb") as file:
            head = file.read(len(_PLAIN_HEADER))
    except OSError as error:
        raise Refused(Reason.REGISTER_UNREACHABLE, detail=str(error)) from error
    if head == _PLAIN_HEADER:
        raise Refused(Reason.REGISTER_OF_ANOTHER_PROGRAM)
    if len(head) < len(_PLAIN_HEADER):
        raise Refused(Reason.REGISTER_DAMAGED, detail="cut short")


def _open(path: Path, data_key: bytes, *, read_only: bool = False, new: bool = False) -> Database:
    connection = None
    try:
        connection = driver.connect(
            f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            factory=_ReadingConnection if read_only else driver.Connection,
        )
        # Before the key: otherwise SQLCipher writes its errors over the terminal app.
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{data_key.hex()}'\"")
        if new:
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
            raise Refused(Reason.REGISTER_OF_ANOTHER_PROGRAM)
        for setting in _SETTINGS:
            connection.execute(setting)
        if read_only:
            connection.execute("PRAGMA query_only=ON")
            # Several threads read; the driver's own 8 MB for each is too much for a small PC.
            connection.execute("PRAGMA cache_size=-1500")
        else:
            _write_ahead(connection)
        return Database(connection)
    except BaseException:
        if connection is not None:
            connection.close()
        raise


def _write_ahead(connection: Any) -> None:
    """A restored backup may not be in write-ahead mode, and in any other a power cut may take the last save."""
    (mode,) = connection.execute("PRAGMA journal_mode=WAL").fetchone()
    if mode != "wal":
        raise Refused(Reason.REGISTER_UNREACHABLE, detail=f"journal_mode={mode}")


class _ReadingCursor(driver.Cursor):  # type: ignore[misc]  # the driver has no types
    """A cursor that takes turns with the closing of its connection: SQLite's memory must not go while it is read."""

    def execute(self, *args: Any) -> Any:
        return self.connection.take_turn(super().execute, *args)

    def fetchone(self) -> Any:
        return self.connection.take_turn(super().fetchone)

    def fetchmany(self, *args: Any) -> Any:
        return self.connection.take_turn(super().fetchmany, *args)

    def fetchall(self) -> Any:
        return self.connection.take_turn(super().fetchall)

    def __next__(self) -> Any:
        return self.connection.take_turn(super().__next__)

    def __del__(self) -> None:
        self.connection.let_go(super().close)


class _ReadingConnection(driver.Connection):  # type: ignore[misc]  # the driver has no types
    """A connection for reading that any thread may close."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._guard = threading.RLock()
        self._closed = False
        super().__init__(*args, **kwargs)

    def cursor(self, *_: Any) -> Any:
        return self.take_turn(super().cursor, _ReadingCursor)

    def take_turn(self, step: Callable[..., Any], *args: Any) -> Any:
        """Do one step of reading while nobody closes; what goes wrong comes out as Refused."""
        with self._guard:
            if self._closed:
                raise Refused(Reason.REGISTER_CLOSED)
            try:
                return step(*args)
            except driver.Error as error:
                # Not `faults_refused`: this is done for every row.
                if (told := refusal_of(error)) is error:
                    raise
                raise told from error

    def let_go(self, close_cursor: Callable[[], None]) -> None:
        """Give up a cursor while nobody closes; closing gives up every cursor by itself."""
        with self._guard:
            if not self._closed:
                close_cursor()

    def close(self) -> None:
        """Break off what is being read and close."""
        if self._closed:
            return
        self._closed = True
        self.interrupt()
        with self._guard:
            super().close()


def rows(db: Database, sql: str, parameters: Any = ()) -> Iterator[dict[str, Any]]:
    """The rows of a query as dictionaries, as they come.

    `Database.query` guards each query with a savepoint; on the paths that run at every key that is half the cost.
    """
    cursor = db.conn.execute(sql, parameters)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


_BY_CODE = {
    "SQLITE_FULL": Reason.DISK_FULL,
    "SQLITE_READONLY": Reason.FOLDER_READ_ONLY,
    "SQLITE_CANTOPEN": Reason.REGISTER_UNREACHABLE,
    "SQLITE_PERM": Reason.FOLDER_READ_ONLY,
    "SQLITE_BUSY": Reason.REGISTER_BUSY,
    "SQLITE_LOCKED": Reason.REGISTER_BUSY,
    "SQLITE_PROTOCOL": Reason.REGISTER_BUSY,
    "SQLITE_NOTADB": Reason.REGISTER_DAMAGED,
    "SQLITE_CORRUPT": Reason.REGISTER_DAMAGED,
    "SQLITE_IOERR": Reason.DISK_FAULT,
    "SQLITE_INTERRUPT": Reason.REGISTER_CLOSED,
}


def refusal_of(error: Exception) -> Exception:
    """What a fault of the database means to an officer; a fault of the program stays the error that it is."""
    name = getattr(error, "sqlite_errorname", None) or ""
    reason = _BY_CODE.get("_".join(name.split("_")[:2]))
    return Refused(reason, detail=str(error)) if reason else error


@contextmanager
def faults_refused() -> Iterator[None]:
    """Within it, faults of the database come out as Refused."""
    try:
        yield
    except driver.Error as error:
        if (told := refusal_of(error)) is error:
            raise
        raise told from error


@contextmanager
def one_moment(db: Database) -> Iterator[None]:
    """Within it everything is read as it is at one moment, whoever writes meanwhile; nothing may be written."""
    db.conn.execute("BEGIN")
    try:
        yield
    finally:
        db.conn.execute("ROLLBACK")

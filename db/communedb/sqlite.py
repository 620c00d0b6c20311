"""The one place that knows the SQLite driver: SQLCipher, its settings, its version, its faults."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as driver

from communedb.domain.refusal import Reason, Refused

# sqlite-utils catches the exceptions of the module it imported; it asks for pysqlite3 first and must find SQLCipher.
sys.modules["pysqlite3"] = sys.modules["pysqlite3.dbapi2"] = driver

from sqlite_utils import Database  # noqa: E402 - only after the alias above

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["APPLICATION_ID", "Database", "DatabaseError", "connect", "connection_per_thread", "refusal_of", "rows"]

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


def check_version(version: tuple[int, ...] = driver.sqlite_version_info) -> None:
    """Refuse a SQLite that may corrupt the register (the WAL-reset bug, fixed in 3.51.3)."""
    if version < SAFE_SQLITE:
        raise Refused(Reason.SQLITE_TOO_OLD, found=".".join(map(str, version)), needed=".".join(map(str, SAFE_SQLITE)))


def connect(path: Path, data_key: bytes, *, read_only: bool = False) -> Database:
    """Open an encrypted database with its raw 256-bit key.

    Transactions are ours to begin: the connection is in autocommit mode. Raises Refused for every fault of the file.
    """
    check_version()
    mode = "ro" if read_only else "rw"
    try:
        connection = driver.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
        )
        # Before the key: otherwise SQLCipher writes its errors over the terminal app.
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{data_key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        for setting in _SETTINGS:
            connection.execute(setting)
        if read_only:
            connection.execute("PRAGMA query_only=ON")
        return Database(connection)
    except driver.Error as error:
        raise refusal_of(error) from error


def create(path: Path, data_key: bytes) -> Database:
    """Make an empty register file in write-ahead mode, marked as ours, and open it."""
    path.touch(mode=0o600, exist_ok=False)
    db = connect(path, data_key)
    db.execute(f"PRAGMA application_id={APPLICATION_ID}")
    db.execute("PRAGMA journal_mode=WAL")
    return db


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
    "SQLITE_NOTADB": Reason.REGISTER_DAMAGED,
    "SQLITE_CORRUPT": Reason.REGISTER_DAMAGED,
    "SQLITE_IOERR": Reason.DISK_FAULT,
}

_BY_WORDS = (
    ("disk is full", Reason.DISK_FULL),
    ("readonly", Reason.FOLDER_READ_ONLY),
    ("unable to open", Reason.REGISTER_UNREACHABLE),
    ("locked", Reason.REGISTER_BUSY),
    ("not a database", Reason.REGISTER_DAMAGED),
    ("malformed", Reason.REGISTER_DAMAGED),
    ("disk I/O error", Reason.DISK_FAULT),
)


def refusal_of(error: Exception) -> Exception:
    """What a fault of the database means to an officer; a fault of the program stays the error that it is."""
    name = getattr(error, "sqlite_errorname", "") or ""
    base = "_".join(name.split("_")[:2])
    reason = _BY_CODE.get(base) or next((r for words, r in _BY_WORDS if words in str(error)), None)
    return Refused(reason, detail=str(error)) if reason else error


def connection_per_thread(open_one: Callable[[], Database]) -> tuple[Callable[[], Database], Callable[[], None]]:
    """A function that gives each thread its own connection, and one that closes them all."""
    local = threading.local()
    opened: list[Database] = []
    guard = threading.Lock()

    def get() -> Database:
        db: Database | None = getattr(local, "db", None)
        if db is None:
            db = local.db = open_one()
            with guard:
                opened.append(db)
        return db

    def close_all() -> None:
        with guard:
            for db in opened:
                db.conn.close()
            opened.clear()

    return get, close_all

"""Stations of the simulator: a real journal on a real database in memory; clock, disk and chance are injected."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch
from uuid import UUID

import uuid_utils
from tests.journal.stations import TRAVELLING

from communedb import sqlite
from communedb.domain.officer import Role
from communedb.files.age import Identity
from communedb.journal import installation, marker, pen, tables
from communedb.keys.signing import Signer
from communedb.migrations import migrate
from communedb.office_memory import OfficeMemory
from communedb.register import Register
from communedb.sqlite import Database, driver
from communedb.transaction import Writing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from random import Random

UNIT, SHARED = "19867", "shared"
PROCEDURE = "shipped-procedure"


@dataclass
class Machine:
    """A PC: its name, and the marks in its user's state folder."""

    name: str
    disk: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class _Mark:
    """Where a replica's mark lies on the machine that is working at present."""

    disk: dict[str, bytes]
    name: str

    @property
    def parent(self) -> None:
        return None

    def read_bytes(self) -> bytes:
        if self.name not in self.disk:
            raise FileNotFoundError(self.name)
        return self.disk[self.name]


class World:
    """What all stations share: the true time, chance, and which machine is working."""

    def __init__(self, chance: Random, now: datetime) -> None:
        self.chance = chance
        self.now = now
        self.working = Machine("none")

    @contextmanager
    def simulated(self) -> Iterator[None]:
        """Within it, the journal's disk, its machine and its random numbers are this world's."""

        def write_atomically(path: _Mark, data: bytes) -> None:
            path.disk[path.name] = data

        with (
            patch.object(marker, "_path", lambda replica: _Mark(self.working.disk, replica)),
            patch.object(marker, "_machine", lambda: self.working.name),
            patch.object(marker, "make_folder", lambda _: None),
            patch.object(marker, "write_atomically", write_atomically),
            patch.object(uuid_utils, "uuid7", lambda: UUID(int=self.chance.getrandbits(128), version=4)),
        ):
            yield


class _Inline:
    """The writer, without its thread."""

    def run(self, job: Callable[[], Any]) -> Any:
        return job()


class _NoTrace:
    def leave(self) -> None:
        """The database lies in memory."""


class SimulatedRegister(Register):
    """A register as the app opens it, on a database in memory; whoever writes is named by the caller."""

    def __init__(self, db: Database, now: Callable[[], datetime]) -> None:
        self._writing_db = db
        self.folder = Path("register")
        self.now = now
        self.read_only = False
        self._office = OfficeMemory()
        self._trace = _NoTrace()  # type: ignore[assignment]
        self._writer = _Inline()  # type: ignore[assignment]
        self.renewed = installation.settle(db, self.folder, now().isoformat())
        replica, station = db.conn.execute("SELECT replica, station FROM installation").fetchone()
        roles = frozenset({Role.ADMINISTRATOR})
        self.by = Writing("", "", roles, station, 1, UNIT, replica)

    @property
    def db(self) -> Database:
        return self._writing_db

    def _still_allowed(self, _: object) -> Writing:
        return self.by

    def _make_room(self, fault: BaseException) -> None:
        """There is always room in memory."""


def copy_of(db: Database) -> Database:
    """The same database once more."""
    copied = _in_memory()
    db.conn.backup(copied.conn)
    # The same tables: to look at each of them again takes as long as several steps of a history.
    tables._KNOWN[copied] = tables.travelling(db)
    return copied


def fresh(number: int) -> Database:
    """The database of a station that was founded a moment ago."""
    return copy_of(_founded(number))


def _in_memory() -> Database:
    conn = driver.connect(":memory:", isolation_level=None, check_same_thread=False)
    for setting in sqlite._SETTINGS:
        conn.execute(setting)
    return Database(conn)


_WRITTEN = frozenset({"setting", "person", "procedure", "dossier", "procedure_copy", "paper", "event", "outside_code"})
"""The travelling tables that histories write to. A line of another would not be written, and the oracles would tell."""


def _without_idle_triggers(db: Database) -> None:
    """Take away the triggers of the other tables: each copy of a database reads all of them, which takes longest."""
    for table in set(TRAVELLING) - _WRITTEN:
        found = db.conn.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", (table,))
        for (trigger,) in found.fetchall():
            db.conn.execute(f"DROP TRIGGER {trigger}")


@cache
def _template() -> Database:
    db = _in_memory()
    migrate(db)
    _without_idle_triggers(db)
    db.conn.execute(
        "INSERT INTO procedure VALUES (?, ?, '1.004873', '2025', 'Xác nhận tình trạng hôn nhân', 'Hộ tịch', '{}',"
        " NULL, NULL, 1)",
        (PROCEDURE, SHARED),
    )
    return db


@cache
def _founded(number: int) -> Database:
    db = copy_of(_template())
    signer, identity = Signer(bytes([number]) * 32), _identity()
    replica, station = (f"{kind}-{number}" for kind in ("replica", "station"))
    db.conn.execute(
        "INSERT INTO installation VALUES (1, 'register', ?, ?, ?, ?, ?, ?, '')",
        (replica, station, number, UNIT, identity.recipient, identity.secret_text),
    )
    db.conn.execute(
        "INSERT INTO station_key (sign_public, sign_secret, recipient, identity, created_at, active)"
        " VALUES (?, ?, ?, ?, '', 1)",
        (signer.public, signer.secret.hex(), identity.recipient, identity.secret_text),
    )
    for scope in (UNIT, SHARED):
        pen.add_scope(db, replica, scope)
    return db


@cache
def _identity() -> Identity:
    return Identity.generate()

"""Connections for reading, one for each thread that asks."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from communedb.domain.refusal import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from communedb.sqlite import Database


class Readers:
    """Opens a connection for each thread that reads, and closes them all, whoever still reads."""

    def __init__(self, open_one: Callable[[], Database]) -> None:
        self._open_one = open_one
        self._own = threading.local()
        self._opened: list[tuple[threading.Thread, Database]] = []
        self._guard = threading.Lock()
        self._closed = False

    def get(self) -> Database:
        """The connection of the thread that asks. Refused: REGISTER_CLOSED, and the faults of opening."""
        db: Database | None = getattr(self._own, "db", None)
        if db is None:
            db = self._own.db = self._add()
        return db

    def close(self) -> None:
        """Close every connection; a thread that reads at this moment gets REGISTER_CLOSED."""
        with self._guard:
            self._closed = True
            for _, db in self._opened:
                db.conn.close()
            self._opened.clear()

    def _add(self) -> Database:
        with self._guard:
            if self._closed:
                raise Refused(Reason.REGISTER_CLOSED)
            for thread, left in self._opened:
                if not thread.is_alive():
                    left.conn.close()
            self._opened = [(thread, db) for thread, db in self._opened if thread.is_alive()]
            db = self._open_one()
            self._opened.append((threading.current_thread(), db))
            return db

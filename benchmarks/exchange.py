"""The exchange of 100,000 changes: what writing them down costs, a bundle of them, and taking it in.

Ratios are of CPU time, which other programs on the machine disturb least.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest.mock import patch

from benchmarks import exchange_hub, exchange_memory, exchange_peers
from benchmarks.bars import Line, Section, middle, ratio
from benchmarks.exchange_stations import (
    BASE,
    CHANGES,
    COLUMNS,
    EVENTS,
    Stations,
    change_dossiers,
    drawn,
    stations,
    write_dossiers,
)
from benchmarks.million import Made
from benchmarks.saving import bare_copy, milliseconds_of
from communedb.journal import pen
from communesync.exchange.inbox import take_in
from communesync.exchange.outbox import Sending, export

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from communedb.register import Register
    from communedb.sqlite import Database
    from communesync.bundle.write import Written

_SMALL = 300
_DAY, _DAY_UPDATES, _DAYS = 40, 120, 7

Row = tuple[Any, ...]


class Changes(NamedTuple):
    """The rows of the changes, as they are, and the lines that tell of them."""

    dossiers: list[Row]
    events: list[Row]
    updates: list[Row]
    lines: list[Row]

    def write(self, db: Database) -> None:
        """Insert and update."""
        for table, found in (("dossier", self.dossiers), ("event", self.events)):
            db.conn.executemany(_insert(table, found[0]), found)
        db.conn.executemany(
            f"UPDATE dossier SET {', '.join(f'{name} = ?' for name in COLUMNS)} WHERE id = ?", self.updates
        )

    def write_lines(self, db: Database) -> None:
        """Insert the lines."""
        db.conn.executemany(_insert("journal_line", self.lines[0]), self.lines)


def measure(rounds: int) -> Iterator[Section]:
    """Every part in turn, on copies of the same two stations."""
    with stations() as made:
        with made.open_sender() as sender:
            changes = _changes(sender.db)
        yield _capture(made, changes, rounds)
        yield exchange_peers.measure(made, rounds)
    yield _applied(changes, rounds)
    yield _day()
    yield exchange_hub.measure()
    yield exchange_memory.measure()


def _capture(made: Stations, changes: Changes, rounds: int) -> Section:
    """The same rows with the journal's triggers and without; in one transaction, and dossier by dossier."""
    found: dict[str, list[float]] = {name: [] for name in ("bulk", "bulk plain", "single", "single plain")}
    receiver = made.open_receiver()
    plain_of = Made(made.folder / "receiver", BASE, made.receiver, 0)
    with bare_copy(plain_of, "bare") as bare, receiver:
        db, take = receiver._writing_db, partial(pen.take, officer=made.receiver, now=receiver.now(), shown={})
        for _ in range(rounds):
            with _undone(db):
                take(db)
                found["bulk"].append(_cpu(lambda: changes.write(db)))
            with _undone(bare):
                found["bulk plain"].append(_cpu(lambda: changes.write(bare)))
        for few in _one_by_one(changes, _SMALL):
            found["single"].append(milliseconds_of(partial(_committed, db, take, few.write, pen.put_down)))
            found["single plain"].append(milliseconds_of(partial(_committed, bare, few.write)))
    return Section(
        f"Writing {CHANGES:,} changes down, {BASE:,} dossiers before them, all sides encrypted",
        [
            Line("one transaction, against the same without triggers", ratio(found["bulk"], found["bulk plain"]), "x"),
            Line(
                "one dossier a transaction, against the same without",
                ratio(found["single"], found["single plain"]),
                "x",
            ),
            Line("one transaction, CPU", middle(found["bulk"]), "s"),
            Line("one dossier, median", middle(found["single"]), "ms", note="by the clock on the wall"),
        ],
    )


def _one_by_one(changes: Changes, count: int) -> Iterator[Changes]:
    """The first dossiers, each with its events, and one change of an older one."""
    events: dict[str, list[Row]] = {}
    for event in changes.events:
        events.setdefault(event[2], []).append(event)
    for dossier, update in zip(changes.dossiers[:count], changes.updates, strict=False):
        yield Changes([dossier], events[dossier[0]], [update], [])


def _applied(changes: Changes, rounds: int) -> Section:
    """From the bundles' files to rows, against the rows and lines from memory in one transaction."""
    ours, floor, whole = [], [], []
    for _ in range(rounds):
        with stations() as made:
            with made.open_sender() as sender:
                written = export(sender, None, made.folder)
            with bare_copy(Made(made.folder / "receiver", BASE, made.receiver, 0), "bare") as bare:
                floor.append(_cpu(partial(_committed, bare, changes.write, changes.write_lines)))
            with made.open_receiver() as receiver, patch("communedb.register.derive_changed", _nothing_follows):
                ours.append(_cpu(partial(_take_all, receiver, written)))
    with stations() as made:
        with made.open_sender() as sender:
            written = export(sender, None, made.folder)
        with made.open_receiver() as receiver:
            start = time.perf_counter()
            whole.append(_cpu(partial(_take_all, receiver, written)))
            seconds = time.perf_counter() - start
    derived = whole[0] - (middle(ours) or 0)
    return Section(
        f"Taking {CHANGES:,} changes in, all sides encrypted",
        [
            Line("from bundle to rows, against executemany of rows and lines", ratio(ours, floor), "x", 2.0),
            Line("from bundle to rows, CPU", middle(ours), "s", note=f"in {len(written)} bundles, each a transaction"),
            Line("executemany, CPU", middle(floor), "s", note="in one transaction"),
            Line("what follows from the rows, CPU", derived, "s", note="status, due dates, search text"),
            Line("everything, by the clock on the wall", seconds, "s"),
        ],
    )


def _nothing_follows(*_: object) -> None:
    """In place of what derives rows from those that came in."""


def _day() -> Section:
    """A usual day at one station: written, brought, taken in."""
    size, out, into = [], [], []
    with stations() as made, made.open_sender() as sender, made.open_receiver() as receiver:
        _meet(made, sender, receiver)
        known = [key for (key,) in receiver.db.conn.execute("SELECT id FROM dossier ORDER BY id LIMIT 5000")]
        fresh = drawn(sender.db, made.sender, range(BASE * 2, BASE * 2 + _DAY * _DAYS))
        for day in range(_DAYS):
            write_dossiers(sender, fresh[day * _DAY : (day + 1) * _DAY])
            change_dossiers(sender, known[day * _DAY_UPDATES : (day + 1) * _DAY_UPDATES])
            start = time.perf_counter()
            written = export(sender, None, made.folder)
            out.append((time.perf_counter() - start) * 1_000)
            size.append(sum(bundle.size for bundle in written) / 1_000)
            start = time.perf_counter()
            _take_all(receiver, written)
            into.append((time.perf_counter() - start) * 1_000)
            _meet(made, sender, receiver)
    return Section(
        f"A usual day: {_DAY + _DAY * EVENTS + _DAY_UPDATES} changes",
        [
            Line("the bundle", middle(size), "kB"),
            Line("frozen and written, median", middle(out), "ms"),
            Line("taken in, median", middle(into), "ms"),
        ],
    )


def _meet(made: Stations, sender: Register, receiver: Register) -> None:
    """Everything from the one to the other, and what it then holds back to the first."""
    _take_all(receiver, export(sender, None, made.folder, Sending(announce=True)))
    _take_all(sender, export(receiver, None, made.folder, Sending(announce=True)))


def _take_all(receiver: Register, written: list[Written]) -> None:
    for bundle in written:
        take_in(receiver, bundle.path)
        bundle.path.unlink()


def _changes(db: Database) -> Changes:
    """What the sender wrote and the receiver lacks."""
    dossiers = db.conn.execute("SELECT * FROM dossier ORDER BY rowid LIMIT -1 OFFSET ?", (BASE,)).fetchall()
    events = db.conn.execute("SELECT * FROM event ORDER BY rowid LIMIT -1 OFFSET ?", (BASE * EVENTS,)).fetchall()
    updates = db.conn.execute(f"SELECT {', '.join(COLUMNS)}, id FROM dossier WHERE note IS NOT NULL").fetchall()
    number = len(dossiers) + len(events) + len(updates)
    lines = db.conn.execute("SELECT * FROM journal_line ORDER BY rowid DESC LIMIT ?", (number,)).fetchall()
    return Changes(dossiers, events, updates, lines[::-1])


@contextmanager
def _undone(db: Database) -> Iterator[None]:
    db.conn.execute("BEGIN IMMEDIATE")
    yield
    db.conn.execute("ROLLBACK")


def _committed(db: Database, *writing: Callable[[Database], object]) -> None:
    db.conn.execute("BEGIN IMMEDIATE")
    for write in writing:
        write(db)
    db.conn.execute("COMMIT")


def _cpu(work: Callable[[], object]) -> float:
    """Seconds of CPU, of all threads."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _insert(table: str, row: Row) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})"

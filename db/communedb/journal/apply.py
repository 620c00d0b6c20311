"""Taking in segments of other replicas: each line is kept for ever, and the rows that it touches are folded again.

Whoever calls has checked the signature and that the station may write in that scope. Everything happens in one
transaction, in which no trigger writes lines: see `applying`.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.moment import utc_text
from communedb.journal import installation, parked, pen
from communedb.journal.chains import Chains, branch, origin
from communedb.journal.changes import parse_all
from communedb.journal.checked import checked
from communedb.journal.clock import instant, of
from communedb.journal.fold import Entry
from communedb.journal.freeze import frozen, keep_segment, read_lines
from communedb.journal.overwrite import overwritten
from communedb.journal.refold import named, refold
from communedb.journal.segment import MalformedSegment
from communedb.journal.tables import NEWER, POISONED, travelling
from communedb.journal.vectors import parse_heads, vector_id

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from datetime import datetime

    from communedb.journal.segment import Header, Line, Segment
    from communedb.sqlite import Database

AHEAD = timedelta(days=1)
"""How far another station's clock may lie ahead of ours before we stop following it."""


class Outcome(StrEnum):
    """What became of a segment."""

    APPLIED = "applied"
    DUPLICATE = "duplicate"
    FORKED = "forked"
    PARKED = "parked"
    NO_ROOM = "no_room"
    BROKEN = "broken"


class Taken(NamedTuple):
    """What became of a segment: lines that are new here, and those among them that could not be folded.

    `broken` are segments that had waited for it and do not fit it.
    """

    outcome: Outcome
    lines: int = 0
    unfolded: int = 0
    broken: tuple[Segment, ...] = ()


@contextmanager
def applying(db: Database) -> Iterator[None]:
    """Within it, changes of rows write no lines: they come from lines."""
    db.conn.execute("INSERT INTO journal_applying VALUES (1)")
    yield
    db.conn.execute("DELETE FROM journal_applying")


@dataclass
class Applying:
    """An open transaction that takes segments in; `derive` writes again what follows from changed rows, by table."""

    db: Database
    now: datetime
    derive: Callable[[Database, Mapping[str, Collection[str]]], None]

    @property
    def at(self) -> str:
        """Now, as the register keeps it."""
        return utc_text(self.now)

    def take_in(self, segment: Segment) -> Taken:
        """Take a segment in, and after it every parked one that only waited for it."""
        taken = self._take_in(segment)
        waiting = [segment.digest] if taken.lines or taken.outcome is Outcome.DUPLICATE else []
        while waiting:
            for follower in parked.release(self.db, waiting.pop()):
                more = self._take_in(follower)
                broken = (*taken.broken, follower) if more.outcome is Outcome.BROKEN else taken.broken
                taken = Taken(taken.outcome, taken.lines + more.lines, taken.unfolded + more.unfolded, broken)
                waiting.append(follower.digest)
        return taken

    def _take_in(self, segment: Segment) -> Taken:
        try:
            header = checked(segment)
        except MalformedSegment:
            return Taken(Outcome.BROKEN)
        chains = Chains(self.db, header.scope)
        if _is_here(self.db, segment.digest):
            return Taken(Outcome.DUPLICATE)
        chain = header.replica
        if header.previous:
            known = chains.of_segment(header.previous)
            if known is None:
                self._know_oneself(header)
                return Taken(Outcome.PARKED if parked.park(self.db, segment, self.at) else Outcome.NO_ROOM)
            chain = known
            if origin(chain) != header.replica or _last_of(self.db, header.previous) != header.first - 1:
                return Taken(Outcome.BROKEN)
        elif header.first != 1:
            return Taken(Outcome.BROKEN)
        return self._place(segment, header, chains, chain)

    def _place(self, segment: Segment, header: Header, chains: Chains, chain: str) -> Taken:
        """Lines that are here already with the same bytes are left out; the first that differs begins a branch."""
        chain, number, same = _common(self.db, header, chains, chain, segment.lines)
        fresh, outcome = segment.lines[same:], Outcome.APPLIED
        if not fresh:
            # The same lines, cut otherwise: a tip of its own, with no lines of its own.
            chain, outcome = self._branch(header, chain, header.last + 1, segment.digest), Outcome.DUPLICATE
        elif header.first + same <= number:
            chain, outcome = self._branch(header, chain, header.first + same, segment.digest), Outcome.FORKED
        elif number and (tip := frozen(self.db, header.scope, chain)[1]) != header.previous:
            self._leave_tip(header, chain, number, tip)
        keep_segment(self.db, segment, chain, self.at)
        if fresh:
            self._know_oneself(header)
        unfolded = self._store(header, chain, fresh) if fresh else 0
        self._fold_forked(header)
        if fresh:
            self._follow_clock(header, fresh)
        # What came in is what the next reader of this scope is shown.
        pen.show(self.db, header.scope)
        return Taken(outcome, len(fresh), unfolded)

    def _branch(self, header: Header, parent: str, number: int, digest: str) -> str:
        chain, taken = branch(header.replica, digest), Chains(self.db, header.scope).of_replica(header.replica)
        while chain in taken:
            # It is the first of a branch, and now a tip of its own besides.
            chain += "~"
        self.db.conn.execute(
            "INSERT INTO journal_fork VALUES (?, ?, ?, ?, ?, ?, NULL)",
            (header.scope, chain, header.replica, parent, number, self.at),
        )
        return chain

    def _leave_tip(self, header: Header, chain: str, number: int, digest: str) -> None:
        """The chain goes on from another cut of the same lines: its present end stays a tip."""
        left = self._branch(header, chain, number + 1, digest)
        self.db.conn.execute("UPDATE journal_segment SET chain = ? WHERE digest = ?", (left, digest))
        self.db.conn.execute(
            "INSERT INTO journal_head SELECT scope, ?, replica, number, digest, clock, at FROM journal_head"
            " WHERE scope = ? AND chain = ?",
            (left, header.scope, chain),
        )

    def _know_oneself(self, header: Header) -> None:
        """Lines under our own name that we do not have: this register was restored or copied, and its mark with it."""
        if header.replica == installation.replica_of(self.db):
            installation.renew(self.db, self.at)

    def _fold_forked(self, header: Header) -> None:
        """Of a replica with branches, what had been shown to whom is known better with each segment: fold it again."""
        (number,) = self.db.conn.execute(
            "SELECT min(journal_fork.number) FROM journal_fork JOIN journal_head USING (scope, chain)"
            " WHERE scope = ? AND journal_fork.replica = ? AND journal_head.number >= journal_fork.number",
            (header.scope, header.replica),
        ).fetchone()
        if number is None:
            return
        rows: dict[str, list[str]] = {}
        for table, row in self.db.conn.execute(
            "SELECT DISTINCT table_name, row FROM journal_line WHERE scope = ? AND number >= ?"
            " AND replica IN (SELECT chain FROM journal_head WHERE scope = ? AND replica = ?)",
            (header.scope, number, header.scope, header.replica),
        ):
            if table in travelling(self.db):
                rows.setdefault(table, []).append(row)
        refold(self.db, header.scope, rows)
        self.derive(self.db, rows)

    def _store(self, header: Header, chain: str, lines: Sequence[Line]) -> int:
        """Put lines into the journal and fold the rows they touch; the number of those that cannot be folded yet."""
        db, scope = self.db, header.scope
        vectors = {heads: vector_id(db, heads) for heads in {line.heads for line in lines}}
        shown = {heads: parse_heads(heads) for heads in vectors}
        fresh, unfolded = self._read(header, chain, lines, shown)
        done = overwritten(db, scope, chain, fresh, travelling(db))
        rest = {table: [row for row in rows if row not in done.get(table, ())] for table, rows in fresh.items()}
        refold(db, scope, rest, fresh)
        db.conn.executemany(
            "INSERT INTO journal_line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    chain, scope, line.number, line.clock, line.officer, line.table, line.row, line.changes, line.seen,
                    vectors[line.heads], line.replaces or None,
                )
                for line in lines
            ],
        )  # fmt: skip
        db.conn.executemany("INSERT INTO journal_unfolded VALUES (?, ?, ?, ?, ?)", unfolded)
        self.derive(db, fresh)
        return len(unfolded)

    def _read(
        self, header: Header, chain: str, lines: Sequence[Line], shown: dict[str, dict[str, list[tuple[int, str]]]]
    ) -> tuple[dict[str, dict[str, list[Entry]]], list[tuple[str, str, int, str, str]]]:
        """The lines as they are folded, by table and row, and those that cannot be.

        Those are of a newer schema, or have a wrong kind of value.
        """
        shapes = travelling(self.db)
        fresh: dict[str, dict[str, list[Entry]]] = {}
        unfolded: list[tuple[str, str, int, str, str]] = []
        for line, changes in zip(lines, parse_all([line.changes for line in lines]), strict=True):
            shape = shapes.get(line.table)
            fault = POISONED if changes is None else shape.fault(changes, part=bool(line.replaces)) if shape else NEWER
            if fault or changes is None:
                unfolded.append((chain, header.scope, line.number, fault or POISONED, line.table))
                if changes is None or shape is None or fault != NEWER:
                    continue
                # What it says of columns that we know stands already: an officer here may overwrite it.
                changes = shape.known(changes)
            entry = Entry(
                chain, line.number, line.clock, line.officer, line.row, changes, line.seen, shown[line.heads],
                named(line.replaces), line.changes,
            )  # fmt: skip
            fresh.setdefault(line.table, {}).setdefault(line.row, []).append(entry)
        return fresh, unfolded

    def _follow_clock(self, header: Header, lines: Sequence[Line]) -> None:
        """Our next entry comes after everything that came in; a clock that is days ahead is noted, not followed."""
        latest = max(line.clock for line in lines)
        if instant(latest) > self.now + AHEAD:
            self.db.conn.execute(
                "INSERT INTO journal_ahead VALUES (?, ?, ?) ON CONFLICT (replica) DO UPDATE SET clock = excluded.clock,"
                " noticed_at = excluded.noticed_at",
                (header.replica, latest, self.at),
            )
            # What lies between its clock and ours is followed as far as we follow anybody.
            furthest = of(self.now + AHEAD)
            latest = max((line.clock for line in lines if line.clock <= furthest), default=0)
        pen.follow(self.db, latest)


def _is_here(db: Database, digest: str) -> bool:
    return db.conn.execute("SELECT 1 FROM journal_segment WHERE digest = ?", (digest,)).fetchone() is not None


def _last_of(db: Database, digest: str) -> int:
    (last,) = db.conn.execute("SELECT last FROM journal_segment WHERE digest = ?", (digest,)).fetchone()
    return int(last)


def _common(db: Database, header: Header, chains: Chains, chain: str, lines: Sequence[Line]) -> tuple[str, int, int]:
    """The chain that has most of a segment's lines, its last number, and how many of them it has; `chain` if none has.

    `chain` is where the forerunner lies; branches that left it later have that forerunner, too.
    """
    found = []
    for each in chains.of_replica(header.replica) if chains.is_forked(header.replica) else [chain]:
        number, _ = frozen(db, header.scope, each)
        if number >= header.first - 1 and chains.home(each, header.first - 1) == chains.home(chain, header.first - 1):
            same = _same_lines(db, header, chains, each, lines) if number >= header.first else 0
            found.append((same, each == chain, number, each))
    same, _, number, each = max(found)
    return each, number, same


def _same_lines(db: Database, header: Header, chains: Chains, chain: str, lines: Sequence[Line]) -> int:
    """How many lines of a segment, from its first, are in the journal with the same bytes."""
    kept = {line.number: line.text for line in read_lines(db, chains, header.scope, chain, header.first, header.last)}
    same = 0
    for line in lines:
        if kept.get(line.number) != line.text:
            break
        same += 1
    return same

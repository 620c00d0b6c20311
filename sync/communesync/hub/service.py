"""An open hub: its register, its files, who its members are, and the one queue in which bundles are taken in."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from communedb.domain.refusal import Reason, Refused
from communesync.exchange import quarantine
from communesync.exchange.bundles import Way
from communesync.exchange.inbox import retry, take_in
from communesync.hub.store import Store
from communesync.keys.keyring import Keyring

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from communedb.register import Register
    from communedb.sqlite import Database
    from communesync.hub.logs import Log

RECENT_DAYS: Final = 30
"""How far back a start looks for bundles that were kept and not taken in."""

_NO_BUNDLE: Final = frozenset(
    {Reason.BUNDLE_NOT_A_BUNDLE, Reason.BUNDLE_CHANGED, Reason.BUNDLE_CUT_SHORT, Reason.BUNDLE_TOO_LARGE}
)
"""What makes a file not worth keeping; refused for any other reason, it may be taken in another day."""


class BundleState(StrEnum):
    """What the hub says of a bundle."""

    UNKNOWN = "unknown"
    WAITING = "waiting"
    TAKEN_IN = "taken_in"
    REFUSED = "refused"


class Told(NamedTuple):
    """State of a bundle, and the reason when it was refused."""

    state: BundleState
    reason: str = ""


class Taken(NamedTuple):
    """What became of a bundle: new lines, files that are complete now, what went to quarantine, or why not."""

    lines: int = 0
    files: int = 0
    quarantined: int = 0
    refused: Reason | None = None
    facts: Mapping[str, object] = MappingProxyType({})


class Hub:
    """The hub of a province at work; close it before its register."""

    def __init__(self, register: Register, log: Log) -> None:
        self.register = register
        self.store = Store(register.folder)
        self.log = log
        self._queue = ThreadPoolExecutor(1, "hub-intake")
        self._waiting: dict[str, Future[Taken]] = {}
        self._refused: dict[str, Reason] = {}
        self._guard = threading.Lock()
        self._members: tuple[Any, Keyring] | None = None
        self.on_taken: Callable[[Taken], None] | None = None
        """Told of every bundle: the metrics."""

    def __enter__(self) -> Hub:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Finish the bundle that is being taken in; those behind it are taken up at the next start."""
        self._queue.shutdown(cancel_futures=True)

    def keyring(self) -> Keyring:
        """Who is a member, read again only when there is a newer list."""
        db = self.register.db
        version = db.conn.execute(
            "SELECT (SELECT group_concat(sign_public) FROM key_issuer WHERE active = 1), total(version), count(*)"
            " FROM key_list"
        ).fetchone()
        kept = self._members
        if kept is None or kept[0] != version:
            kept = self._members = (version, Keyring.load(db))
        return kept[1]

    def take_up(self) -> int:
        """Queue the kept bundles that were not taken in before the hub stopped; how many they are.

        Before them, what is in quarantine: after an upgrade of the program it may go in.
        Only the recent ones are looked at: of older ones the register has forgotten whether they were.
        """
        if quarantine.count(self.register.db):
            self._queue.submit(retry, self.register)
        taken = {digest for (digest,) in self.register.db.conn.execute("SELECT digest FROM bundle")}
        left = [digest for digest in self.store.kept(RECENT_DAYS) if digest not in taken]
        for digest in left:
            self.submit(digest)
        return len(left)

    def submit(self, digest: str, way: str = Way.HTTP) -> Future[Taken]:
        """Queue a kept bundle, once; what becomes of it."""
        with self._guard:
            waiting = self._waiting.get(digest)
            if waiting is None:
                waiting = self._waiting[digest] = self._queue.submit(self._take, digest, way)
            return waiting

    def told(self, digest: str, way: str = Way.HTTP) -> Told:
        """What is to be said of a bundle; one that is kept and was not taken in yet is queued."""
        if (reason := self._refused.get(digest)) is not None:
            return Told(BundleState.REFUSED, reason.value)
        if not self.store.has(digest):
            return Told(BundleState.UNKNOWN)
        found = self.register.db.conn.execute("SELECT 1 FROM bundle WHERE digest = ?", (digest,)).fetchone()
        if found is not None:
            return Told(BundleState.TAKEN_IN)
        self.submit(digest, way)
        return Told(BundleState.WAITING)

    def bring(self, path: Path) -> Taken:
        """Keep a bundle from a folder and take it in. Refused: as `take_in`, and the faults of reading and writing."""
        digest = self.store.keep(path)
        self._refused.pop(digest, None)
        return self.submit(digest, Way.FOLDER).result()

    def _take(self, digest: str, way: str) -> Taken:
        try:
            done = self._taken_in(digest, way)
        finally:
            with self._guard:
                self._waiting.pop(digest, None)
        shown = digest[:8]
        if done.refused is not None:
            self._refused[digest] = done.refused
            self.log.tell("bundle_refused", bundle=shown, reason=done.refused.value)
        else:
            self._refused.pop(digest, None)
            self.log.tell(
                "bundle_taken_in", bundle=shown, lines=done.lines, files=done.files, quarantined=done.quarantined
            )
        if self.on_taken is not None:
            self.on_taken(done)
        return done

    def _taken_in(self, digest: str, way: str) -> Taken:
        try:
            found = take_in(self.register, self.store.path(digest), way=way)
        except Refused as refusal:
            if refusal.reason in _NO_BUNDLE:
                self.store.drop(digest)
            return Taken(refused=refusal.reason, facts=refusal.facts)
        except Exception as fault:
            self.log.fault("bundle_fault", fault, bundle=digest[:8])
            raise
        return Taken(found.rows.lines, found.files, sum(found.rows.quarantined.values()))


def news(db: Database) -> tuple[Any, ...]:
    """Changes whenever there is something new to tell a station: lines, files, a key list, a backup."""
    return tuple(
        db.conn.execute(
            "SELECT (SELECT count(*) FROM journal_segment), (SELECT total(version) FROM key_list),"
            " (SELECT max(at) FROM durable), (SELECT count(*) FROM file_wanted)"
        ).fetchone()
    )

"""Stations of one centre that exchange by themselves over a shared folder: one turn of it, whoever calls."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from communedb.domain.moment import parse_utc, utc_text
from communedb.domain.refusal import Reason, Refused
from communedb.stores import station_keys
from communesync.exchange.bundles import State, Way
from communesync.exchange.importing import import_all, in_order
from communesync.exchange.inbox import take_newer_receipt
from communesync.exchange.key_file import leave_keys, take_keys
from communesync.exchange.lan_outbox import LanOutbox
from communesync.exchange.peers import peers
from communesync.exchange.present import bundles_in
from communesync.exchange.receipts import last_receipt_envelope
from communesync.exchange.share import BEACON as BEACON_NAME
from communesync.exchange.share import KEYS, Beacon, Stamp, make_place, place_of, see_beacon, show_beacon, stamp_of
from communesync.exchange.statement import own_statement
from communesync.keys.keyring import Keyring
from communesync.keys.members import Role

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from communedb.register import Register
    from communesync.keys.members import Member

WAITED_FOR: Final = timedelta(days=7)
"""How long bundles wait for a station that shows no beacon any more; when it is back it gets what it lacks anyway."""


@dataclass(frozen=True)
class Times:
    """Seconds between one thing and the next."""

    heartbeat: float = 60.0
    settle: float = 3.0
    """Between two beacons of a station where much is going on."""
    patience: float = 6.0
    """Before a station relays what another one, whose turn it is, could send."""
    retry: float = 30.0
    """Before a bundle that could not be taken in is looked at again; each time twice as long, up to `most`."""
    most: float = 600.0


USUAL_TIMES: Final = Times()


@dataclass
class Turn:
    """What one turn brought: new lines, complete files, a new key list, beacons that changed; bundles written."""

    lines: int = 0
    files: int = 0
    new_list: bool = False
    heard: int = 0
    written: int = 0

    @property
    def is_news(self) -> bool:
        """Whether there is something to show that was not before."""
        return bool(self.lines or self.files or self.new_list or self.heard)


@dataclass
class _Waiting:
    """A bundle that is to be looked at again."""

    at: float
    pause: float
    refused: bool


class LanStation:
    """The station's side of the shared folder. One thread calls `turn`; `heard` may be read by any."""

    def __init__(
        self,
        register: Register,
        share: Path,
        *,
        times: Times = USUAL_TIMES,
        seconds: Callable[[], float] = time.monotonic,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        self.heard: dict[str, Beacon] = {}
        self._register = register
        self._share = share
        self._times = times
        self._seconds = seconds
        self._stopped = stopped
        self._own = ""
        self._keyring: Keyring | None = None
        self._version = -1
        self._stamps: dict[Path, Stamp | None] = {}
        self._done: set[Path] = set()
        self._waiting: dict[Path, _Waiting] = {}
        self._shown: Beacon | None = None
        self._shown_at = 0.0
        self._keys_left: tuple[str, int] | None = None
        self._outbox = LanOutbox(register, seconds, times.patience)

    def turn(self) -> Turn:
        """Hear the others, take in what is new, write what they lack, show what is held. Cheap when nothing is new.

        Refused: EXCHANGE_FOLDER_MISSING when the share is gone, NOT_ENROLLED, and those of reading and writing.
        """
        keyring = self._look()
        if keyring.me is None:
            raise Refused(Reason.NOT_ENROLLED)
        own = self._register.signer.public
        try:
            if not self._share.is_dir():
                raise Refused(Reason.EXCHANGE_FOLDER_MISSING, path=str(self._share))
            place = self._own_place(own)
            done = Turn()
            stations = [member for member in peers(keyring) if member.role is Role.STATION]
            for member in stations:
                self._hear(member, done)
            self._take_in(stations, done)
            keyring = self._look()
            live = [member for member in stations if self._is_live(member)]
            said = {key: beacon.statement for key, beacon in self.heard.items()}
            done.written = self._outbox.send(keyring, place, live, said, self._version)
            self._show(keyring, place)
        except OSError as fault:
            raise Refused(Reason.EXCHANGE_FOLDER_MISSING, path=str(self._share)) from fault
        return done

    def _own_place(self, own: str) -> Path:
        """One's own sub-folder; that of a former key goes, as what is lacking is written anew in the new one."""
        if own != self._own:
            for key in station_keys.own(self._register.db):
                if key.retired and key.signer.public != own:
                    shutil.rmtree(place_of(self._share, key.signer.public), ignore_errors=True)
            self._own, self._shown, self._keys_left = own, None, None
        return make_place(self._share, own)

    def _look(self) -> Keyring:
        """The members; read again only when something was written to the register."""
        (version,) = self._register.db.conn.execute("PRAGMA data_version").fetchone()
        if self._keyring is None or version != self._version:
            self._keyring, self._version = Keyring.load(self._register.db), version
        return self._keyring

    def _hear(self, member: Member, done: Turn) -> None:
        """Look at a station's beacon, and at its key list when that is another than ours."""
        place = place_of(self._share, member.key)
        if not self._is_new(place / BEACON_NAME):
            return
        beacon, before = see_beacon(place, member.key), self.heard.get(member.key)
        now = utc_text(self._register.now())
        if beacon is None or (before and beacon.statement.as_of < before.statement.as_of <= now):
            # As with every statement: one that seems to come from the future keeps no later one out.
            return
        self.heard[member.key] = beacon
        done.heard += 1
        keys = self._keyring.keys if self._keyring else None
        if keys and (beacon.issuer, beacon.version) != (keys.issuer, keys.version) and self._is_new(place / KEYS):
            done.new_list |= take_keys(self._register, place, Way.LAN)
        if beacon.receipt and self._keyring:
            take_newer_receipt(self._register, self._keyring, beacon.receipt)

    def _is_new(self, path: Path) -> bool:
        stamp = stamp_of(path)
        if stamp is None or stamp == self._stamps.get(path):
            return False
        self._stamps[path] = stamp
        return True

    def _take_in(self, stations: list[Member], done: Turn) -> None:
        """Take in the bundles of the others that were not yet."""
        now = self._seconds()
        there: set[Path] = set()
        for member in stations:
            place = place_of(self._share, member.key)
            if place.is_dir():
                there.update(bundles_in(place))
        self._done &= there
        for path in self._waiting.keys() - there:
            del self._waiting[path]
        for path in in_order(filter(self._is_due, there - self._done)):
            self._take_one(path, now, done)
        if done.lines or done.new_list:
            # What only waited for these is looked at in the next turn.
            self._waiting = {path: w for path, w in self._waiting.items() if w.refused and not done.new_list}

    def _is_due(self, path: Path) -> bool:
        waiting = self._waiting.get(path)
        return waiting is None or waiting.at <= self._seconds()

    def _take_one(self, path: Path, now: float, done: Turn) -> None:
        imported = import_all(self._register, [path], way=Way.LAN, cancelled=self._stopped)
        done.lines += imported.lines
        done.files += sum(taken.files for taken in imported.taken)
        done.new_list |= any(taken.rows.new_list for taken in imported.taken)
        if imported.refused or any(taken.state is State.PARTLY for taken in imported.taken):
            before = self._waiting.get(path)
            pause = min(before.pause * 2 if before else self._times.retry, self._times.most)
            self._waiting[path] = _Waiting(now + pause, pause, bool(imported.refused))
        else:
            self._done.add(path)
            self._waiting.pop(path, None)

    def _is_live(self, member: Member) -> bool:
        """Whether bundles wait for a station."""
        beacon = self.heard.get(member.key)
        return beacon is not None and self._register.now() - parse_utc(beacon.statement.as_of) < WAITED_FOR

    def _show(self, keyring: Keyring, place: Path) -> None:
        """Show one's beacon when it says something new, else as a heartbeat."""
        now, me, keys = self._seconds(), keyring.me, keyring.keys
        passed = now - self._shown_at
        if me is None or keys is None or (self._shown and passed < self._times.settle):
            return
        statement = own_statement(self._register.db, self._register.now(), me.may_read)
        receipt = last_receipt_envelope(self._register.db, keyring)
        beacon = Beacon(statement=statement, issuer=keys.issuer, version=keys.version, receipt=receipt)
        if self._shown and passed < self._times.heartbeat and _same(beacon, self._shown):
            return
        if self._keys_left != (keys.issuer, keys.version):
            leave_keys(self._register, keyring, place)
            self._keys_left = (keys.issuer, keys.version)
        show_beacon(place, beacon, self._register.signer)
        self._shown, self._shown_at = beacon, now


def _same(one: Beacon, other: Beacon) -> bool:
    """Whether two beacons differ in their time only."""
    return _timeless(one) == _timeless(other)


def _timeless(beacon: Beacon) -> tuple[object, ...]:
    said = beacon.statement
    return (said.replica, said.vector, said.wanted, beacon.issuer, beacon.version, beacon.receipt)

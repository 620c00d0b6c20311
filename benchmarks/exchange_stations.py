"""Two enrolled stations: 50,000 dossiers that both hold, and at one of them 100,000 changes that the other lacks.

Made once and kept under build/; what is measured works on a copy in the place where they were made, so that each
register knows itself.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks import bulk, lives
from benchmarks.million import BUILD, PASSPHRASE, say
from communedb import migrations
from communedb.domain.officer import Role
from communedb.founding import HUB_STATION, found
from communedb.journal import pen, triggers
from communedb.keys import Strength
from communedb.register import Register
from communedb.stores.calendar import read_calendar
from communedb.transaction import new_id
from communesync.exchange.inbox import take_in
from communesync.exchange.outbox import Sending, export
from communesync.keys.enrolment import accept, join, list_in_force, request
from communesync.keys.fingerprint import fingerprint
from communesync.keys.members import Role as Member
from communesync.keys.station import ensure_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communedb.sqlite import Database
    from communedb.transaction import Write

BASE, NEW, UPDATED, EVENTS = 50_000, 20_000, 20_000, 3
CHANGES = NEW + NEW * EVENTS + UPDATED
COLUMNS = ("note", "applicant_phone", "applicant_address", "return_method")
"""The four columns of a dossier that are changed."""

UNIT = "19867"
AT_ONCE = 1_000
"""Dossiers of one commit while the registers are filled; each dossier has its own clock value all the same."""

# How long an attacker needs is measured nowhere here.
QUICK = Strength(memory_kib=8, passes=1)

_PLACE = BUILD / "exchange"
_ROADS = ("thôn An Gia", "thôn Khuông Phò", "tổ dân phố Vĩnh Hòa", "thôn Lương Cổ", "thôn Thạch Bình")

# A year of work ends then; the registers were made before it began.
_UNTIL = 1_764_000_000
_BEGIN = datetime.fromtimestamp(_UNTIL, UTC) - timedelta(days=400)
_CLOCK = 1_000 << 16
_PACE = 20

Row = tuple[Any, ...]


class Dossier(NamedTuple):
    """The rows of one dossier, and when it was received (seconds since 1970)."""

    row: Row
    events: list[Row]
    at: int


class Stations(NamedTuple):
    """Where the sender and the receiver lie, and who opens them."""

    folder: Path
    sender: str
    receiver: str

    def open_sender(self) -> Register:
        """The station that wrote the changes; nothing of them is frozen."""
        return open_station(self.folder / "sender", self.sender)

    def open_receiver(self) -> Register:
        """The station that lacks them."""
        return open_station(self.folder / "receiver", self.receiver)


@contextmanager
def stations() -> Iterator[Stations]:
    """A fresh copy of the two, with the marks of their installations beside them."""
    kept, work = (_PLACE / "kept").absolute(), (_PLACE / "work").absolute()
    with installed_in(work / "state"):
        if not _is_made(kept):
            shutil.rmtree(_PLACE, ignore_errors=True)
            say("exchange: making two stations ...")
            made = _make(work)
            shutil.copytree(work, kept)
            note = {"shape": _shape(), "sender": made.sender, "receiver": made.receiver}
            (kept / "made.json").write_text(json.dumps(note), encoding="utf-8")
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(kept, work)
        note = json.loads((kept / "made.json").read_text(encoding="utf-8"))
        try:
            yield Stations(work, note["sender"], note["receiver"])
        finally:
            shutil.rmtree(work)


@contextmanager
def installed_in(state: Path) -> Iterator[None]:
    """Within it, registers leave their marks in this folder."""
    before = os.environ.get("COMMUNETUI_STATE")
    os.environ["COMMUNETUI_STATE"] = str(state)
    try:
        yield
    finally:
        if before is None:
            del os.environ["COMMUNETUI_STATE"]
        else:
            os.environ["COMMUNETUI_STATE"] = before


def found_station(folder: Path, number: int, unit: str = UNIT) -> str:
    """A station of a unit, with no list but its own; its administrator's key."""
    officer = found(
        folder, unit=unit, station=number, officer="Trần Thị Bình", passphrase=PASSPHRASE, strength=QUICK,
        roles=frozenset(Role), now=_BEGIN,
    ).officer  # fmt: skip
    with open_station(folder, officer) as register:
        ensure_list(register, Member.HUB if number == HUB_STATION else Member.STATION)
    return officer


def open_station(folder: Path, officer: str) -> Register:
    """A register whose wall clock stands before everything that is written: each entry brings its own time."""
    return Register.open(folder, officer, PASSPHRASE, now=lambda: _BEGIN)


def enrol(issuer: Register, station: Register) -> None:
    """Let the issuer's list name the station, and the station trust it."""
    accept(issuer, request(station), _fingerprint(station))
    join(station, list_in_force(issuer.db), _fingerprint(issuer))


def drawn(db: Database, officer: str, numbers: range) -> list[Dossier]:
    """So many dossiers of a year with three events each on average; the same for the same numbers."""
    desk = lives.Desk((officer,), tuple(new_id() for _ in range(4)), new_id(), read_calendar(db))
    batch = bulk.Maker(db, desk, Random(numbers.start), _UNTIL).batch(numbers, BASE + NEW, 1)
    events: dict[str, list[Row]] = {}
    for event in batch.rows["event"]:
        events.setdefault(event[2], []).append(event)
    spare = EVENTS * len(numbers) - sum(min(len(found), EVENTS) for found in events.values())
    dossiers = []
    for row in batch.rows["dossier"]:
        own = events[row[0]]
        spare -= (extra := bool(spare and len(own) > EVENTS))
        dossiers.append(Dossier(row, own[: EVENTS + extra], own[0][4] // _CLOCK))
    return sorted(dossiers, key=lambda dossier: dossier.at)


def write_dossiers(register: Register, dossiers: Sequence[Dossier]) -> None:
    """Insert them with their events, each by its own entry in the journal."""
    for first in range(0, len(dossiers), AT_ONCE):
        register.write(_insert, dossiers[first : first + AT_ONCE])


def change_dossiers(register: Register, keys: Sequence[str]) -> None:
    """Change four columns of these dossiers, each by its own entry in the journal."""
    random = Random(len(keys))
    for first in range(0, len(keys), AT_ONCE):
        register.write(_change, keys[first : first + AT_ONCE], random, _UNTIL + first * _PACE)


def insert_sql(table: str, row: Row) -> str:
    """The INSERT of a row as `bulk` draws it."""
    return f"INSERT INTO {table} ({bulk.COLUMNS[table]}) VALUES ({', '.join('?' * len(row))})"


def _insert(tx: Write, dossiers: Sequence[Dossier]) -> None:
    for dossier in dossiers:
        clock = _tick(tx, dossier.at)
        tx.db.conn.execute(insert_sql("dossier", dossier.row), dossier.row)
        for event in dossier.events:
            tx.db.conn.execute(insert_sql("event", event), (*event[:4], clock, *event[5:]))


def _change(tx: Write, keys: Sequence[str], random: Random, at: int) -> None:
    for place, key in enumerate(keys):
        _tick(tx, at + place * _PACE)
        values = (
            f"đã gọi điện {random.randrange(1, 29)}/{random.randrange(1, 13)}", f"09{random.randrange(10**8):08}",
            f"{random.choice(_ROADS)}, số {random.randrange(1, 300)}", random.choice(("post", "digital")),
        )  # fmt: skip
        tx.update("dossier", key, dict(zip(COLUMNS, values, strict=True)))


def _tick(tx: Write, at: int) -> int:
    """The clock value of a transaction of its own at that time, or just after what was written last."""
    return pen.take(tx.db, tx.by.officer, datetime.fromtimestamp(at, UTC), {})


def _make(folder: Path) -> Stations:
    made = Stations(folder, found_station(folder / "sender", 1), found_station(folder / "receiver", 2))
    with made.open_sender() as sender, made.open_receiver() as receiver:
        enrol(sender, receiver)
        known = drawn(sender.db, made.sender, range(BASE))
        write_dossiers(sender, known)
        for there, here in ((sender, receiver), (receiver, sender)):
            for bundle in export(there, None, folder, Sending(announce=True)):
                take_in(here, bundle.path)
                bundle.path.unlink()
        write_dossiers(sender, drawn(sender.db, made.sender, range(BASE, BASE + NEW)))
        change_dossiers(sender, Random(BASE).sample([dossier.row[0] for dossier in known], UPDATED))
    return made


def _is_made(kept: Path) -> bool:
    try:
        note = json.loads((kept / "made.json").read_text(encoding="utf-8"))
    except OSError:
        return False
    return bool(note["shape"] == _shape())


def _shape() -> str:
    """What the kept registers depend on."""
    tables = sorted(Path(migrations.__file__).parent.rglob("*.py"))
    sources = [Path(source.__file__ or "") for source in (triggers, bulk, lives)]
    texts = [path.read_bytes() for path in (*tables, *sources, Path(__file__))]
    return hashlib.sha256(b"".join(texts)).hexdigest()


def _fingerprint(register: Register) -> str:
    return fingerprint(register.signer.public, register.identity.recipient)

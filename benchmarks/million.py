"""Registers with a thousand and a million dossiers, made once and kept under build/.

The travelling tables are filled with the journal's triggers on and the pen held; the derived rows by bulk inserts,
which are then compared with what `derive` makes on a sample.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from benchmarks import bulk, lives, people
from communedb import layout, migrations
from communedb.desk.officers import add_officer
from communedb.domain.officer import Role
from communedb.founding import found
from communedb.journal import pen, triggers
from communedb.keys import KeyFile
from communedb.register import Register
from communedb.sqlite import connect
from communedb.stores import dossier_derived
from communedb.stores.calendar import read_calendar

if TYPE_CHECKING:
    from communedb.sqlite import Database
    from communedb.transaction import Write

BUILD = Path("build/bench")
PASSPHRASE = "sông Bồ mùa nước nổi"
YEARS = 4
_CHUNK = 10_000
_SAMPLE = 200
_OFFICERS = (
    ("Lê Thị Hoa", Role.RECEPTION), ("Phan Văn Lộc", Role.RECEPTION), ("Nguyễn Văn Dũng", Role.SPECIALIST),
    ("Hồ Thị Sương", Role.SPECIALIST), ("Phan Thị Mai", Role.LEADER),
)  # fmt: skip
# Nothing of these waits for a disk: a build that is cut short is thrown away.
_FAST = (
    "PRAGMA locking_mode=EXCLUSIVE", "PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF", "PRAGMA cache_size=-400000",
    "PRAGMA cell_size_check=OFF", "PRAGMA secure_delete=OFF",
)  # fmt: skip


@dataclass(frozen=True)
class Made:
    """A register for measuring: where it lies, how many dossiers, who opens it (`PASSPHRASE`)."""

    folder: Path
    dossiers: int
    officer: str
    built_seconds: float

    def open(self) -> Register:
        """Open it as its first officer, who may do everything."""
        return Register.open(self.folder, self.officer, PASSPHRASE)


def register_of(dossiers: int, years: int = YEARS) -> Made:
    """The register with so many dossiers, built if it is not there or was built for another shape."""
    folder = BUILD / (str(dossiers) if years == YEARS else f"{dossiers}-in-{years}")
    note = folder / "built.json"
    shape = _shape()
    if note.exists():
        kept = json.loads(note.read_text(encoding="utf-8"))
        if kept["shape"] == shape:
            return Made(folder, dossiers, kept["officer"], kept["seconds"])
    shutil.rmtree(folder, ignore_errors=True)
    start = time.perf_counter()
    officer = _build(folder, dossiers, years)
    seconds = round(time.perf_counter() - start, 1)
    note.write_text(json.dumps({"shape": shape, "officer": officer, "seconds": seconds}), encoding="utf-8")
    say(f"{dossiers:,} dossiers: {seconds:.0f} s, {layout.database(folder).stat().st_size / 1e6:,.0f} MB")
    return Made(folder, dossiers, officer, seconds)


def say(text: str, *, end: str = "\n") -> None:
    """Progress, on standard error: the figures alone go to standard output."""
    print(text, end=end, file=sys.stderr, flush=True)


def _shape() -> str:
    """What a kept register depends on."""
    sources = (triggers, dossier_derived, bulk, lives, people)
    tables = sorted(Path(migrations.__file__).parent.rglob("*.py"))
    texts = [path.read_bytes() for path in (*tables, *(Path(source.__file__ or "") for source in sources))]
    return hashlib.sha256(b"".join([*texts, Path(__file__).read_bytes()])).hexdigest()


def _build(folder: Path, dossiers: int, years: int) -> str:
    first = found(folder, unit="19867", station=1, officer="Trần Thị Bình", passphrase=PASSPHRASE).officer
    held: dict[Role, list[str]] = {role: [] for role in Role}
    with Register.open(folder, first, PASSPHRASE) as register:
        for name, role in _OFFICERS:
            roles = frozenset({role})
            key = register.write(add_officer, folder, register.data_key, name=name, roles=roles, passphrase=PASSPHRASE)
            held[role].append(key)
    db = connect(layout.database(folder), KeyFile.load(folder).open(first, PASSPHRASE).raw)
    for pragma in _FAST:
        db.conn.execute(pragma)
    desk = lives.Desk(
        (first, *held[Role.RECEPTION]), tuple(held[Role.SPECIALIST]), held[Role.LEADER][0], read_calendar(db)
    )
    sample = _fill(db, first, desk, dossiers, years)
    db.conn.close()
    db = connect(layout.database(folder), KeyFile.load(folder).open(first, PASSPHRASE).raw)
    db.conn.execute("PRAGMA journal_mode=WAL")
    db.conn.close()
    _check(folder, first, sample)
    return first


def _fill(db: Database, officer: str, desk: lives.Desk, dossiers: int, years: int) -> dict[str, bulk.Derived]:
    """Write everything in one transaction; the derived rows of a sample, by dossier."""
    random = Random(dossiers)
    now = int(time.time())
    maker = bulk.Maker(db, desk, random, now)
    chosen = set(random.sample(range(dossiers), min(_SAMPLE, dossiers)))
    sample: dict[str, bulk.Derived] = {}
    start = time.perf_counter()
    db.conn.execute("BEGIN IMMEDIATE")
    bulk.roomy_search(db)
    for first in range(0, dossiers, _CHUNK):
        last = min(first + _CHUNK, dossiers)
        batch = maker.batch(range(first, last), dossiers, years)
        pen.take(db, officer, datetime.fromtimestamp(batch.until, UTC), {})
        batch.write(db)
        sample |= {batch.derived[i - first].dossier: batch.derived[i - first] for i in chosen & set(range(first, last))}
        spent = time.perf_counter() - start
        say(f"\r{last:>9,} of {dossiers:,} dossiers, {spent:.0f} s", end="")
    say("\nsearch text ...")
    maker.finish()
    pen.put_down(db)
    db.conn.execute("COMMIT")
    bulk.plain_search(db)
    return sample


def _check(folder: Path, officer: str, sample: dict[str, bulk.Derived]) -> None:
    """The bulk rows are what `derive` makes, or there is nothing to measure."""
    with Register.open(folder, officer, PASSPHRASE) as register:
        for dossier, made in sample.items():
            before = bulk.state_of(register.db, dossier)
            register.write(_derive_again, dossier)
            after = bulk.state_of(register.db, dossier)
            if before != after or bulk.search_text_of(register.db, dossier) != made.text:
                different = {name: (before[name], after[name]) for name in after if before[name] != after[name]}
                msg = f"the bulk rows of {dossier} differ from derive: {different}, {made.text!r}"
                raise SystemExit(msg)


def _derive_again(tx: Write, dossier: str) -> None:
    tx.touch("dossier", dossier)

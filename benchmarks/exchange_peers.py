"""A bundle of the 100,000 changes against the changeset of SQLite's session extension and that of geodiff.

All databases are plain, and what each side writes is compressed at the same level and encrypted to the same two
recipients. Beside it stands the bundle as a station makes it, out of its encrypted register.
"""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import sqlcipher3.dbapi2 as driver
from zstandard import ZstdCompressor

from benchmarks.bars import Line, Section
from benchmarks.exchange_stations import CHANGES, Stations
from benchmarks.million import say
from communedb import layout
from communedb.files.age import Identity, encrypt_stream
from communedb.journal.freeze import freeze, read_segment
from communedb.journal.held import held, lacking
from communedb.sqlite import Database, connect
from communesync.bundle.stream import ROWS_LEVEL
from communesync.bundle.write import write_rows
from communesync.exchange.outbox import export

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from communedb.keys.signing import Signer
    from communedb.register import Register

_FOLDER = Path("build/peers/exchange")
_PACKAGES = ("apsw", "pygeodiff")
_PEERS = {"session": "SQLite session changeset", "geodiff": "geodiff"}
_ROWS = ("dossier", "event")
_JOURNAL = (
    "installation",
    "journal_line",
    "journal_vector",
    "journal_pen",
    "journal_segment",
    "journal_head",
    "journal_fork",
)
_AT = "2026-01-01T00:00:00Z"


class Made(NamedTuple):
    """What one side made: seconds of CPU and by the clock on the wall, and megabytes."""

    cpu: float
    wall: float
    size: float


def measure(made: Stations, rounds: int) -> Section:
    """All sides in turn."""
    with made.open_sender() as sender, made.open_receiver() as receiver:
        signer = sender.signer
        journal = _plain_copy(sender, _JOURNAL, made.folder / "journal.db")
        before = _plain_copy(receiver, _ROWS, made.folder / "before.db")
        after = _plain_copy(sender, _ROWS, made.folder / "after.db")
    recipients = [Identity.generate().recipient for _ in range(2)]
    python = _installed()
    found: dict[str, list[Made]] = {name: [] for name in ("ours", *_PEERS)}
    for _ in range(rounds):
        found["ours"].append(_ours(journal, signer, recipients, made.folder))
        for name in _PEERS:
            if python is not None:
                found[name].append(_peer(python, name, before, after, recipients))
    with made.open_sender() as sender:
        with _timed() as spent:
            written = export(sender, None, made.folder)
        as_it_runs = Made(spent[0], spent[1], sum(bundle.size for bundle in written) / 1e6)
    return _section(found, as_it_runs, len(written))


def _section(found: dict[str, list[Made]], as_it_runs: Made, bundles: int) -> Section:
    # The least of the rounds: what else the machine does only ever adds.
    best = {name: _least(made) for name, made in found.items() if made}
    ours, theirs = best["ours"], [best[name] for name in _PEERS if name in best]
    size, cpu, wall = (
        getattr(ours, of) / min(getattr(one, of) for one in theirs) if theirs else None
        for of in ("size", "cpu", "wall")
    )
    lines = [
        Line("size, against the smaller of the two", size, "x", 0.85),
        Line("freeze and export, against the faster", wall, "x", 1.2, note="the best of the rounds of each"),
        Line("the same, of CPU alone", cpu, "x"),
    ]
    titles = {"ours": "ours", **_PEERS}
    for name, made in {**best, "as it runs": as_it_runs}.items():
        title = titles.get(name, f"out of an encrypted register, in {bundles} bundles")
        lines += [
            Line(f"{title}: size", made.size, "MB"),
            Line(f"{title}: seconds", made.wall, "s", note=f"CPU {made.cpu:.2f} s"),
        ]
    title = f"A bundle of {CHANGES:,} changes, databases plain, what is sent packed at level {ROWS_LEVEL} and encrypted"
    return Section(title, lines)


def _least(made: Iterable[Made]) -> Made:
    cpu, wall, size = map(min, zip(*made, strict=True))
    return Made(cpu, wall, size)


@contextmanager
def _timed() -> Iterator[list[float]]:
    """The list that comes out has, afterwards, the seconds of CPU and those by the clock on the wall."""
    spent: list[float] = []
    cpu, wall = time.process_time(), time.perf_counter()
    yield spent
    spent += [time.process_time() - cpu, time.perf_counter() - wall]


def _ours(journal: Path, signer: Signer, recipients: list[str], folder: Path) -> Made:
    """Freeze and export out of a plain database; undone afterwards."""
    db = Database(driver.connect(str(journal), isolation_level=None))
    with _timed() as spent:
        db.conn.execute("BEGIN IMMEDIATE")
        before = held(db)
        freeze(db, signer, _AT)
        refs = lacking(db, before)
        written = write_rows(
            folder, sender=signer, sender_replica=refs[0].replica, recipients=recipients, to=[], at=_AT,
            segments=(read_segment(db, ref.digest) for ref in refs), refs=refs, documents={},
        )  # fmt: skip
    db.conn.execute("ROLLBACK")
    db.conn.close()
    written.path.unlink()
    return Made(spent[0], spent[1], written.size / 1e6)


def _peer(python: Path, name: str, before: Path, after: Path, recipients: list[str]) -> Made:
    out, sealed = before.with_name(f"{name}.changes"), before.with_name(f"{name}.age")
    program = Path(__file__).with_name("exchange_peer.py")
    command = [str(python), str(program), name, str(before), str(after), str(out)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    with _timed() as spent, sealed.open("wb") as file, out.open("rb") as changes:
        # The library's own settings for the level: a larger window than ours, which packs them better.
        encrypt_stream(ZstdCompressor(level=ROWS_LEVEL).stream_reader(changes), file, recipients)
    cpu, wall = (float(made) + after for made, after in zip(told, spent, strict=True))
    made = Made(cpu, wall, sealed.stat().st_size / 1e6)
    out.unlink()
    sealed.unlink()
    return made


def _plain_copy(register: Register, tables: tuple[str, ...], path: Path) -> Path:
    """These tables as a plain database; without STRICT and indexes, which the SQLite in geodiff does not all know."""
    source = connect(layout.database(register.folder), register.data_key.raw)
    source.conn.execute("PRAGMA foreign_keys=OFF")
    source.conn.execute("ATTACH ? AS plain KEY ''", (str(path),))
    source.conn.execute("PRAGMA plain.journal_mode=OFF")
    source.conn.execute("BEGIN")
    for table in tables:
        (sql,) = source.conn.execute("SELECT sql FROM main.sqlite_schema WHERE name = ?", (table,)).fetchone()
        body = sql.replace("CREATE TABLE ", "CREATE TABLE plain.", 1).replace(") STRICT", ")")
        source.conn.execute(body.replace("), WITHOUT", ") WITHOUT"))
        source.conn.execute(f"INSERT INTO plain.{table} SELECT * FROM main.{table}")
    source.conn.execute("COMMIT")
    source.conn.close()
    return path


def _installed() -> Path | None:
    """The Python that has the two, its environment made if it is not there; None when it cannot be installed."""
    python = _FOLDER.absolute() / "bin" / "python"
    done = _FOLDER / "installed"
    if not done.exists():
        say(f"installing {', '.join(_PACKAGES)} ...")
        pip = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check", *_PACKAGES]
        for step in ([sys.executable, "-m", "venv", "--clear", str(_FOLDER)], pip):
            if subprocess.run(step, check=False).returncode:
                return None
        done.touch()
    return python

"""A bundle of the 100,000 changes against the changeset of SQLite's session extension and that of geodiff.

All databases are plain, and what each side writes is compressed at the same level and encrypted to the same two
recipients. Beside it stands the bundle as a station makes it, out of its encrypted register.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import sqlcipher3.dbapi2 as driver

from benchmarks.bars import Line, Section, middle
from benchmarks.exchange_stations import CHANGES, Stations
from benchmarks.million import say
from communedb import layout
from communedb.files.age import Identity, encrypt_stream
from communedb.journal.freeze import freeze, read_segment
from communedb.journal.held import held, lacking
from communedb.sqlite import Database, connect
from communesync.bundle.stream import ROWS_LEVEL, Compressed
from communesync.bundle.write import write_rows
from communesync.exchange.outbox import export

if TYPE_CHECKING:
    from collections.abc import Iterator

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
_READ = 1 << 16
_AT = "2026-01-01T00:00:00Z"


class Made(NamedTuple):
    """What one side made: seconds of CPU and megabytes."""

    cpu: float
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
        start = time.process_time()
        written = export(sender, None, made.folder)
        as_it_runs = Made(time.process_time() - start, sum(bundle.size for bundle in written) / 1e6)
    return _section(found, as_it_runs, len(written))


def _section(found: dict[str, list[Made]], as_it_runs: Made, bundles: int) -> Section:
    cpu = {name: middle([one.cpu for one in made]) for name, made in found.items()}
    size = {name: middle([one.size for one in made]) for name, made in found.items()}
    theirs = [name for name in _PEERS if found[name]]
    fastest = min((cpu[name] or 0 for name in theirs), default=0)
    smallest = min((size[name] or 0 for name in theirs), default=0)
    lines = [
        Line("size, against the smaller of the two", (size["ours"] or 0) / smallest if smallest else None, "x", 0.85),
        Line("freeze and export, against the faster", (cpu["ours"] or 0) / fastest if fastest else None, "x", 1.2),
        Line("ours: size", size["ours"], "MB"),
        Line("ours: CPU", cpu["ours"], "s"),
    ]
    for name, title in _PEERS.items():
        lines += [Line(f"{title}: size", size[name], "MB"), Line(f"{title}: CPU", cpu[name], "s")]
    note = f"{bundles} bundles"
    lines += [
        Line("out of an encrypted register, as it runs: size", as_it_runs.size, "MB", note=note),
        Line("out of an encrypted register, as it runs: CPU", as_it_runs.cpu, "s", note=note),
    ]
    title = f"A bundle of {CHANGES:,} changes, databases plain, what is sent packed at level {ROWS_LEVEL} and encrypted"
    return Section(title, lines)


def _ours(journal: Path, signer: Signer, recipients: list[str], folder: Path) -> Made:
    """Freeze and export out of a plain database; undone afterwards."""
    db = Database(driver.connect(str(journal), isolation_level=None))
    start = time.process_time()
    db.conn.execute("BEGIN IMMEDIATE")
    before = held(db)
    freeze(db, signer, _AT)
    refs = lacking(db, before)
    written = write_rows(
        folder, sender=signer, sender_replica=refs[0].replica, recipients=recipients, to=[], at=_AT,
        segments=(read_segment(db, ref.digest) for ref in refs), refs=refs, documents={},
    )  # fmt: skip
    spent = time.process_time() - start
    db.conn.execute("ROLLBACK")
    db.conn.close()
    written.path.unlink()
    return Made(spent, written.size / 1e6)


def _peer(python: Path, name: str, before: Path, after: Path, recipients: list[str]) -> Made:
    out, sealed = before.with_name(f"{name}.changes"), before.with_name(f"{name}.age")
    program = Path(__file__).with_name("exchange_peer.py")
    command = [str(python), str(program), name, str(before), str(after), str(out)]
    spent = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1])
    start = time.process_time()
    with sealed.open("wb") as file:
        encrypt_stream(Compressed(_parts(out), ROWS_LEVEL), file, recipients)
    made = Made(spent + time.process_time() - start, sealed.stat().st_size / 1e6)
    out.unlink()
    sealed.unlink()
    return made


def _parts(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_READ):
            yield chunk


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

"""One peer, run by the Python of its own environment: the changes between two plain databases as one file.

`python exchange_peer.py session|geodiff BEFORE AFTER OUT`: prints the seconds that it took, of CPU and by the
clock on the wall.
"""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path


def main() -> None:
    """Run the peer that was asked for."""
    name, before, after, out = sys.argv[1:]
    make = {"session": session, "geodiff": geodiff}[name]
    print(*make(Path(before), Path(after), Path(out)))


def session(before: Path, after: Path, out: Path) -> tuple[float, float]:
    """SQLite's session extension: what was recorded while the changes were made, as a changeset."""
    import apsw  # type: ignore[import-not-found]  # of the peers' environment

    work = out.with_suffix(".db")
    shutil.copyfile(before, work)
    db = apsw.Connection(str(work))
    recorded = apsw.Session(db, "main")
    recorded.attach()
    db.execute("ATTACH ? AS later", (str(after),))
    db.execute("BEGIN")
    for table in ("dossier", "event"):
        db.execute(f"INSERT INTO {table} SELECT * FROM later.{table} WHERE id NOT IN (SELECT id FROM main.{table})")
    # A changeset holds every column that differs, whichever way it was written.
    names = [row[1] for row in db.execute("PRAGMA main.table_info(dossier)") if row[1] != "id"]
    taken = ", ".join(f"{name} = l.{name}" for name in names)
    differs = " OR ".join(f"d.{name} IS NOT l.{name}" for name in names)
    db.execute(f"UPDATE main.dossier AS d SET {taken} FROM later.dossier AS l WHERE l.id = d.id AND ({differs})")
    db.execute("COMMIT")
    start = _clocks()
    out.write_bytes(recorded.changeset())
    spent = _since(start)
    db.close()
    work.unlink()
    return spent


def geodiff(before: Path, after: Path, out: Path) -> tuple[float, float]:
    """geodiff: the two databases compared."""
    import pygeodiff  # type: ignore[import-not-found]  # of the peers' environment

    peer = pygeodiff.GeoDiff()
    start = _clocks()
    peer.create_changeset(str(before), str(after), str(out))
    return _since(start)


def _clocks() -> tuple[float, float]:
    return time.process_time(), time.perf_counter()


def _since(start: tuple[float, float]) -> tuple[float, float]:
    cpu, wall = _clocks()
    return cpu - start[0], wall - start[1]


if __name__ == "__main__":
    main()
